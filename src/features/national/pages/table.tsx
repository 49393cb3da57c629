import { unitsIn } from '#features/units';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { page } from '#platform/http/page';
import { download } from '#platform/http/read';
import {
  Button,
  DataTable,
  DateField,
  EmptyState,
  FileField,
  Form,
  type FormState,
  formatDay,
  formatNumber,
  LoadMore,
  Note,
  SelectField,
  TakeList,
  withFilters,
} from '#ui';
import { NATIONAL_COLUMNS, nationalPageQuery, nationalQuery } from '../schema.ts';
import { type NationalRow, nationalRows, tableDay, transfers } from '../table.ts';
import { nationalPaths } from '../urls.ts';

const PAGE = 50;
const MOST = 200_000;
const YEARS = 8;

/** The register as the national system wants it: looked at, taken away, its ids taken back. */
export const nationalPage = page({
  permission: 'national.read',
  query: nationalPageQuery,
  shell: 'desk',
  async load(ctx, _params, { nam, xa, sau }) {
    const year = nam ?? Number(ctx.day.slice(0, 4));
    const reach = ctx.within('national.read', 'l');
    const asked = { year, day: ctx.day, commune: xa, reach };
    const rows = await nationalRows(ctx.db, asked, sau ?? null, PAGE + 1);
    return {
      ...{ year, commune: xa ?? '', today: ctx.day, on: tableDay(asked), rows: rows.slice(0, PAGE) },
      next: rows.length > PAGE ? (rows[PAGE - 1]?.product ?? null) : null,
      communes: ctx.actor.area === null ? [] : await unitsIn(ctx.db, ctx.actor.area, ctx.day),
      ...{ told: await transfers(ctx.db, reach), mayTakeBack: await ctx.may('product.transfer') },
    };
  },
  head: () => ({
    title: 'Bảng PTNT_OCOP',
    here: '/so-san-pham',
    up: { href: '/so-san-pham', words: 'Danh bạ sản phẩm' },
  }),
  view: (data, ctx) => <Table {...data} state={ctx.form('product.transfer')} />,
});

interface Data {
  readonly year: number;
  readonly commune: string;
  readonly today: string;
  readonly on: string;
  readonly rows: readonly NationalRow[];
  readonly next: string | null;
  readonly communes: readonly { id: string; name: string }[];
  readonly told: { readonly known: number; readonly last: string | null };
  readonly mayTakeBack: boolean;
}

function Table({
  year,
  commune,
  on,
  today,
  rows,
  next,
  communes,
  told,
  mayTakeBack,
  state,
}: Data & { state: FormState }) {
  const filters = { nam: String(year), ...(commune === '' ? {} : { xa: commune }) };
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, back) => String(thisYear - back));
  return (
    <div class="stack-5">
      <div class="row between">
        <h1>Bảng PTNT_OCOP cho hệ thống quốc gia</h1>
        <TakeList href={withFilters(nationalPaths.file, filters)} />
      </div>
      <Note kind="info" title="Theo nguồn thứ cấp.">
        Cấu trúc bảng lấy theo tài liệu nhắc đến Quyết định số 5277/QĐ-BNNMT, chưa đối chiếu với văn bản gốc. Tên cột
        giữ đúng như tiêu chuẩn; mã trạng thái và nội dung các cột mã do quản trị sửa trong phần Cài đặt. DoanhThuNam
        tính bằng triệu đồng, để trống khi chưa có số liệu năm.
      </Note>
      <Form action={nationalPaths.table} method="get" class="row items-end" label="Lọc bảng">
        <SelectField
          name="nam"
          label="Năm"
          value={String(year)}
          choices={years.map((value) => ({ value, label: value }))}
        />
        {communes.length > 0 && (
          <SelectField
            name="xa"
            label="Xã, phường"
            value={commune}
            empty="Cả tỉnh"
            choices={communes.map(({ id, name }) => ({ value: id, label: name }))}
            optional="sometimes"
          />
        )}
        <Button>Xem</Button>
      </Form>
      <p class="ink2">
        Tình trạng tại ngày {formatDay(on)}.{' '}
        {told.last === null
          ? 'Chưa ghi nhận lần chuyển nào.'
          : `Lần chuyển gần nhất: ${formatDay(told.last)}; ${formatNumber(told.known)} sản phẩm đã có mã quốc gia.`}
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Chưa có sản phẩm nào được công nhận đến năm này">Chọn năm khác.</EmptyState>
      ) : (
        <DataTable caption="Bảng PTNT_OCOP" rows={rows} keyOf={(row) => row.product} columns={COLUMNS} />
      )}
      <LoadMore
        said={`${rows.length} dòng`}
        href={next && withFilters(nationalPaths.table, { ...filters, sau: next })}
        words="Trang sau"
      />
      {mayTakeBack && (
        <section class="stack max-w-[42rem]">
          <h2>Nhận lại tệp sau khi chuyển</h2>
          <p class="ink2">
            Tệp Excel hoặc CSV có các cột MA_OCOP, Ma_ThoiGian, Ma_SanPham. Hệ thống giữ mã quốc gia và ngày chuyển của
            từng sản phẩm; không sửa gì khác trong danh bạ. Có dòng không khớp thì không nhận dòng nào và báo từng dòng.
          </p>
          <Form action={nationalPaths.back} state={state} files class="stack">
            <FileField name="file" label="Tệp của hệ thống quốc gia" accept=".xlsx,.csv" />
            <DateField name="on" label="Ngày chuyển" value={today} />
            <Button kind="main" busy="Đang nhận…">
              Nhận lại tệp
            </Button>
          </Form>
        </section>
      )}
    </div>
  );
}

const shown: Readonly<Record<string, (row: NationalRow) => string>> = {
  TrangThai: ({ TrangThai }) => String(TrangThai),
};
const COLUMNS = [
  ...NATIONAL_COLUMNS.map((name) => ({
    head: name,
    rowHead: name === 'TenSanPham',
    cell: (row: NationalRow) => shown[name]?.(row) ?? String(row[name] ?? ''),
  })),
  { head: 'Chuyển ngày', cell: (row: NationalRow) => (row.transferredOn === null ? '' : formatDay(row.transferredOn)) },
];

/** The table as a file, in the standard's own names; written to the access log as an export. */
export const nationalFile = download({
  name: 'national.export',
  title: 'Bảng PTNT_OCOP',
  permission: 'national.read',
  logged: 'export',
  query: nationalQuery,
  async run(ctx, _params, { nam, xa }) {
    const year = nam ?? Number(ctx.day.slice(0, 4));
    const asked = { year, day: ctx.day, commune: xa, reach: ctx.within('national.read', 'l') };
    const rows = inPages(
      (after: string | null, limit) => nationalRows(ctx.db, asked, after, limit),
      ({ product }) => product,
      MOST,
    );
    return listFile(`PTNT_OCOP-${year}`, 'PTNT_OCOP', rows, [
      ['MA_OCOP', 'text', 16, (row) => row.MA_OCOP],
      ['Ma_DonViHanhChinh', 'text', 18, (row) => row.Ma_DonViHanhChinh],
      ['Ma_ThoiGian', 'text', 12, (row) => String(row.Ma_ThoiGian)],
      ['Ma_SanPham', 'text', 38, (row) => row.Ma_SanPham],
      ['TenSanPham', 'text', 44, (row) => row.TenSanPham],
      ['XepHang', 'text', 10, (row) => row.XepHang],
      ['ChuTheSXKD', 'text', 44, (row) => row.ChuTheSXKD],
      ['DoanhThuNam', 'decimal', 14, (row) => row.DoanhThuNam],
      ['TrangThai', 'integer', 10, (row) => row.TrangThai],
    ]);
  },
});
