import { z } from 'zod';
import { unitsIn } from '#features/units';
import { page } from '#platform/http/page';
import {
  Button,
  DataTable,
  DateField,
  EmptyState,
  Form,
  type FormState,
  formatDay,
  formatMoment,
  SelectField,
} from '#ui';
import { type HandbookRow, listHandbooks } from '../queries.ts';
import { handbookPaths } from '../urls.ts';
import { stateWords } from './words.ts';

const PAGE = 30;

interface Data {
  readonly rows: readonly HandbookRow[];
  readonly next: string | null;
  readonly mayOrder: boolean;
  readonly communes: readonly { id: string; name: string }[];
}

/** The handbooks made so far, and the button for the next one. */
export const handbooksPage = page({
  permission: 'handbook.read',
  query: z.object({ after: z.uuid().optional().catch(undefined) }),
  shell: 'desk',
  async load(ctx, _params, { after }): Promise<Data> {
    const rows = await listHandbooks(ctx.db, ctx.within('handbook.read', 'l'), after, PAGE + 1);
    const mayOrder = ctx.actor.area !== null && (await ctx.may('handbook.order'));
    return {
      rows: rows.slice(0, PAGE),
      next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
      mayOrder,
      communes: mayOrder ? await unitsIn(ctx.db, ctx.actor.area, ctx.day) : [],
    };
  },
  head: () => ({
    title: 'Cẩm nang sản phẩm',
    here: '/so-san-pham',
    up: { href: '/so-san-pham', words: 'Danh bạ sản phẩm' },
  }),
  view: (data, ctx) => <Handbooks {...data} state={ctx.form('handbook.order')} />,
});

function Handbooks({ rows, next, mayOrder, communes, state }: Data & { state: FormState }) {
  return (
    <div class="stack-5">
      <div class="stack-2">
        <h1>Cẩm nang sản phẩm</h1>
        <p class="ink2">
          Sách PDF khổ A5 để in hoặc gửi: các sản phẩm còn hiệu lực công nhận theo nhóm, có ảnh, câu chuyện, liên hệ
          kinh doanh, mã QR kiểm tra chứng nhận, mục lục và bảng tra.
        </p>
      </div>
      {mayOrder && (
        <Form action={handbookPaths.list} state={state} class="stack max-w-[42rem]">
          <SelectField
            name="unit"
            label="Địa bàn"
            empty="Cả tỉnh"
            choices={communes.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
          <DateField name="asOf" label="Tính đến ngày" hint="Để trống: hôm nay. Ví dụ: 04/02/2026" optional />
          <Button kind="main" busy="Đang gửi…">
            Làm cẩm nang
          </Button>
        </Form>
      )}
      <section class="stack-2">
        <h2>Các cuốn đã làm</h2>
        {rows.length === 0 ? (
          <EmptyState title="Chưa có cuốn nào">
            {mayOrder ? 'Làm cuốn đầu tiên ở trên.' : 'Cơ quan tỉnh chưa làm cuốn nào.'}
          </EmptyState>
        ) : (
          <DataTable caption="Các cuốn cẩm nang" rows={rows} keyOf={({ id }) => id} columns={columns} />
        )}
        {next && (
          <p class="more">
            <Button href={`${handbookPaths.list}?after=${next}`} iconAfter="right">
              Cuốn cũ hơn
            </Button>
          </p>
        )}
      </section>
    </div>
  );
}

const columns = [
  {
    head: 'Địa bàn',
    rowHead: true,
    cell: (row: HandbookRow) => <a href={handbookPaths.one(row.id)}>{row.unitName}</a>,
  },
  { head: 'Tính đến ngày', cell: (row: HandbookRow) => formatDay(row.asOf) },
  { head: 'Sản phẩm', number: true, cell: (row: HandbookRow) => row.products ?? '' },
  { head: 'Trang', number: true, cell: (row: HandbookRow) => row.pages ?? '' },
  { head: 'Tình trạng', cell: (row: HandbookRow) => stateWords(row.state) },
  { head: 'Yêu cầu lúc', cell: (row: HandbookRow) => formatMoment(row.at) },
];
