/** Letters of written opinions: the ballot with its last day, and the reminder. */
import { answerBy } from '#law/ballot';
import { daysBetween, dayText } from '#law/days';
import { type Day, dayOf } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import { tell } from '#platform/outbox/outbox';
import type { SessionRecord, SessionSeat } from './session-record.ts';
import { councilPaths } from './urls.ts';

/** The last day to answer: the one the agenda names, else as many days as the regulation gives from this one. */
export function lastDayOf({ closesAt, regulation }: SessionRecord, day: Day): Day {
  return closesAt === null ? answerBy(day, regulation) : dayOf(new Date(closesAt));
}

/** Sends everybody who scores the ballot with its last day, and keeps that day. */
export async function sendBallots(
  tx: Tx,
  session: SessionRecord,
  seats: readonly SessionSeat[],
  lastDay: Day,
): Promise<void> {
  await tx
    .updateTable('council_session')
    .set({ closes_at: new Date(`${lastDay}T23:59:59+07:00`) })
    .where('id', '=', session.id)
    .execute();
  for (const seat of seats)
    await tellMember(tx, session, seat, {
      subject: `Lấy ý kiến bằng văn bản: ${session.title}`,
      body: [
        `Kính gửi ${seat.name}.`,
        `Hội đồng lấy ý kiến bằng văn bản về đánh giá lại ${session.dossiers.length} sản phẩm. Trả lời đến hết ngày ${dayText(lastDay)}.`,
        'Chấm và nộp phiếu của từng sản phẩm, hoặc đề nghị họp và ghi lý do.',
      ].join('\n'),
    });
}

/** Reminds a member that has not answered. */
export async function remindMember(
  tx: Tx,
  session: Pick<SessionRecord, 'id' | 'title'>,
  seat: Pick<SessionSeat, 'account' | 'name' | 'email'>,
  of: { readonly open: number; readonly lastDay: Day; readonly day: Day },
): Promise<void> {
  await tellMember(tx, session, seat, {
    subject: `Nhắc trả lời ý kiến bằng văn bản: ${session.title}`,
    body: [
      `Kính gửi ${seat.name}.`,
      `Bạn còn ${of.open} phiếu chưa trả lời; hạn là ngày ${dayText(of.lastDay)}, ${leftWords(daysBetween(of.day, of.lastDay))}.`,
      'Chấm và nộp phiếu, hoặc đề nghị họp và ghi lý do.',
    ].join('\n'),
  });
}

/** Tells a member of a session, in the application and by e-mail where there is an address. */
export async function tellMember(
  tx: Tx,
  { id }: Pick<SessionRecord, 'id'>,
  { account, email }: Pick<SessionSeat, 'account' | 'email'>,
  words: { readonly subject: string; readonly body: string },
): Promise<void> {
  const letter = { ...words, link: councilPaths.mine, about: id };
  await tell(tx, { channel: 'app', account, ...letter });
  if (email) await tell(tx, { channel: 'email', address: email, ...letter });
}

/** "còn 3 ngày", "hôm nay là ngày cuối", "quá hạn 2 ngày". */
export function leftWords(left: number): string {
  if (left === 0) return 'hôm nay là ngày cuối';
  return left > 0 ? `còn ${left} ngày` : `quá hạn ${-left} ngày`;
}
