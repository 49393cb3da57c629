import { searchUnits, type UnitHit } from '#features/units';
import { page } from '#platform/http/page';
import { Button, DataTable, EmptyState, formatDay } from '#ui';
import { type ChangeRecord, listChanges } from '../read.ts';
import { kindWords, listQuery, stateWords } from '../schema.ts';
import { unitChangePaths } from '../urls.ts';

/** The changes of units recorded here, and the way to a new one: find the unit first. */
export const unitChangesPage = page({
  permission: 'unitRegister.read',
  query: listQuery,
  shell: 'desk',
  async load(ctx, _params, { q }) {
    const [rows, hits] = await Promise.all([
      listChanges(ctx.db),
      q === undefined ? null : searchUnits(ctx.db, { q, day: ctx.day, todayOnly: true, limit: 20 }),
    ]);
    return { q, rows, hits };
  },
  head: () => ({ title: 'Đơn vị hành chính', here: '/quan-tri/don-vi' }),
  view: ({ q, rows, hits }) => (
    <div class="stack-7">
      <div class="row between">
        <h1>Đơn vị hành chính</h1>
        <span class="row tight">
          <Button kind="bare" href="/don-vi">
            Xem danh mục theo ngày, tên cũ
          </Button>
          <Button href={unitChangePaths.lists} icon="up">
            So danh sách
          </Button>
        </span>
      </div>
      <section class="stack-4">
        <h2>Ghi thay đổi</h2>
        <form method="get" action={unitChangePaths.list} class="row">
          <label class="sr" for="q">
            Tìm đơn vị
          </label>
          <input
            class="inp w-mid"
            id="q"
            name="q"
            type="search"
            value={q}
            placeholder="Tên xã, tỉnh hiện nay"
            maxLength={200}
          />
          <button class="btn" type="submit">
            Tìm đơn vị
          </button>
        </form>
        {hits === null ? (
          <p class="mut">Tìm đơn vị rồi chọn nhập, chia hoặc đổi tên, loại, mã, tỉnh.</p>
        ) : (
          <Hits hits={hits} q={q ?? ''} />
        )}
      </section>
      <section class="stack-2">
        <h2>Thay đổi đã ghi</h2>
        {rows.length === 0 ? (
          <EmptyState title="Chưa ghi thay đổi nào">Danh mục đang theo các văn bản đến ngày 30/04/2026.</EmptyState>
        ) : (
          <DataTable rows={rows} columns={columns} caption="Thay đổi đã ghi" keyOf={(row) => row.id} />
        )}
      </section>
    </div>
  ),
});

function Hits({ hits, q }: { hits: readonly UnitHit[]; q: string }) {
  const found = hits.filter(({ level }) => level !== 'district');
  if (found.length === 0) return <p role="status">Không thấy đơn vị hiện nay nào tên “{q}”.</p>;
  return (
    <ul class="lines">
      {found.map((hit) => (
        <li key={hit.id} class="row between py-2">
          <b>{hit.place}</b>
          <span class="row tight">
            <Button small href={unitChangePaths.newFor('merge', hit.id)} label={`Nhập ${hit.place}`}>
              Nhập
            </Button>
            <Button small href={unitChangePaths.newFor('split', hit.id)} label={`Chia ${hit.place}`}>
              {hit.level === 'province' ? 'Tách' : 'Chia'}
            </Button>
            <Button small href={unitChangePaths.newFor('alter', hit.id)} label={`Đổi ${hit.place}`}>
              Đổi tên, loại, mã
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}

const columns = [
  {
    head: 'Thay đổi',
    rowHead: true,
    cell: (row: ChangeRecord) => (
      <>
        <a href={unitChangePaths.one(row.id)}>{kindWords[row.kind]}</a>
        <span class="sm mut block">{row.names.join('; ')}</span>
      </>
    ),
  },
  { head: 'Văn bản', cell: (row: ChangeRecord) => `${row.act} ngày ${formatDay(row.actDate)}` },
  { head: 'Hiệu lực', cell: (row: ChangeRecord) => formatDay(row.effectiveOn) },
  { head: 'Tình trạng', cell: (row: ChangeRecord) => row.problem ?? stateWords[row.state] },
];
