import { z } from 'zod';
import { moreThanAtOnce } from '#features/list-files';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { page } from '#platform/http/page';
import { download } from '#platform/http/read';
import { Button, DataTable, EmptyState, formatDay, formatNumber, StarRow, StatusTag, TakeList, withFilters } from '#ui';
import { countRegister, type RegisterRow, registerRows, unitsWithProducts } from '../queries.ts';
import { type RegistryQuery, registryQuery } from '../schema.ts';
import { producerRecordPath, producersPath, productRecordPath, registerPath, registerSheetPath } from '../urls.ts';

const PAGE = 50;
const MOST_EXPORTED = 200_000;
const MILLION = 1_000_000;
const place = z.tuple([z.string().max(300), z.uuid()]);

interface Data {
  query: RegistryQuery;
  rows: RegisterRow[];
  next: string | null;
  /** Communes to choose from, in the units of the day asked. */
  units: { id: string; place: string }[];
  /** The unit whose figures are one press away. */
  area: string | null;
  /** The reader keeps the register of producers too. */
  producersToo: boolean;
  mayImport: boolean;
  mayTellNation: boolean;
  mayMakeBooks: boolean;
}

/** The officers' register: products of their area, those still to be placed, and Excel. */
export const registerPage = page({
  permission: 'product.correct',
  query: registryQuery,
  shell: 'desk',
  async load(ctx, _params, query): Promise<Data> {
    const reach = ctx.within('product.correct', 'l');
    const asked = { ...query, day: ctx.day, reach };
    const [rows, units, producersToo] = await Promise.all([
      registerRows(ctx.db, { ...asked, limit: PAGE + 1, after: readAfter(query.after) }),
      unitsWithProducts(ctx.db, reach, query.unitsAsOf ?? ctx.day),
      ctx.may('producer.register'),
    ]);
    const last = rows[PAGE - 1];
    const next =
      rows.length > PAGE && last ? Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url') : null;
    return {
      query,
      rows: rows.slice(0, PAGE),
      next,
      units,
      area: ctx.actor.area,
      producersToo,
      mayImport: await ctx.may('listImport.read'),
      mayTellNation: await ctx.may('national.read'),
      mayMakeBooks: await ctx.may('handbook.read'),
    };
  },
  head: () => 'Danh bạ sản phẩm',
  view: (data) => <Register {...data} />,
});

function readAfter(text: string | undefined): [string, string] | null {
  if (text === undefined) return null;
  try {
    return place.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const withQuery = (path: string, query: Omit<RegistryQuery, 'after'>, after?: string): string =>
  withFilters(path, { ...query, after });

function Register({ query, rows, next, units, area, producersToo, mayImport, mayMakeBooks, mayTellNation }: Data) {
  return (
    <div class="stack">
      <div class="row between">
        <h1>Danh bạ sản phẩm</h1>
        <span class="row tight">
          {producersToo && (
            <Button kind="bare" href={producersPath}>
              Danh bạ chủ thể
            </Button>
          )}
          {mayImport && (
            <Button href="/nhap-danh-sach" icon="up">
              Nhập danh sách
            </Button>
          )}
          {area !== null && (
            <>
              <Button kind="bare" href={`/don-vi/${area}`}>
                Số sản phẩm theo xã
              </Button>
              <Button kind="bare" href="/ban-do/dia-ban">
                Bản đồ
              </Button>
            </>
          )}
          {mayTellNation && (
            <Button kind="bare" href="/bang-quoc-gia">
              Bảng quốc gia
            </Button>
          )}
          {mayMakeBooks && (
            <Button kind="bare" href="/cam-nang">
              Cẩm nang
            </Button>
          )}
          <Button kind="bare" href="/so-lieu-nam">
            Số liệu năm
          </Button>
          <Button kind="bare" href="/y-tuong">
            Ý tưởng
          </Button>
          <Button kind="bare" href="/so-lang-nghe">
            Làng nghề
          </Button>
          <Button kind="bare" href="/so-diem-ban">
            Điểm bán
          </Button>
          <Button kind="bare" href="/xep-lai-xa">
            Cần xếp lại xã
          </Button>
          {area !== null && (
            <Button kind="bare" href="/chat-luong-du-lieu">
              Chất lượng dữ liệu
            </Button>
          )}
          <TakeList href={withQuery(registerSheetPath, query)} />
        </span>
      </div>
      <form method="get" action={registerPath} class="row">
        <label class="sr" for="q">
          Tìm sản phẩm, chủ thể, xã
        </label>
        <input
          class="inp w-mid"
          id="q"
          name="q"
          type="search"
          value={query.q}
          placeholder="Tên sản phẩm, chủ thể, xã"
          maxLength={200}
        />
        <label class="row tight" for="unit">
          Xã
          <select class="inp w-mid" id="unit" name="unit">
            <option value="">Mọi xã</option>
            {units.map(({ id, place }) => (
              <option key={id} value={id} selected={id === query.unit}>
                {place}
              </option>
            ))}
          </select>
        </label>
        <label class="row tight" for="unitsAsOf">
          theo đơn vị ngày
          <input
            class="inp w-date"
            id="unitsAsOf"
            name="unitsAsOf"
            value={query.unitsAsOf && formatDay(query.unitsAsOf)}
            placeholder="hôm nay"
            maxLength={20}
          />
        </label>
        <label class="row tight" for="validOn">
          chứng nhận ngày
          <input
            class="inp w-date"
            id="validOn"
            name="validOn"
            value={query.validOn && formatDay(query.validOn)}
            placeholder="hôm nay"
            maxLength={20}
          />
        </label>
        <label class="row tight" for="unplaced">
          <input
            class="rd"
            id="unplaced"
            type="checkbox"
            name="unplaced"
            value="true"
            checked={query.unplaced === true}
          />
          Chưa xếp được xã
        </label>
        <button class="btn" type="submit">
          Tìm
        </button>
      </form>
      {query.validOn && (
        <p class="sm ink2" role="note">
          Hạng sao và chứng nhận như ngày {formatDay(query.validOn)}.
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Không có sản phẩm nào">Bỏ bớt điều kiện rồi tìm lại.</EmptyState>
      ) : (
        <DataTable caption="Danh bạ sản phẩm" rows={rows} keyOf={(row) => row.id} columns={columns} />
      )}
      {next && (
        <p class="more">
          <Button href={withQuery(registerPath, query, next)} iconAfter="right">
            Trang sau
          </Button>
        </p>
      )}
    </div>
  );
}

const columns = [
  { head: 'Sản phẩm', rowHead: true, cell: (row: RegisterRow) => <a href={productRecordPath(row.id)}>{row.name}</a> },
  {
    head: 'Chủ thể',
    cell: (row: RegisterRow) =>
      row.producerId === null ? 'Nguồn không ghi' : <a href={producerRecordPath(row.producerId)}>{row.producer}</a>,
  },
  {
    head: 'Nơi sản xuất',
    cell: (row: RegisterRow) => (row.placed ? row.place : `${row.place ?? ''} (chưa xếp được xã)`),
  },
  { head: 'Hạng', cell: (row: RegisterRow) => (row.star === null ? '' : <StarRow stars={row.star} />) },
  {
    head: 'Chứng nhận',
    cell: (row: RegisterRow) => (row.state === null ? '' : <StatusTag status={`certificate.${row.state}`} />),
  },
  { head: 'Hết hạn', cell: (row: RegisterRow) => (row.expiresOn === null ? '' : formatDay(row.expiresOn)) },
  {
    head: 'Doanh thu năm',
    number: true,
    cell: ({ soldIn, revenue }: RegisterRow) =>
      soldIn === null || revenue === null ? '' : `${soldIn}: ${formatNumber(revenue / MILLION)} tr. đồng`,
  },
];

const STATES: Readonly<Record<string, string>> = {
  inForce: 'Còn hiệu lực',
  expired: 'Đã hết hạn',
  extended: 'Được gia hạn',
  revoked: 'Đã thu hồi',
  annulled: 'Đã hủy bỏ',
  superseded: 'Đã được thay thế',
  undetermined: 'Chưa rõ ngày hết hạn',
  notYet: 'Chưa đến ngày cấp',
};

/** The same list as an Excel workbook, written to the access log as an export. */
export const registerSheet = download({
  name: 'product.export',
  title: 'Danh bạ sản phẩm (Excel)',
  permission: 'list.export',
  logged: 'export',
  query: registryQuery.omit({ after: true }),
  async run(ctx, _params, query) {
    const asked = { ...query, day: ctx.day, reach: ctx.within('product.correct', 'l') };
    const read = (after: [string, string] | null, limit: number) => registerRows(ctx.db, { ...asked, limit, after });
    const rows = inPages(read, (row): [string, string] => [row.name, row.id], MOST_EXPORTED);
    const file = listFile(`danh-ba-san-pham-${ctx.day}`, 'Sản phẩm', rows, [
      ['Sản phẩm', 'text', 40, (row) => row.name],
      ['Chủ thể', 'text', 40, (row) => row.producer],
      ['Nơi sản xuất', 'text', 36, (row) => row.place],
      ['Hạng sao', 'integer', 10, (row) => row.star],
      ['Chứng nhận', 'text', 18, (row) => (row.state === null ? null : (STATES[row.state] ?? row.state))],
      ['Hết hạn', 'date', 12, (row) => row.expiresOn],
      ['Quyết định', 'text', 24, (row) => row.decision],
      ['Số liệu năm', 'integer', 10, (row) => row.soldIn],
      ['Doanh thu (triệu đồng)', 'decimal', 18, (row) => (row.revenue === null ? null : row.revenue / MILLION)],
      ['Lao động', 'integer', 10, (row) => row.jobs],
    ]);
    return { ...file, long: () => moreThanAtOnce(ctx.db, ctx.day, () => countRegister(ctx.db, asked)) };
  },
});
