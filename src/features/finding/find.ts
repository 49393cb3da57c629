/** The search over everything: each kind asked with the reader's own reach. */
import type { Kysely } from 'kysely';
import { certificateRules, mendedQueries } from '#features/registry';
import { searchUnits, type UnitHit } from '#features/units';
import type { DB } from '#platform/db/schema.generated';
import type { ReadContext } from '#platform/http/context';
import { type Asked, readTyped } from './asked.ts';
import { type Cell, type Found, findHits, type Hit, type KindOf } from './hits.ts';
import { account } from './kinds/account.ts';
import { certificate } from './kinds/certificate.ts';
import { dossier } from './kinds/dossier.ts';
import { producer } from './kinds/producer.ts';
import { product } from './kinds/product.ts';
import { type FindQuery, type Kind, kindNames } from './schema.ts';

/** Rows of each kind on the page of all kinds, and of one kind on its own page. */
const FEW = 5;
export const PAGE = 30;
const MOST_UNITS = 30;

const kinds: Readonly<Record<Exclude<Kind, 'unit'>, KindOf>> = { product, producer, dossier, certificate, account };

export interface Result {
  readonly kind: Kind;
  readonly rows: readonly Hit[];
  readonly total: number;
  readonly cells: readonly Cell[];
}
export interface Answer {
  readonly results: readonly Result[];
  /** The words found nothing: these are names like them. */
  readonly near: boolean;
}

/** What fits the question, kind by kind; null when nothing was asked. */
export async function find(ctx: ReadContext, query: FindQuery): Promise<Answer | null> {
  const typed = readTyped(query.q);
  if (typed === null) return null;
  const { expiryDayValid } = await certificateRules(ctx.db, ctx.day);
  const { day, actor } = ctx;
  const asked = {
    ...{ typed, day, expiryDayValid, actor, near: false },
    within: (verb: string, alias: string) => ctx.within(verb, alias),
  };
  const exact = await askAll(ctx.db, asked, query);
  if (hasSome(exact)) return { results: exact, near: false };
  const near = await askAll(ctx.db, { ...asked, near: true }, query);
  if (hasSome(near)) return { results: near, near: true };
  for (const mended of await mendedQueries(ctx.db, typed.words)) {
    const meant = await askAll(ctx.db, { ...asked, typed: { ...typed, query: mended } }, query);
    if (hasSome(meant)) return { results: meant, near: true };
  }
  return { results: near, near: true };
}

const hasSome = (results: readonly Result[]) => results.some(({ total, cells }) => total > 0 || cells.length > 0);

function askAll(db: Kysely<DB>, asked: Asked, { loai, trong, tt, sao, trang }: FindQuery): Promise<Result[]> {
  return Promise.all(
    kindNames.map(async (kind): Promise<Result> => {
      const chosen = kind === loai;
      const limit = chosen ? PAGE : loai === undefined ? FEW : 0;
      const found =
        kind === 'unit'
          ? await unitHits(db, asked, limit)
          : await findHits(db, kinds[kind](asked), {
              mineOnly: trong !== undefined,
              state: chosen ? tt : undefined,
              star: chosen && sao !== undefined ? Number(sao) : undefined,
              limit,
              offset: chosen && trang !== undefined ? (trang - 1) * PAGE : 0,
            });
      return { kind, ...found };
    }),
  );
}

/** Units by every name they ever bore; the register of units has its own search. */
async function unitHits(db: Kysely<DB>, { typed, day, near }: Asked, limit: number): Promise<Found> {
  if (near) return { rows: [], cells: [], total: 0 };
  const hits = await searchUnits(db, { q: typed.text, day, limit: MOST_UNITS });
  return { rows: hits.slice(0, limit).map(unitHit), cells: [], total: hits.length };
}

const unitHit = ({ id, place, code, former, successors }: UnitHit): Hit => ({
  ...{ id, code, name: former ? `${place} (cũ)` : place, who: null, state: null, star: null, own: true },
  ...{ place: successors.length > 0 ? `Nay: ${successors.join('; ')}` : null, invented: false, tier: 5 },
});
