/** The report on how members judged: read from the sheets of an opened session, told to the chair. */
import type { Kysely } from 'kysely';
import { withoutEach } from '#law/dry-run';
import { meanText } from '#law/stars';
import type { DB } from '#platform/db/schema.generated';
import { setIndexOf } from './compute.ts';
import { countedProducts } from './counted-read.ts';
import { type Habit, habitsOf } from './judging.ts';
import { findSession, type SessionRecord, scoringSeats, sessionSeats, steppedBackFrom } from './session-record.ts';

/** One product: its totals, and whether any one sheet alone carries the star. */
export interface JudgedRow {
  readonly dossier: string;
  readonly product: string;
  readonly producer: string;
  readonly mean: { readonly sum: number; readonly count: number; readonly words: string };
  readonly star: number | null;
  readonly totals: readonly number[];
  /** Members without whose sheet the star would be another one, and which. */
  readonly turning: readonly { readonly member: string; readonly star: number | null }[];
  /** Only one sheet: the question cannot be asked. */
  readonly alone: boolean;
}

export interface JudgingReport {
  readonly session: SessionRecord;
  readonly members: readonly (Habit & { readonly name: string; readonly organisation: string })[];
  readonly products: readonly JudgedRow[];
}

/** The report of a session without the products its reader stepped back from; undefined when there is no session. */
export async function judgingReport(db: Kysely<DB>, id: string, reader: string): Promise<JudgingReport | undefined> {
  const session = await findSession(db, id);
  if (!session) return undefined;
  const [all, seats, hidden] = await Promise.all([
    countedProducts(db, id),
    sessionSeats(db, id),
    steppedBackFrom(db, id, reader),
  ]);
  const counted = all.filter(({ dossier }) => !hidden.has(dossier));
  const nameOf = (seat: string) => seats.find((one) => one.seat === seat)?.name ?? '';
  const judged = counted.map(({ product, sheets }) => ({
    product,
    totals: Object.fromEntries(sheets.map(({ seat, total }) => [seat, total])),
  }));
  const habits = habitsOf(
    scoringSeats(seats).map(({ seat }) => seat),
    judged,
  );
  const products = await Promise.all(
    counted.map(
      async ({ dossier, product, producer, productSet, sum, count, star, excluded, sheets }): Promise<JudgedRow> => {
        const index = await setIndexOf(productSet);
        const members = sheets.map(({ seat, answers }) => ({ member: seat, answers }));
        const without = excluded ? [] : withoutEach(index, members, session.regulation);
        return {
          ...{ dossier, product, producer, star, totals: sheets.map(({ total }) => total), alone: sheets.length < 2 },
          mean: { sum, count, words: meanText({ sum, count }) },
          turning: without
            .filter((one) => one.star !== star)
            .map((one) => ({ member: nameOf(one.member), star: one.star })),
        };
      },
    ),
  );
  const members = habits.map((one) => ({
    ...one,
    name: nameOf(one.seat),
    organisation: seats.find(({ seat }) => seat === one.seat)?.organisation ?? '',
  }));
  return { session, members, products };
}

/** "Có: bỏ phiếu nào cũng 4 sao", or whose sheet turns it. */
export function robustWords({ star, turning, alone }: JudgedRow): string {
  if (star === null) return 'Hồ sơ bị loại';
  if (alone) return 'Chỉ có một phiếu';
  if (turning.length === 0) return `Bỏ một phiếu bất kỳ vẫn ${star} sao`;
  return turning.map((one) => `Bỏ phiếu của ${one.member}: ${one.star} sao`).join('; ');
}
