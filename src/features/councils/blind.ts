/**
 * The one door through which a council that judges without names sees a product: a number in place of the names, until the
 * scores are open. From whom names are kept is `BLIND_SEATS` of the law; a session is open once it has a result.
 */
import { randomInt } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { BLIND_SEATS, blindNumber, namesIn, seesNames } from '#law/anonymous';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { invalid } from '#platform/refusal';
import type { SessionRecord, SessionSeat } from './session-record.ts';

type Db = Kysely<DB> | Tx;

/** Who reads: an account, a column of the query that holds one, or everybody who sits in the council. Null: nobody in it. */
export type Reader = string | null | RawBuilder<unknown> | typeof EVERY_SEAT;
/** A paper or letter that goes to the whole council: it names nothing that is kept from any of its members. */
export const EVERY_SEAT = Symbol('every seat');

/** Is the product's name kept from the reader in the session (a column of the query)? */
function isBlind(session: RawBuilder<unknown>, reader: Reader): RawBuilder<boolean> {
  if (reader === null) return sql<boolean>`false`;
  const account = typeof reader === 'symbol' ? sql`true` : sql`br.account = ${reader}::uuid`;
  return sql<boolean>`(exists (select from council_session bs join seat_reach br on br.subject = bs.id and ${account}
      where bs.id = ${session} and ${JSON.stringify(BLIND_SEATS)}::jsonb -> (bs.settings ->> 'anonymous') @> to_jsonb(br.seat_role))
    and not exists (select from evaluation_result bx where bx.session = ${session}))`;
}

/** Names as readers of the session see them, together where there are several; the query knows `p` product, `m` producer, `d` dossier, `o` session_dossier. */
export function namesFor(...readers: readonly Reader[]) {
  const blind = sql<boolean>`(${sql.join(
    readers.map((one) => isBlind(sql`o.session`, one)),
    sql` or `,
  )})`;
  return {
    blind,
    product: sql<string>`case when ${blind} then ${NUMBERED} || o.blind_number else p.name end`,
    producer: sql<string>`case when ${blind} then ${KEPT_BACK} else m.name end`,
    code: sql<string | null>`case when ${blind} then null else d.product_code end`,
  };
}
const NUMBERED = 'Mẫu số ';
const KEPT_BACK = 'Ẩn danh đến khi mở điểm';

/** Are names of this session kept from the account? */
export async function isBlindTo(db: Db, session: string, account: string | null): Promise<boolean> {
  const { rows } = await sql<{ blind: boolean }>`select ${isBlind(sql`${session}::uuid`, account)} as blind`.execute(
    db,
  );
  return rows[0]?.blind === true;
}

/** The number of each product on the agenda, kept from the agenda before; null where the council sees names. */
export async function blindNumbers(
  tx: Tx,
  { id, regulation }: SessionRecord,
  wanted: readonly string[],
): Promise<(dossier: string) => string | null> {
  if (regulation.anonymous === 'named') return () => null;
  const rows = await tx
    .selectFrom('session_dossier')
    .select(['dossier', 'blind_number'])
    .where('session', '=', id)
    .execute();
  const numbers = new Map(rows.map((one) => [one.dossier, one.blind_number]));
  const taken = new Set([...numbers.values()].filter((one) => one !== null));
  for (const dossier of wanted.filter((one) => !numbers.get(one))) {
    const number = blindNumber(taken, (count) => randomInt(count));
    taken.add(number);
    numbers.set(dossier, number);
  }
  return (dossier) => numbers.get(dossier) ?? null;
}

/** Seats that may open the dossiers of a session before its scores are open. */
export const seatsWithNames = ({ regulation }: SessionRecord, seats: readonly SessionSeat[]) =>
  seats.filter(({ role }) => seesNames(regulation.anonymous, role, false));

/**
 * The reach of seats into a dossier. One judged without names is out of the reach of those it is kept from, whatever an
 * earlier session gave them.
 */
export async function giveDossier(
  tx: Tx,
  dossier: string,
  to: readonly SessionSeat[],
  not: readonly SessionSeat[],
): Promise<void> {
  if (not.length > 0)
    await tx
      .deleteFrom('seat_reach')
      .where('subject', '=', dossier)
      .where(
        'account',
        'in',
        not.map(({ account }) => account),
      )
      .execute();
  if (to.length > 0)
    await tx
      .insertInto('seat_reach')
      .values(to.map(({ account, role, seat }) => ({ subject: dossier, account, seat_role: role, seat })))
      // A dossier that is evaluated again may come before the same people.
      .onConflict((on) =>
        on.columns(['subject', 'account', 'seat_role']).doUpdateSet((row) => ({ seat: row.ref('excluded.seat') })),
      )
      .execute();
}

/** Refuses words that go to the whole council and name what is kept from it. Throws 422 at the field. */
export async function refuseNames(
  tx: Tx,
  { regulation }: Pick<SessionRecord, 'regulation'>,
  dossiers: readonly string[],
  said: Readonly<Record<string, string | null | undefined>>,
): Promise<void> {
  if (regulation.anonymous === 'named' || dossiers.length === 0) return;
  const { rows } = await sql<{ name: string }>`
    select unnest(array[p.name, m.name]) as name from dossier d join product p on p.id = d.product
      join producer m on m.id = d.producer where d.id = any(${dossiers}::uuid[])`.execute(tx);
  const names = rows.map(({ name }) => name);
  for (const [field, text] of Object.entries(said)) {
    const [name] = namesIn(text ?? '', names);
    if (name !== undefined)
      throw invalid(field, `Hội đồng chấm ẩn danh và ai cũng đọc phần này: bỏ tên “${name}”, ghi theo số mẫu`);
  }
}
