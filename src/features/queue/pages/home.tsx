import { z } from 'zod';
import { mySheets } from '#features/councils';
import { delegationPaths } from '#features/delegations';
import { confirmedYears, MANY_FORM, ManyBar, manyActOf } from '#features/dossiers';
import { Views, viewsOf } from '#features/saved-views';
import { addWorkingDays } from '#law/calendar';
import type { ReadContext } from '#platform/http/context';
import { uuid } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { Button, Chips, EmptyState, Form, formatDay, LoadMore, Note, QueueTable, TakeList, TextField } from '#ui';
import { aheadOf } from '../ahead.ts';
import { placesOfWork } from '../places.ts';
import { countWork, cursorOf, listWork, type WorkAsk, type WorkItem } from '../queries.ts';
import { type QueueFilter, queueFilter } from '../schema.ts';
import { queuePaths } from '../urls.ts';
import { actOf, hrefOf, NEAR_DAYS, termOf } from '../words.ts';
import { AheadList } from './ahead.tsx';

const SHOWN = 50;

/** Roles whose work is not a queue are led to what they work with. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  producer: '/cua-toi',
  adviser: '/viec-tham-tra',
  auditor: '/ho-so',
  administrator: '/quan-tri/tai-khoan',
};

const query = queueFilter.extend({
  due: z.iso.date().optional().catch(undefined),
  after: uuid().optional().catch(undefined),
  ca: z.literal('trang').optional().catch(undefined),
});

/** The home of officers: what waits for this office, overdue first, in words (U23). */
export const workPage = page({
  permission: null,
  query,
  shell: 'desk',
  async load(ctx, _params, { due, after, ca, ...filter }) {
    const elsewhere = ELSEWHERE[ctx.actor.role];
    if (elsewhere !== undefined) return redirect(elsewhere);
    const years = await confirmedYears(ctx.db);
    const ask = workAsk(ctx, filter, SHOWN + 1, due && after ? { dueOn: due, id: after } : null, years);
    const scores = ctx.actor.role === 'councilMember' || ctx.actor.role === 'councilChair';
    const [rows, counts, sheets, mayExport, views, many, ahead] = await Promise.all([
      listWork(ctx.db, ask),
      countWork(ctx.db, ask),
      scores ? mySheets(ctx.db, ctx.actor.account, ctx.within('sheet.read', 'l')) : [],
      ctx.may('list.export'),
      viewsOf(ctx.db, ctx.actor.account, 'queue'),
      manyActOf(ctx),
      aheadOf(ctx),
    ]);
    const here = linkTo(queuePaths.home, filter, due && after ? { dueOn: due, id: after } : undefined);
    const open = sheets.filter((one) => one.state === 'open' && one.sessionState === 'scoring').length;
    return {
      rows,
      counts,
      open,
      scores,
      mayExport,
      filter,
      years,
      day: ctx.day,
      role: ctx.actor.role,
      standsIn: ctx.actor.standsIn ?? [],
      mayCalendar: await ctx.may('calendar.read'),
      maySteer: await ctx.may('legalAct.record'),
      mayDelegate: await ctx.may('delegation.record'),
      views,
      many,
      ahead,
      here,
      all: ca === 'trang',
    };
  },
  head: () => 'Việc của tôi',
  view: (data) => {
    const { rows, counts, filter, years, day, many, here, all } = data;
    const shown = rows.slice(0, SHOWN);
    const last = shown.at(-1);
    const choosable = (item: WorkItem) => item.process === 'dossier' && item.state === many?.state;
    const count = shown.filter(choosable).length;
    return (
      <div class="stack-5">
        <div class="row between">
          <h1>Việc của tôi</h1>
          <span class="row">
            {data.mayCalendar && <Button href="/lich">Lịch</Button>}
            {data.maySteer && <Button href="/so-van-ban">Điều hành</Button>}
            {data.mayDelegate && <Button href={delegationPaths.list}>Nghỉ, làm thay</Button>}
            {data.mayExport && <TakeList href={linkTo(queuePaths.sheet, filter)} />}
          </span>
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
        {data.standsIn.map((one) => (
          <Note key={one.delegation} kind="info" title={`Đang làm thay ${one.name} đến hết ${formatDay(one.to)}.`}>
            Mỗi việc làm thay ghi tên cả hai, theo {one.paper}.{' '}
            <a href={delegationPaths.one(one.delegation)}>Xem việc được làm thay</a>
          </Note>
        ))}
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
        <Views list="queue" query={linkTo('', filter).slice(1)} views={data.views} />
        {many && count > 0 && (
          <ManyBar
            act={many}
            back={here}
            all={all}
            whole={`${here}${here.includes('?') ? '&' : '?'}ca=trang`}
            count={count}
          />
        )}
        {shown.length === 0 ? (
          <EmptyState title="Hết việc rồi">
            {filter.q || filter.term ? 'Không có việc nào khớp bộ lọc.' : 'Việc mới sẽ hiện ở đây.'}
          </EmptyState>
        ) : (
          <QueueTable
            rows={shown.map((item) => ({
              href: hrefFrom(here, item),
              ...(choosable(item) ? { pick: { form: MANY_FORM, name: 'chon', value: item.id, on: all } } : {}),
              name: item.name,
              act: <Act item={item} />,
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
        <AheadList ahead={data.ahead} day={day} />
      </div>
    );
  },
});

function Act({ item }: { item: WorkItem }) {
  return (
    <>
      {actOf(item)}
      {item.inPlaceOf !== null && <span class="sub">Làm thay {item.inPlaceOf}</span>}
    </>
  );
}

/** Where an item is opened; a dossier's page leads back to this place of the queue. */
function hrefFrom(here: string, item: WorkItem): string {
  const href = hrefOf(item);
  return item.process === 'dossier' && item.state !== 'checking'
    ? `${href}?${new URLSearchParams({ ve: here })}`
    : href;
}

/** What to ask the database for this actor and filter. */
export function workAsk(
  ctx: Pick<ReadContext, 'actor' | 'day' | 'ways'>,
  filter: QueueFilter,
  limit: number,
  after: WorkAsk['after'],
  years: Awaited<ReturnType<typeof confirmedYears>>,
): WorkAsk {
  return {
    places: placesOfWork(ctx),
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
