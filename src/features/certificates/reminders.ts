import { sql } from 'kysely';
import { productRecordPath } from '#features/registry';
import { addDays, dayText } from '#law/days';
import { dueReminder, filingWindow, NEWS_DAYS, type Reminder, windowState } from '#law/reevaluation';
import { checkSetting, LAW_SETTINGS } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import { tell } from '#platform/outbox/outbox';
import { setting } from '#platform/settings';

/** Certificates looked at in one transaction. */
const BATCH = 200;

interface Ending {
  readonly id: string;
  readonly product: string;
  readonly productName: string;
  readonly producer: string | null;
  readonly commune: string | null;
  readonly star: number | null;
  readonly number: string | null;
  readonly endsOn: Day;
  readonly extended: boolean;
  /** The latest step already told. */
  readonly told: number | null;
  /** Who acts for the producer and who minds it in the commune, on the day; certificates of nobody are not read. */
  readonly to: readonly Holder[];
}

interface Holder {
  readonly account: string;
  readonly role: 'producer' | 'commune';
  readonly email: string | null;
}

export interface RemindAsk {
  readonly day: Day;
  /** BASE_URL, for the addresses in letters. */
  readonly baseUrl: string;
}

/**
 * Reminds producer and commune of certificates that come to their end: a note to each of their accounts and a letter to its
 * address, once a certificate and step, also when several processes run or the server stood still for days (then only the
 * newest step). Superseded, revoked and annulled certificates and those of uncertain end are left out. Answers how many.
 */
export async function remindOfExpiry(db: Database, ask: RemindAsk): Promise<number> {
  const days = await reminderDays(db, ask.day);
  let count = 0;
  for (let after: Pick<Ending, 'endsOn' | 'id'> | undefined, more = true; more; ) {
    const rows = await endingSoon(db, ask.day, Math.max(...days), after);
    const due = rows.flatMap((row) => {
      const step = row.extended ? ended(row, ask.day) : dueReminder(row.endsOn, ask.day, days);
      return step && (row.told === null || row.told > step.daysBefore) ? [{ row, step }] : [];
    });
    if (due.length > 0)
      count += await db.transaction(async (tx) => {
        let told = 0;
        for (const { row, step } of due) if (await tellOnce(tx, row, step, ask)) told += 1;
        return told;
      });
    after = rows.at(-1);
    more = rows.length === BATCH;
  }
  return count;
}

/** A prolonged certificate has no filing window any more: only its end is told. */
const ended = ({ endsOn }: Ending, day: Day) => {
  const step = dueReminder(endsOn, day, []);
  return step?.daysBefore === 0 ? step : undefined;
};

async function reminderDays(db: Database, day: Day): Promise<readonly number[]> {
  const value = await setting(db.app, 'reminderDays', { day });
  return checkSetting('reminderDays', value).ok ? (value as readonly number[]) : LAW_SETTINGS.reminderDays.initial;
}

async function endingSoon(
  db: Database,
  day: Day,
  earliest: number,
  after: Pick<Ending, 'endsOn' | 'id'> | undefined,
): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    select e.*, h."to" from (
      select r.id, r.product, p.name as "productName", p.producer, p.commune, r.star, r.certificate_number as number,
             greatest(r.expires_latest, r.extended_to) as "endsOn", r.extended_to is not null as extended,
             (select min(c.step) from certificate_reminder c where c.recognition = r.id) as told
        from recognition r join lifecycle l on l.id = r.id join product p on p.id = r.product
       where l.state = 'inForce' and r.expires_earliest = r.expires_latest) e
      cross join lateral (${holdersOf(day)}) h
     where h."to" is not null and e."endsOn" between ${addDays(day, -NEWS_DAYS)}::date and ${addDays(day, earliest)}::date
       and (${after?.endsOn ?? null}::date is null or (e."endsOn", e.id) > (${after?.endsOn ?? null}::date, ${after?.id ?? null}::uuid))
     order by e."endsOn", e.id limit ${BATCH}`.execute(db.app);
  return rows;
}

/** Accounts of the producer and of its commune, one row of JSON; null where nobody has one yet: told as soon as somebody has. */
const holdersOf = (day: Day) => sql`
  select json_agg(t) as "to" from (
    select distinct on (t.account) t.account, t.role, a.email
      from appointment t join account a on a.id = t.account join lifecycle l on l.id = a.id and l.state = 'active'
     where t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to >= ${day}::date)
       and ((t.role = 'producer' and t.producer = e.producer) or (t.role = 'commune' and t.unit = e.commune))
     order by t.account, t.role desc) t`;

/** The row of the step is the claim: whoever writes it tells. */
async function tellOnce(tx: Tx, row: Ending, step: Reminder, { day, baseUrl }: RemindAsk): Promise<boolean> {
  const claimed = await tx
    .insertInto('certificate_reminder')
    .values({ recognition: row.id, step: step.daysBefore, day })
    .onConflict((on) => on.doNothing())
    .returning('step')
    .executeTakeFirst();
  if (!claimed) return false;
  const words = wordsOf(row, day);
  for (const { account, role, email } of row.to) {
    const link = role === 'producer' ? '/cua-toi/chung-nhan' : productRecordPath(row.product);
    const letter = { account, subject: words.subject, link, about: row.id };
    await tell(tx, { ...letter, channel: 'app', body: words.body });
    if (email)
      await tell(tx, { ...letter, channel: 'email', address: email, body: `${words.body}\n\nXem: ${baseUrl}${link}` });
  }
  return true;
}

function wordsOf(row: Ending, day: Day): { subject: string; body: string } {
  const { productName, endsOn, number, star } = row;
  const paper = `Giấy chứng nhận${number ? ` số ${number}` : ''}${star ? ` (${star} sao)` : ''}`;
  if (day >= endsOn)
    return {
      subject: `${productName}: giấy chứng nhận OCOP hết hạn`,
      body: `${paper} hết hạn ngày ${dayText(endsOn)}.\nSau ngày này không dùng sao OCOP theo giấy này nữa.`,
    };
  const { opens, closes } = filingWindow(endsOn, day);
  const filing =
    windowState(endsOn, day) === 'late'
      ? `Hạn nộp hồ sơ đánh giá lại là ngày ${dayText(closes)}. Hỏi cơ quan OCOP cấp tỉnh cách làm tiếp.`
      : `Nộp hồ sơ đánh giá lại từ ngày ${dayText(opens)} đến ngày ${dayText(closes)}.`;
  return {
    subject: `${productName}: giấy chứng nhận OCOP sắp hết hạn`,
    body: `${paper} hết hạn ngày ${dayText(endsOn)}.\n${filing}`,
  };
}
