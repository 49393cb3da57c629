import { page } from '#platform/http/page';
import { Button, DataTable, EmptyState, formatDay, formatNumber, LoadMore, Note, TakeList, withFilters } from '#ui';
import { type Act, actsOfSameFigures, listActs } from '../queries.ts';
import { ACT_KINDS, listQuery } from '../schema.ts';
import { actPaths } from '../urls.ts';
import { actName, standingWords } from '../words.ts';
import { ActFilter, ActTag } from './parts.tsx';
import { SteeringWays } from './steering.tsx';

const PAGE = 40;

/** The register of legal acts: everybody's, with how each stands today. */
export const actsPage = page({
  permission: 'legalAct.read',
  query: listQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    const [acts, mayRecord, mayExport, tasks] = await Promise.all([
      listActs(ctx.db, query, ctx.day),
      ctx.may('legalAct.record'),
      ctx.may('list.export'),
      ctx.may('task.read'),
    ]);
    const near = acts.length === 0 && query.q !== undefined ? await actsOfSameFigures(ctx.db, query.q, ctx.day) : [];
    const from = ((query.trang ?? 1) - 1) * PAGE;
    return { query, count: acts.length, rows: acts.slice(from, from + PAGE), near, mayRecord, mayExport, tasks, from };
  },
  head: () => ({ title: 'Sổ văn bản', here: '/viec-cua-toi' }),
  view: ({ query, count, rows, near, mayRecord, mayExport, tasks, from }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Sổ văn bản</h1>
        <span class="row tight">
          {mayExport && <TakeList href={withFilters(actPaths.sheet, { ...query, trang: undefined })} />}
          {mayRecord && (
            <Button kind="main" href={actPaths.new} icon="plus">
              Ghi văn bản
            </Button>
          )}
        </span>
      </div>
      <SteeringWays here={actPaths.list} offices={tasks} />
      <ActFilter action={actPaths.list} query={query} />
      <p role="status" class="sm mut">
        <b>{formatNumber(count)}</b> văn bản
      </p>
      {near.length > 0 && (
        <Note kind="info" title="Không có đúng số này; các văn bản cùng số thứ tự:">
          <ul>
            {near.map((act) => (
              <li key={act.id}>
                <a class="inline-block py-1" href={actPaths.one(act.id)}>
                  {actName(act)}, {act.issuer}
                </a>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Không thấy văn bản nào">
          Thử từ ngắn hơn, không cần gõ dấu, hoặc bỏ bớt điều kiện.
        </EmptyState>
      ) : (
        <DataTable rows={rows} columns={columns} caption="Sổ văn bản" keyOf={(row) => row.id} />
      )}
      <LoadMore
        href={
          from + PAGE < count ? withFilters(actPaths.list, { ...query, trang: String((query.trang ?? 1) + 1) }) : null
        }
        words="Trang sau"
      />
    </div>
  ),
});

const columns = [
  {
    head: 'Số, ký hiệu',
    rowHead: true,
    cell: (row: Act) => (
      <>
        <a href={actPaths.one(row.id)}>{row.number ?? 'Không rõ số'}</a>
        <span class="sub font-normal">
          {ACT_KINDS[row.kind]}
          {row.issuedOn && `, ${formatDay(row.issuedOn)}`}
        </span>
      </>
    ),
  },
  { head: 'Trích yếu', cell: (row: Act) => row.title },
  { head: 'Cơ quan ban hành', cell: (row: Act) => row.issuer },
  {
    head: 'Hiệu lực hôm nay',
    bare: true,
    cell: (row: Act) => (
      <>
        <ActTag act={row} />
        {row.standing.state !== 'inForce' && row.standing.since && (
          <span class="sub">{standingWords(row).split(', ').at(-1)}</span>
        )}
      </>
    ),
  },
];
