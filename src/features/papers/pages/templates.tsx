import { z } from 'zod';
import type { FormSource } from '#platform/http/context';
import { page } from '#platform/http/page';
import { Button, DataTable, FileField, Form, formatMoment, formatNumber } from '#ui';
import { FORM_PAPERS, type FormPaper, lackingIn } from '../catalogue.ts';
import { PAPER_FIELDS } from '../paper-fields.ts';
import { listTemplates, type TemplateRecord } from '../template-read.ts';
import { paperPaths } from '../urls.ts';

const up = { href: '/quyet-dinh', words: 'Quyết định' };

/** Which papers the office prints from its own Word form. */
export const templatesPage = page({
  permission: 'template.read',
  shell: 'desk',
  load: async (ctx) => ({ forms: await listTemplates(ctx.db, ctx.within('template.read', 'l')) }),
  head: () => ({ title: 'Mẫu văn bản', here: '/quyet-dinh', up }),
  view: ({ forms }) => (
    <div class="stack-7">
      <div>
        <h1>Mẫu văn bản của cơ quan</h1>
        <p class="mut">
          Cơ quan có thể dùng mẫu Word riêng. Bản PDF luôn theo mẫu chung của hệ thống, đúng thể thức Nghị định số
          30/2020/NĐ-CP.
        </p>
      </div>
      <DataTable
        rows={FORM_PAPERS}
        caption="Văn bản có thể dùng mẫu riêng"
        keyOf={(row) => row}
        columns={[
          {
            head: 'Văn bản',
            rowHead: true,
            cell: (row: FormPaper) => <a href={paperPaths.template(row)}>{PAPER_FIELDS[row].name}</a>,
          },
          { head: 'Bản Word', cell: (row: FormPaper) => standing(forms.filter((one) => one.paper === row)) },
        ]}
      />
    </div>
  ),
});

function standing(forms: readonly TemplateRecord[]): string {
  const used = forms.find((one) => one.state === 'inUse');
  const tried = forms.filter((one) => one.state === 'draft').length;
  const now = used ? `Mẫu của cơ quan: ${used.name}` : 'Mẫu chung của hệ thống';
  return tried > 0 ? `${now}; ${tried} mẫu đang xem thử` : now;
}

/** One paper: the names its form may use, the forms tried and used, and the way to send one. */
export const templatePage = page({
  permission: 'template.read',
  params: z.object({ paper: z.enum(FORM_PAPERS as [FormPaper, ...FormPaper[]]) }),
  shell: 'desk',
  async load(ctx, { paper }) {
    const forms = await listTemplates(ctx.db, ctx.within('template.read', 'l'));
    return { paper, forms: forms.filter((one) => one.paper === paper), may: await ctx.may('template.upload') };
  },
  head: ({ paper }) => ({
    title: `Mẫu: ${PAPER_FIELDS[paper].name}`,
    here: '/quyet-dinh',
    up: { href: paperPaths.templates, words: 'Mẫu văn bản' },
  }),
  view: ({ paper, forms, may }, ctx) => (
    <div class="stack-7">
      <h1>Mẫu: {PAPER_FIELDS[paper].name}</h1>
      {forms.map((one) => (
        <Kept key={one.id} form={one} may={may} ctx={ctx} />
      ))}
      {may && (
        <Form
          action={paperPaths.template(paper)}
          state={ctx.form('template.upload')}
          files
          hidden={{ paper }}
          class="box stack-4"
        >
          <h2>Tải mẫu lên để xem thử</h2>
          <FileField
            name="file"
            label="Mẫu Word (.docx)"
            hint="Không quá 2 MB, không có macro và liên kết ngoài. Mẫu chỉ được dùng sau khi xem thử."
            parts="office"
          />
          <Button kind="main">Tải mẫu lên</Button>
        </Form>
      )}
      <Names paper={paper} />
    </div>
  ),
});

function Kept({ form, may, ctx }: { form: TemplateRecord; may: boolean; ctx: FormSource }) {
  const used = form.state === 'inUse';
  const path = paperPaths.oneTemplate(form.paper, form.id);
  const lacking = lackingIn(form.paper, form.fields);
  return (
    <section class="box stack-4">
      <div class="row between">
        <div>
          <h2>{form.name}</h2>
          <p class="sm mut">Tải lên {formatMoment(new Date(form.sentAt))}</p>
        </div>
        <b>{used ? 'Đang dùng' : 'Đang xem thử'}</b>
      </div>
      {lacking.length > 0 && (
        <details>
          <summary>Mẫu này không in {formatNumber(lacking.length)} nội dung có trong mẫu chung</summary>
          <ul class="sm">
            {lacking.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="row tight">
        <Button href={`${path}/xem-thu.docx`} icon="eye" download>
          Xem thử với dữ liệu thật
        </Button>
        <Button href={`/tep/${form.file}`} icon="down" download>
          Tải mẫu
        </Button>
        {may && !used && (
          <Form action={`${path}/dung`} state={ctx.form('template.use', form.id)} version={form.version}>
            <Button kind="main">Dùng mẫu này</Button>
          </Form>
        )}
        {may && (
          <Form action={`${path}/thoi-dung`} state={ctx.form('template.retire', form.id)} version={form.version}>
            <Button kind="stop">{used ? 'Trở lại mẫu chung' : 'Bỏ mẫu này'}</Button>
          </Form>
        )}
      </div>
    </section>
  );
}

/** The names in braces, ready to be copied into Word. */
function Names({ paper }: { paper: FormPaper }) {
  const { fields, rows } = PAPER_FIELDS[paper];
  return (
    <section class="stack-4">
      <h2>Tên trường dùng trong mẫu</h2>
      <p class="mut">Gõ tên trường trong Word, trong hai dấu ngoặc nhọn. Tên khác danh sách này không được nhận.</p>
      <Fields of={fields} caption="Trường" />
      {Object.entries(rows).map(([name, row]) => (
        <div key={name} class="stack-4">
          <h3>{row.words}</h3>
          <p>
            Đặt dòng cần lặp giữa <code>{`{{#${name}}}`}</code> và <code>{`{{/${name}}}`}</code>; trong bảng, đặt ở ô
            đầu và ô cuối của dòng.
          </p>
          <Fields of={row.fields} caption={row.words} />
        </div>
      ))}
    </section>
  );
}

function Fields({ of, caption }: { of: Readonly<Record<string, string>>; caption: string }) {
  return (
    <DataTable
      rows={Object.entries(of)}
      caption={caption}
      keyOf={([name]) => name}
      columns={[
        { head: 'Gõ trong Word', rowHead: true, cell: ([name]) => <code>{`{{${name}}}`}</code> },
        { head: 'Thay bằng', cell: ([, words]) => words },
      ]}
    />
  );
}
