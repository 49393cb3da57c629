/** Producers who have not told the year that is asked for are reminded before its last day, and once when it has come. */
import { sql } from 'kysely';
import { certificateRules, stateOn } from '#features/registry';
import { addDays, dayText } from '#law/days';
import { dueReminder, NEWS_DAYS } from '#law/reevaluation';
import type { Day } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import { tell } from '#platform/outbox/outbox';
import { askedOn } from './queries.ts';
import { yearPaths } from './urls.ts';

/** Products looked at in one transaction. */
const BATCH = 200;

interface Owing {
  readonly product: string;
  readonly name: string;
  readonly to: readonly { readonly account: string; readonly email: string | null }[];
}

/** Reminds of every product with a certificate whose year is not told, each step once, of missed steps only the newest. Answers how many. */
export async function remindOfYears(db: Database, { day, baseUrl }: { day: Day; baseUrl: string }): Promise<number> {
  const { year, due, reminderDays } = await askedOn(db.app, day);
  const step = dueReminder(due, day, reminderDays);
  if (!step || day > addDays(due, NEWS_DAYS)) return 0;
  let count = 0;
  for (let after: string | null = null, more = true; more; ) {
    const rows: Owing[] = await owing(db, { year, day, step: step.daysBefore, after });
    for (const row of rows)
      if (await db.transaction((tx) => tellOnce(tx, row, { year, due, day, baseUrl, step: step.daysBefore })))
        count += 1;
    after = rows.at(-1)?.product ?? null;
    more = rows.length === BATCH;
  }
  return count;
}

/** Products of producers with an account, certificate running, year not told, step not told yet; by id. */
async function owing(
  db: Database,
  { year, day, step, after }: { year: number; day: Day; step: number; after: string | null },
): Promise<Owing[]> {
  const rules = await certificateRules(db.app, day);
  const { rows } = await sql<Owing>`
    select s.product, s.name, h."to" from (
      select distinct p.id from appointment t join product p on p.producer = t.producer
       where t.role = 'producer' and t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to >= ${day}::date)
         ${after === null ? sql`` : sql`and p.id > ${after}::uuid`}) own
      join product_search s on s.product = own.id cross join lateral (
        select json_agg(json_build_object('account', a.id, 'email', a.email)) as "to" from (
          select distinct a.id, a.email from appointment t join account a on a.id = t.account join lifecycle l on l.id = a.id and l.state = 'active'
           where t.role = 'producer' and t.producer = s.producer and t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to >= ${day}::date)) a) h
     where h."to" is not null and s.recognition is not null and ${stateOn('s', 's.life', day, rules)} in ('inForce', 'extended')
       and s.issued_earliest < make_date(${year + 1}::int, 1, 1)
       and not exists (select from product_year y where y.product = s.product and y.year = ${year})
       and not exists (select from product_year_reminder r where r.product = s.product and r.year = ${year} and r.step <= ${step})
     order by s.product limit ${BATCH}`.execute(db.app);
  return rows;
}

interface Telling {
  readonly year: number;
  readonly due: Day;
  readonly day: Day;
  readonly step: number;
  readonly baseUrl: string;
}

/** The row of the step is the claim: whoever writes it tells. */
async function tellOnce(
  tx: Tx,
  { product, name, to }: Owing,
  { year, due, day, step, baseUrl }: Telling,
): Promise<boolean> {
  const claimed = await tx
    .insertInto('product_year_reminder')
    .values({ product, year, step, day })
    .onConflict((on) => on.doNothing())
    .returning('product')
    .executeTakeFirst();
  if (!claimed) return false;
  const late = day > due;
  const link = yearPaths.reportYear(product, year);
  const words = {
    subject: `${late ? 'Đã quá hạn' : 'Sắp đến hạn'} báo số liệu năm ${year}: ${name}`,
    body: `Hạn báo sản lượng, doanh thu, lao động năm ${year} là ngày ${dayText(due)}.\nQuá hạn vẫn báo được.`,
  };
  for (const { account, email } of to) {
    await tell(tx, { ...words, channel: 'app', account, link, about: product });
    if (email)
      await tell(tx, {
        ...{ channel: 'email', account, address: email, subject: words.subject, link, about: product },
        body: `${words.body}\n\nBáo tại: ${baseUrl}${link}`,
      });
  }
  return true;
}
