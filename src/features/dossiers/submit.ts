import type { Kysely } from 'kysely';
import { endExtension, extendByFiling } from '#features/registry';
import { checkSubmission, type SubmissionCheck } from '#law/dossier';
import type { FactsOf } from '#law/moves';
import { filingWindow, type LateFiling, mayFileReEvaluation } from '#law/reevaluation';
import type { ProductSet, RulebookId } from '#law/rulebooks';
import { scoreSheet } from '#law/scoring';
import type { LateOldDossier } from '#law/transition';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, Refusal, refused } from '#platform/refusal';
import { setting } from '#platform/settings';
import { formatDay } from '#ui';
import { changesContent, renewalsOf } from './changes.ts';
import { keepFiling, sealContent } from './filing.ts';
import { tellOffice, tellProducer } from './letters.ts';
import { type DossierRecord, holdDossier } from './record.ts';
import {
  type DossierRow,
  dossierRow,
  submitDossier as submitInput,
  withdrawDossier as withdrawInput,
} from './schema.ts';
import { sheetOf } from './sheet.ts';
import { giveSlip } from './slip.ts';
import { citedPapers } from './wallet.ts';
import { withdrawalFacts } from './withdrawal.ts';

/**
 * Submits the dossier to the commune. The numbered slip is given at once by the system in the commune's series (R3.9, R3.10);
 * the officer who receives it later is named on it. The content is sealed by its hash and kept as it is now.
 */
export const submitDossier = action({
  name: 'dossier.submit',
  title: 'Nộp hồ sơ',
  input: submitInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, given): Promise<DossierRow> {
    if (!given.truthful) throw invalid('truthful', 'Đánh dấu cam đoan rồi nộp');
    const dossier = await holdDossier(ctx.tx, given.id);
    if (given.draftVersion !== undefined && given.draftVersion !== dossier.draftVersion)
      throw changedMeanwhile(dossier.draftVersion);
    if (ctx.actor.role !== 'producer' && !dossier.onBehalf)
      throw refused('Hồ sơ này do chủ thể tự soạn nên chủ thể tự nộp.');
    const { blocks } = await submissionCheck(ctx.tx, dossier, ctx.day);
    const sealed = await sealContent(ctx.tx, dossier.id);
    const shown: FactsOf<'dossier.submit'> = {
      kind: dossier.kind,
      blocks: blocks.map((one) => one.message),
      contentHash: sealed.hash,
      rulebook: dossier.rulebook as RulebookId,
      ...(await filingFacts(ctx.tx, dossier, ctx.day)),
    };
    const slip = await giveSlip(ctx, dossier, 'commune', 'Tiếp nhận qua hệ thống');
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.submit',
      subject: dossier.id,
      expect: ctx.expect,
      facts: { contentHash: sealed.hash, slip: slip.text, draftVersion: dossier.draftVersion },
      shown,
      effect: async (tx) => {
        await tx
          .updateTable('dossier')
          .set({ content_hash: sealed.hash, submitted_on: dossier.submittedOn ?? ctx.day })
          .where('id', '=', dossier.id)
          .execute();
        await keepFiling(tx, dossier.id, sealed, ctx.day);
        const extension = await prolong(ctx, dossier);
        const { name } = dossier.product;
        await tellOffice(tx, dossier, 'commune', {
          subject: `Hồ sơ ${name} chờ tiếp nhận`,
          body: `${dossier.producer.name} đã nộp hồ sơ, phiếu số ${slip.text}.${extension}`,
        });
        await tellProducer(tx, dossier, {
          subject: `Đã nộp hồ sơ ${name}`,
          body: `Phiếu số ${slip.text}. Giấy biên nhận có ở trang của hồ sơ.${extension}`,
        });
      },
    });
    return { id: dossier.id, state: moved.state, version: moved.version, draftVersion: dossier.draftVersion };
  },
});

/** The certificate of a re-evaluation runs on by law from its first filing (Art. 12.3). Answers what the letters say of it. */
async function prolong(ctx: ActionContext, dossier: DossierRecord): Promise<string> {
  if (dossier.kind !== 'reEvaluation') return '';
  const begun = await extendByFiling(ctx, {
    dossier: dossier.id,
    recognition: dossier.formerRecognition,
    province: dossier.province.id,
    filedOn: dossier.submittedOn ?? ctx.day,
  });
  if (begun === null) return '';
  return `\nTheo Điều 12 khoản 3, giấy chứng nhận được kéo dài hiệu lực từ ngày ${formatDay(begun.startsOn)} đến khi có kết quả, không quá ngày ${formatDay(begun.endsOn)}.`;
}

/** What was read before submitting is no longer what is kept: nothing unread is sealed (Q5). */
function changedMeanwhile(current: number): Refusal {
  const message = 'Nội dung hồ sơ vừa được sửa ở máy hoặc trang khác. Xem lại bản đang lưu rồi nộp.';
  return new Refusal({ status: 409, code: 'stale', message, details: { current } });
}

/** What blocks the submission and what is worth knowing first, by the law, on this day (U17). */
export async function submissionCheck(db: Kysely<DB> | Tx, dossier: DossierRecord, day: Day): Promise<SubmissionCheck> {
  const { set, answered, problem } = await scored(dossier);
  const papers = await citedPapers(db, dossier.id);
  const { list } = await renewalsOf(db, dossier, papers, day);
  const check = checkSubmission(
    {
      kind: dossier.kind,
      producerType: dossier.producer.type,
      form: { ...dossier.form.general, ...dossier.form.results, ...dossier.form.plan },
      set,
      answered,
      papers: papers.map((one) => ({ id: one.id, kind: one.kind, validTo: one.endsOn, criteria: one.criteria })),
      onBehalf: dossier.onBehalf,
      signedForm: dossier.signedForm !== null,
      changes: changesContent(dossier),
      renewals: list,
    },
    day,
  );
  const failed = papers
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ kind, title }) => ({ at: kind, message: `Xã đã ghi không đạt: ${title}. Thay bằng bản mới.` }));
  const blocks = problem ? [...check.blocks, { at: 'answers', message: problem }] : check.blocks;
  return { blocks, warnings: [...failed, ...check.warnings] };
}

/** The set of the dossier, the criteria answered, and why the self-score cannot be counted, if so. */
async function scored(
  dossier: DossierRecord,
): Promise<{ set: ProductSet; answered: readonly string[]; problem: string | null }> {
  const { set, index } = await sheetOf(dossier);
  const result = scoreSheet(index, dossier.answers);
  return { set, answered: Object.keys(dossier.answers), problem: result.ok ? null : result.message };
}

/** What the law asks of the day of filing: the end of the certificate before, and the province's word on late filings. */
async function filingFacts(db: Kysely<DB> | Tx, dossier: DossierRecord, day: Day) {
  const late = await setting(db, 'lateFiling', { scope: dossier.province.id, day });
  return {
    formerExpiresOn: await formerExpiry(db, dossier.formerRecognition),
    lateFiling: (late ?? 'allow') as LateFiling,
    filedOn: dossier.submittedOn,
    lateOldDossier: await lateOldDossier(db, dossier, day),
  };
}

/** The province's way on for an old dossier not decided in time (Art. 12.2 [?]). */
export async function lateOldDossier(db: Kysely<DB> | Tx, dossier: DossierRecord, day: Day): Promise<LateOldDossier> {
  return ((await setting(db, 'lateOldDossier', { scope: dossier.province.id, day })) ?? 'fileAnew') as LateOldDossier;
}

/** Why the dossier may not be handed in on this day, though its content is complete; null when it may (R8.1). */
export async function filingRefusal(db: Kysely<DB> | Tx, dossier: DossierRecord, day: Day): Promise<string | null> {
  if (dossier.kind !== 'reEvaluation' || dossier.submittedOn !== null) return null;
  const { formerExpiresOn, lateFiling } = await filingFacts(db, dossier, day);
  if (formerExpiresOn === null) return null;
  const said = mayFileReEvaluation(formerExpiresOn, day, lateFiling);
  return said.ok ? null : said.message;
}

/** Is a re-evaluation handed in on this day after its window has closed (Art. 7.6.a)? */
export async function isLateFiling(db: Kysely<DB> | Tx, dossier: DossierRecord, day: Day): Promise<boolean> {
  if (dossier.kind !== 'reEvaluation' || dossier.submittedOn !== null) return false;
  const expiresOn = await formerExpiry(db, dossier.formerRecognition);
  return expiresOn !== null && day > filingWindow(expiresOn, day).closes;
}

async function formerExpiry(tx: Kysely<DB> | Tx, recognition: string | null): Promise<Day | null> {
  if (recognition === null) return null;
  const row = await tx
    .selectFrom('recognition')
    .select(['expires_earliest', 'expires_latest'])
    .where('id', '=', recognition)
    .executeTakeFirst();
  return row && row.expires_earliest === row.expires_latest ? row.expires_latest : null;
}

/** The producer takes the dossier back before it is scored. */
export const withdrawDossier = action({
  name: 'dossier.withdraw',
  title: 'Rút hồ sơ',
  input: withdrawInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDossier(ctx.tx, given.id);
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.withdraw',
      subject: given.id,
      expect: ctx.expect,
      reason: given.reason,
      shown: await withdrawalFacts(ctx.tx, dossier, ctx.day),
      effect: () => endExtension(ctx, given.id, 'withdrawn', ctx.day),
    });
    return { id: given.id, state: moved.state, version: moved.version, draftVersion: dossier.draftVersion };
  },
});
