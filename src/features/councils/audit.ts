/** What the nightly check computes anew with the law: sheets against their seals, results against their sheets (Q17). */
import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Exclusion } from '#law/council';
import type { Answers } from '#law/scoring';
import type { SheetContent } from '#law/session-record';
import type { DB } from '#platform/db/schema.generated';
import { computeResult, setIndexOf, sheetHash, totalOf } from './compute.ts';
import { FORMER_REGULATION, type Regulation } from './schema.ts';

interface Version extends SheetContent {
  readonly sheet: string;
  readonly no: number;
  readonly dossier: string;
  readonly seat: string;
  readonly productSet: string;
  readonly product: string;
  readonly total: number;
  readonly hash: string;
}

/** Every version ever handed in: its total is the law's, its seal fits its content. Answers faults in words. */
export async function auditSheets(db: Kysely<DB>): Promise<{ looked: number; faults: string[] }> {
  const { rows } = await sql<Version>`
    select v.sheet, v.no, s.dossier, s.seat, d.product_set as "productSet", p.name as product, v.answers, v.notes, v.opinion,
           v.exclusion, v.total, v.hash
      from score_sheet_version v join score_sheet s on s.id = v.sheet join dossier d on d.id = s.dossier
      join product p on p.id = d.product order by v.sheet, v.no`.execute(db);
  const faults: string[] = [];
  for (const { sheet, no, dossier, seat, productSet, product, total, hash, ...content } of rows) {
    const where = `Sheet ${sheet}, version ${no}, of ${product}`;
    const counted = totalFor(await setIndexOf(productSet), content.answers);
    if (counted !== total) faults.push(`${where}: ${total} points are stored, its answers give ${counted}`);
    const { answers, notes, opinion, exclusion } = content;
    const sealed = sheetHash({ sheet, dossier, seat, total, answers, notes, opinion, exclusion });
    if (sealed !== hash) faults.push(`${where}: its content does not fit its seal`);
  }
  return { looked: rows.length, faults };
}

function totalFor(index: Awaited<ReturnType<typeof setIndexOf>>, answers: Answers): number | string {
  try {
    return totalOf(index, answers);
  } catch (error) {
    return error instanceof Error ? `no total (${error.message})` : 'no total';
  }
}

interface Stored {
  readonly session: string;
  readonly dossier: string;
  readonly product: string;
  readonly productSet: string;
  readonly rulebook: string;
  readonly regulation: Regulation;
  readonly excluded: Exclusion | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sheets: readonly { readonly seat: string; readonly answers: Answers }[];
}

/** Every stored result, computed again from its sheets under its session's regulation. Answers faults in words. */
export async function auditResults(db: Kysely<DB>): Promise<{ looked: number; faults: string[] }> {
  const { rows } = await sql<Stored>`
    select r.session, r.dossier, p.name as product, d.product_set as "productSet", d.rulebook, ${FORMER_REGULATION}::jsonb || k.settings as regulation, r.excluded,
           json_build_object('sum', r.point_sum, 'count', r.sheet_count, 'band', r.band_star, 'star', r.star, 'candidate', r.candidate,
             'gates', r.gates, 'parts', r.parts, 'criteria', r.criteria, 'spread', r.spread, 'vote', r.vote) as facts,
           coalesce((select json_agg(json_build_object('seat', s.seat, 'answers', v.answers) order by s.seat)
             from score_sheet s join lifecycle h on h.id = s.id and h.state = 'submitted'
             join lateral (select answers from score_sheet_version w where w.sheet = s.id order by w.no desc limit 1) v on true
            where s.session = r.session and s.dossier = r.dossier
              and not exists (select from recusal x where x.session = s.session and x.dossier = s.dossier and x.seat = s.seat)), '[]') as sheets
      from evaluation_result r join lifecycle l on l.id = r.session and l.state in ('opened', 'concluded')
      join council_session k on k.id = r.session join dossier d on d.id = r.dossier join product p on p.id = d.product
     order by r.session, r.dossier`.execute(db);
  const faults: string[] = [];
  for (const row of rows) faults.push(...(await faultsOf(row)).map((fault) => `Result of ${row.product}: ${fault}`));
  return { looked: rows.length, faults };
}

const NAMES: Readonly<Record<string, string>> = {
  sum: 'sum of points',
  count: 'number of sheets',
  band: 'star by points',
  star: 'star',
  candidate: 'five-star candidate',
  gates: 'star marks',
  parts: 'points of the parts',
  criteria: 'points of the criteria',
  spread: 'pairs over the limit',
  vote: 'vote on the star',
};

async function faultsOf({ productSet, rulebook, regulation, excluded, facts, sheets }: Stored): Promise<string[]> {
  if (!productSet.startsWith(`${rulebook}/`)) return [`rulebook ${rulebook} is stored, its sheet is of ${productSet}`];
  if (sheets.length === 0) return ['it has no sheet'];
  try {
    const { law, spread } = await computeResult(productSet, sheets, regulation, excluded);
    const again: Readonly<Record<string, unknown>> = {
      ...{ sum: law.mean.sum, count: law.mean.count, band: law.bandStar, star: law.star, candidate: law.candidate },
      ...{ gates: law.gates, parts: law.parts, criteria: law.criteria, spread, vote: law.vote },
    };
    return Object.keys(NAMES)
      .filter((name) => !isDeepStrictEqual(plain(facts[name]), plain(again[name])))
      .map((name) => `the ${NAMES[name]} stored is ${short(facts[name])}, its sheets give ${short(again[name])}`);
  } catch (error) {
    return [`it cannot be computed from its sheets (${error instanceof Error ? error.message : 'unknown'})`];
  }
}

/** As JSON keeps it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

function short(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
