import { z } from 'zod';
import { mySheets } from '#features/councils';
import { confirmedYears } from '#features/dossiers';
import { addWorkingDays } from '#law/calendar';
import type { ReadContext } from '#platform/http/context';
import { uuid } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { Button, Chips, EmptyState, Form, LoadMore, Note, QueueTable, TextField } from '#ui';
import { countWork, cursorOf, listWork, type WorkAsk } from '../queries.ts';
import { type QueueFilter, queueFilter } from '../schema.ts';
import { queuePaths } from '../urls.ts';
import { actOf, hrefOf, NEAR_DAYS, termOf } from '../words.ts';

const SHOWN = 50;

/** Offices of `next_actor` a role works for. */
const OFFICES: Readonly<Record<string, readonly string[]>> = {
  commune: ['commune'],
  province: ['province'],
  councilSecretary: ['secretary', 'council'],
  councilChair: ['council', 'secretary'],
  councilMember: ['council'],
  ministry: ['ministry'],
};

/** Roles whose work is not a queue are led to what they work with. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  producer: '/cua-toi',
  auditor: '/ho-so',
  administrator: '/quan-tri/tai-khoan',
};

const query = queueFilter.extend({
  due: z.iso.date().optional().catch(undefined),
  after: uuid().optional().catch(undefined),
});

/** The home of officers: what waits for this office, overdue first, in words (U23). */
export const workPage = page({
  permission: null,
  query,
  shell: 'desk',
  async load(ctx, _params, { due, after, ...filter }) {
    const elsewhere = ELSEWHERE[ctx.actor.role];
    if (elsewhere !== undefined) return redirect(elsewhere);
    const years = await confirmedYears(ctx.db);
    const ask = workAsk(ctx, filter, SHOWN + 1, due && after ? { dueOn: due, id: after } : null, years);
    const scores = ctx.actor.role === 'councilMember' || ctx.actor.role === 'councilChair';
    const [rows, counts, sheets, mayExport] = await Promise.all([
      listWork(ctx.db, ask),
      countWork(ctx.db, ask),
      scores ? mySheets(ctx.db, ctx.actor.account, ctx.within('sheet.read', 'l')) : [],
      ctx.may('list.export'),
    ]);
    const open = sheets.filter((one) => one.state === 'open' && one.sessionState === 'scoring').length;
    return { rows, counts, open, scores, mayExport, filter, years, day: ctx.day, role: ctx.actor.role };
  },
  head: () => 'Việc của tôi',
  view: (data) => {
    const { rows, counts, filter, years, day } = data;
    const shown = rows.slice(0, SHOWN);
    const last = shown.at(-1);
    return (
      <div class="stack-5">
        <div class="row between">
          <h1>Việc của tôi</h1>
          {data.mayExport && (
            <Button href={linkTo(queuePaths.sheet, filter)} icon="table" download>
              Xuất Excel
            </Button>
          )}
        </div>
        {data.scores && (
          <Note
            kind={data.open > 0 ? 'soon' : 'good'}
            title={data.open > 0 ? `Còn ${data.open} phiếu chưa nộp.` : 'Không còn phiếu nào chờ chấm.'}
          >
            <a href="/cham">Mở phiếu chấm của tôi</a>
          </Note>
        )}
        {data.role === 'inspector' && (
          <Note kind="info" title="Tra cứu giấy chứng nhận.">
            <a href="/chung-nhan">Nhập mã hoặc quét mã QR</a> để xem còn hiệu lực hay không.
          </Note>
        )}
        <Form action={queuePaths.home} method="get" label="Lọc việc" class="row items-end">
          {filter.term && <input type="hidden" name="term" value={filter.term} />}
          <TextField name="q" label="Sản phẩm, chủ thể, phiên" type="search" value={filter.q} optional />
          <Button>Lọc</Button>
        </Form>
        <Chips
          label="Thời hạn"
          chips={[
            {
              href: linkTo(queuePaths.home, { ...filter, term: undefined }),
              words: 'Tất cả',
              count: counts.all,
              on: !filter.term,
            },
            {
              href: linkTo(queuePaths.home, { ...filter, term: 'late' }),
              words: 'Quá hạn',
              count: counts.late,
              on: filter.term === 'late',
            },
            {
              href: linkTo(queuePaths.home, { ...filter, term: 'soon' }),
              words: 'Sắp đến hạn',
              count: counts.soon,
              on: filter.term === 'soon',
            },
          ]}
        />
        {shown.length === 0 ? (
          <EmptyState title="Hết việc rồi">
            {filter.q || filter.term ? 'Không có việc nào khớp bộ lọc.' : 'Việc mới sẽ hiện ở đây.'}
          </EmptyState>
        ) : (
          <QueueTable
            rows={shown.map((item) => ({
              href: hrefOf(item),
              name: item.name,
              act: actOf(item),
              status: `${item.process}.${item.state}`,
              ...(item.who ? { who: item.who } : {}),
              ...(item.code ? { code: item.code } : {}),
              term: termOf(item.dueOn, day, years),
            }))}
            caption="Việc của tôi"
            keys
          />
        )}
        {rows.length > SHOWN && last && <LoadMore href={linkTo(queuePaths.home, filter, cursorOf(last))} />}
      </div>
    );
  },
});

/** What to ask the database for this actor and filter. */
export function workAsk(
  ctx: ReadContext,
  filter: QueueFilter,
  limit: number,
  after: WorkAsk['after'],
  years: Awaited<ReturnType<typeof confirmedYears>>,
): WorkAsk {
  return {
    actors: OFFICES[ctx.actor.role] ?? [],
    reach: ctx.within('queue.read', 'l'),
    day: ctx.day,
    nearUntil: addWorkingDays(ctx.day, NEAR_DAYS, years).day,
    filter,
    limit,
    after,
  };
}

function linkTo(path: string, filter: QueueFilter, after?: { dueOn: string; id: string }): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) params.set(name, value);
  if (after) {
    params.set('due', after.dueOn);
    params.set('after', after.id);
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}
