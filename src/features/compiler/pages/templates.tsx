import { PERIODS } from '#law/report-periods';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, Checkboxes, Form, FormEnd, TextField } from '#ui';
import { ownTemplate } from '../own-templates.ts';
import type { TemplateGiven } from '../template-schema.ts';
import { reportPaths } from '../urls.ts';
import { BlockFields, Marks } from './template-blocks.tsx';

const UP = { href: reportPaths.templates, words: 'Mẫu báo cáo' };
/** So many empty blocks stand below those there are. */
const EMPTY = 3;

/** A template of one's own from empty blocks. */
export const newTemplatePage = page({
  permission: 'reportTemplate.make',
  shell: 'desk',
  load: async () => ({}),
  head: () => ({ title: 'Lập mẫu báo cáo', here: reportPaths.list, up: UP }),
  view: (_data, ctx) => (
    <div class="max-w-[52rem] stack-5">
      <h1>Lập mẫu báo cáo</h1>
      <Form action={reportPaths.newTemplate} state={ctx.form('reportTemplate.make')} class="stack-5">
        <TemplateFields given={STARTER} />
        <FormEnd>
          <Button kind="main">Lưu mẫu</Button>
          <Button kind="bare" href={reportPaths.templates}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});

/** Changes a template of the province, or takes it out of use. */
export const templatePage = page({
  permission: 'reportTemplate.change',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  load: (ctx, { id }) => ownTemplate(ctx.db, ctx.actor.area, id),
  head: ({ name }) => ({ title: name, here: reportPaths.list, up: UP }),
  view: ({ id, name, version, given }, ctx) => (
    <div class="max-w-[52rem] stack-5">
      <h1>{name}</h1>
      <Form
        action={reportPaths.template(id)}
        state={ctx.form('reportTemplate.change')}
        version={version}
        class="stack-5"
      >
        <TemplateFields given={given} />
        <FormEnd>
          <Button kind="main">Lưu mẫu</Button>
          <Button kind="bare" href={reportPaths.new}>
            Lập báo cáo
          </Button>
        </FormEnd>
      </Form>
      <details>
        <summary>Thôi dùng mẫu này</summary>
        <Form
          action={reportPaths.retireTemplate(id)}
          state={ctx.form('reportTemplate.retire')}
          version={version}
          class="stack"
        >
          <TextField name="reason" label="Lý do" />
          <Button>Thôi dùng</Button>
        </Form>
      </details>
    </div>
  ),
});

/** What a new template begins with. */
const STARTER: TemplateGiven = {
  ...{ name: '', summary: 'Kết quả thực hiện Chương trình mỗi xã một sản phẩm {period}', periods: ['quarter', 'year'] },
  blocks: [
    { at: 10, kind: 'section', text: 'I. KẾT QUẢ', columns: [] },
    { at: 20, kind: 'text', text: 'Đến {asOf}, {unit} có {stock.products} sản phẩm còn hiệu lực.', columns: [] },
    {
      at: 30,
      kind: 'table',
      text: 'Sản phẩm theo hạng sao',
      rows: 'stars',
      columns: ['value', 'share'],
      of: 'stock.products',
    },
  ],
};
const STEP = 10;

function TemplateFields({ given }: { given: TemplateGiven }) {
  const blocks = given.blocks
    .filter(({ kind }) => kind !== undefined)
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
    .map((one, place) => ({ ...one, at: (place + 1) * STEP }));
  const empty = Array.from({ length: EMPTY }, (_, n) => ({ at: (blocks.length + n + 1) * STEP, columns: [] }));
  return (
    <>
      <TextField name="name" label="Tên mẫu" value={given.name} />
      <TextField
        name="summary"
        label="Về việc"
        hint="Đứng dưới chữ BÁO CÁO. Chèn được các mã ở dưới."
        value={given.summary}
      />
      <Checkboxes
        name="periods"
        label="Dùng cho kỳ"
        values={given.periods}
        choices={Object.entries(PERIODS).map(([value, label]) => ({ value, label }))}
      />
      <section class="stack-5" aria-labelledby="cac-khoi">
        <div class="stack-2">
          <h2 id="cac-khoi">Các khối</h2>
          <p class="ink2">
            Báo cáo in các khối theo thứ tự. Đổi chỗ: sửa số thứ tự. Bỏ một khối: chọn “Không dùng”. Cần thêm: lưu, rồi
            có ba khối trống mới.
          </p>
        </div>
        <Marks />
        {[...blocks, ...empty].map((block, place) => (
          <BlockFields key={block.at} block={block} place={place} />
        ))}
      </section>
    </>
  );
}
