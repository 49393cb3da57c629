import { page } from '#platform/http/page';
import { Button, EmptyState, formatMoment, Note, type QueueRow, QueueTable, Slats } from '#ui';
import { type MySheet, mySheets } from '../queries.ts';
import { sessionModes } from '../schema.ts';
import { councilPaths } from '../urls.ts';

/** What a member has to score: by session, with progress and closing time (U28). */
export const minePage = page({
  permission: 'sheet.read',
  shell: 'desk',
  load: async (ctx) => ({
    sheets: await mySheets(ctx.db, ctx.actor.account, ctx.within('sheet.read', 'l')),
    now: ctx.now,
    practises: await ctx.may('practice.read'),
  }),
  head: () => ({ title: 'Phiếu chấm của tôi', here: councilPaths.mine }),
  view: ({ sheets, now, practises }) => (
    <div class="stack-7">
      <div class="row between">
        <h1>Phiếu chấm của tôi</h1>
        {practises && <Button href={councilPaths.practices}>Phiên tập chấm</Button>}
      </div>
      {sheets.length === 0 && (
        <EmptyState title="Chưa có phiếu nào để chấm">
          Khi phiên Hội đồng bắt đầu, phiếu của từng sản phẩm sẽ hiện ở đây.
        </EmptyState>
      )}
      {bySession(sheets).map((pile, at) => (
        <SessionPile key={pile[0].session} pile={pile} now={now} keys={at === 0} />
      ))}
    </div>
  ),
});

type Pile = readonly [MySheet, ...MySheet[]];

function bySession(sheets: readonly MySheet[]): Pile[] {
  const piles = new Map<string, MySheet[]>();
  for (const one of sheets) piles.set(one.session, [...(piles.get(one.session) ?? []), one]);
  return [...piles.values()].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []));
}

/** `keys`: this table answers the keyboard; the page has one such. */
function SessionPile({ pile, now, keys }: { pile: Pile; now: Date; keys: boolean }) {
  const [first] = pile;
  const done = pile.filter((one) => one.state === 'submitted').length;
  const scoring = first.sessionState === 'scoring';
  return (
    <section class="stack-4" aria-labelledby={`phien-${first.session}`}>
      <h2 id={`phien-${first.session}`}>{first.sessionTitle}</h2>
      {first.mode === 'written' && (
        <Note kind="info" title={`${sessionModes.written}.`}>
          Đánh giá lại được chấm trên cùng mẫu phiếu, không họp. Chấm, ghi ý kiến rồi nộp phiếu.
        </Note>
      )}
      <Slats
        title="Phiếu"
        slats={pile.map((one) => (one.state === 'submitted' ? 'done' : one.answered > 0 ? 'work' : 'missing'))}
        said={`Đã nộp ${done} trong ${pile.length} phiếu`}
      />
      {scoring && first.mode === 'meeting' && (
        <p>
          <a href={councilPaths.room(first.session)}>Vào phiên họp, theo sản phẩm đang xem</a>
        </p>
      )}
      {scoring && first.closesAt && <p class="mut">{closingWords(new Date(first.closesAt), now)}</p>}
      <QueueTable
        rows={pile.map(rowOf)}
        caption={`Phiếu chấm của ${first.sessionTitle}`}
        heads={{ name: 'Sản phẩm', act: 'Việc cần làm', status: 'Trạng thái' }}
        keys={keys}
      />
    </section>
  );
}

function rowOf(one: MySheet): QueueRow {
  const open = one.state === 'open' && one.sessionState === 'scoring' && !one.absent;
  return {
    href: councilPaths.sheet(one.id),
    name: one.product,
    who: one.producer,
    ...(one.productCode ? { code: one.productCode } : {}),
    act: open ? openWords(one) : 'Xem phiếu đã nộp',
    status: one.state === 'submitted' ? 'sheet.submitted' : one.answered > 0 ? 'sheet.open' : 'sheet.new',
    open: open ? 'Mở phiếu' : 'Xem',
  };
}

const openWords = ({ again, answered }: MySheet): string =>
  again ? 'Mở lại để chấm lại và nộp' : answered === 0 ? 'Chấm phiếu' : 'Chấm tiếp và nộp';

/** "Nhận phiếu đến 23:59 ngày 25/11/2026, còn 4 ngày". */
export function closingWords(closes: Date, now: Date): string {
  const left = closes.getTime() - now.getTime();
  const until = `Nhận phiếu đến ${formatMoment(closes)}`;
  if (left < 0) return `${until}, đã quá giờ`;
  const hours = Math.floor(left / 3_600_000);
  return hours < 48 ? `${until}, còn ${hours} giờ` : `${until}, còn ${Math.floor(hours / 24)} ngày`;
}
