import { type Kysely, sql } from 'kysely';
import { COMMUNE_MATTERS, type CommuneMatter, samplesNeeded } from '#law/dossier';
import type { Round } from '#law/rounds';
import type { Criterion, ProductSet } from '#law/rulebooks';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { DossierRecord } from './record.ts';
import type { WalletPaper } from './wallet.ts';

/** Form 03 of a dossier as it stands: the four assessments and the numbers of what went out with them. */
export interface Assessment {
  readonly material: string | null;
  readonly labour: string | null;
  readonly idea: string | null;
  readonly identity: string | null;
  readonly formNumber: string | null;
  readonly formDate: Day | null;
  readonly letterNumber: string | null;
  readonly letterDate: Day | null;
  readonly signatory: string | null;
  readonly signedFile: string | null;
}

const NOTHING: Assessment = {
  material: null,
  labour: null,
  idea: null,
  identity: null,
  formNumber: null,
  formDate: null,
  letterNumber: null,
  letterDate: null,
  signatory: null,
  signedFile: null,
};

/** The commune's assessment; empty while nothing is written. */
export async function assessmentOf(db: Kysely<DB> | Tx, dossier: string): Promise<Assessment> {
  const { rows } = await sql<Assessment>`
    select material, labour, idea, identity, form_number as "formNumber", form_date as "formDate",
           letter_number as "letterNumber", letter_date as "letterDate", signatory, signed_file as "signedFile"
      from commune_assessment where dossier = ${dossier}`.execute(db);
  return rows[0] ?? NOTHING;
}

/** The advisory team's report on a dossier. */
export interface Advice {
  readonly number: string;
  readonly dated: Day;
  readonly file: string | null;
  readonly summary: string | null;
  readonly proposal: string | null;
}

/** The report, or undefined while none is recorded. */
export async function adviceOf(db: Kysely<DB> | Tx, dossier: string): Promise<Advice | undefined> {
  const { rows } = await sql<Advice>`
    select number, dated, file, summary, proposal from advisory_report where dossier = ${dossier}`.execute(db);
  return rows[0];
}

/** The matters already assessed. */
function mattersDone(assessment: Assessment): readonly CommuneMatter[] {
  return COMMUNE_MATTERS.map((one) => one.name).filter((name) => Boolean(assessment[name]?.trim()));
}

/** How far the commune's check is, and what still stands between the dossier and the proposal. */
export interface CheckProgress {
  readonly papers: number;
  readonly seen: number;
  readonly failed: number;
  readonly matters: number;
  readonly code: string | null;
  readonly samplesNeeded: number;
  /** One sentence for each thing to do first; the law asks the same when the act comes. */
  readonly left: readonly string[];
}

/** What is done of the commune's work on a dossier. */
export function checkProgress(
  dossier: Pick<DossierRecord, 'productCode'>,
  papers: readonly Pick<WalletPaper, 'verdict'>[],
  assessment: Assessment,
  set: Pick<ProductSet, 'group'>,
): CheckProgress {
  const seen = papers.filter(({ verdict }) => verdict !== null).length;
  const matters = mattersDone(assessment).length;
  const left = [
    seen < papers.length ? `còn ${papers.length - seen} giấy tờ chưa kiểm tra` : '',
    matters < COMMUNE_MATTERS.length ? `còn ${COMMUNE_MATTERS.length - matters} nội dung chưa đánh giá` : '',
    dossier.productCode === null ? 'chưa cấp mã số sản phẩm' : '',
  ].filter((one) => one !== '');
  return {
    papers: papers.length,
    seen,
    failed: papers.filter(({ verdict }) => verdict === 'fail').length,
    matters,
    code: dossier.productCode,
    samplesNeeded: samplesNeeded(set.group),
    left,
  };
}

/** Rounds a province planned besides the two of the year; they may take a proposal earlier (R4.3). */
export async function extraRounds(db: Kysely<DB>, province: string): Promise<Round[]> {
  const { rows } = await sql<Round>`
    select level, year, no, proposed_before as "proposedBefore", completed_before as "completedBefore"
      from evaluation_round where province = ${province} and level = 'province' and extra`.execute(db);
  return rows;
}

/** Words of the titles of the criteria the commune reviews, by what they are about (Art. 7.2.a). */
const ABOUT: readonly (readonly [matter: CommuneMatter, words: RegExp])[] = [
  ['labour', /lao động/i],
  ['idea', /ý tưởng/i],
  ['identity', /bản sắc|trí tuệ/i],
  ['material', /nguyên liệu|nguồn gốc sản phẩm/i],
];

/** The criteria of the sheet that a matter of Form 03 is about: those marked for the commune's review. */
export function reviewedCriteria(set: ProductSet, matter: CommuneMatter): readonly Criterion[] {
  const below = (node: Criterion): readonly Criterion[] => [
    ...(node.communeReview ? [node] : []),
    ...(node.kind === 'group' ? node.children.flatMap(below) : []),
  ];
  return set.parts
    .flatMap((part) => part.criteria.flatMap(below))
    .filter((node) => ABOUT.find(([, words]) => words.test(node.title))?.[0] === matter);
}
