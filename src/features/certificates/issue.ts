import { sql } from 'kysely';
import { v7 } from 'uuid';
import { getDossier, lateOldDossier } from '#features/dossiers';
import { endExtension, newCheckCode } from '#features/registry';
import { expiresOn } from '#law/certificate';
import { LEVEL_WORDS } from '#law/competence';
import type { FactsOf } from '#law/moves';
import type { LawSettingKey } from '#law/settings';
import { meanText } from '#law/stars';
import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { beget, carryOut } from '#platform/ledger/ledger';
import { nextNumber } from '#platform/numbers';
import { refused } from '#platform/refusal';
import { setting } from '#platform/settings';
import { tellResult } from './letters.ts';
import { type DecisionItem, type DecisionRecord, holdDecision } from './record.ts';
import { type DecisionRow, decisionRow, issueDecision as issueInput } from './schema.ts';
import { signingOf } from './signing.ts';
import { runningRecognition, supersede } from './succession.ts';

/** Setting of the house: the officer who proposed may not record the issue (S17); default off, small offices have one. */
const TWO_HANDS = 'decisionTwoHands' satisfies LawSettingKey;

/**
 * Records the issue of a decision: number, day, signatory, signed file. In the same transaction every product of the list
 * gets its certificate for the law's term (Art. 4.3, 7.3.đ–e), or the candidate goes on to the Ministry; all or nothing.
 */
export const issueDecision = action({
  name: 'decision.issue',
  title: 'Ghi ban hành quyết định',
  input: issueInput,
  output: decisionRow,
  fresh: true,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given): Promise<DecisionRow> {
    const decision = await holdDecision(ctx.tx, given.id);
    await refuseUsedNumber(ctx.tx, decision, given.number, given.dated);
    const shown: FactsOf<'decision.issue'> = {
      number: given.number,
      dated: given.dated,
      kind: decision.kind,
      level: decision.level,
      signatory: given.signatory,
      stars: decision.items.flatMap((one) => (one.star === null ? [] : [one.star])),
      ...handsOf(await proposersOf(ctx.tx, decision.id), ctx.actor),
      twoHands: (await setting(ctx.tx, TWO_HANDS, { scope: decision.province, day: ctx.day })) === true,
      signing: await signingOf(ctx, decision.province, given),
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'decision.issue',
      subject: decision.id,
      expect: ctx.expect,
      facts: {
        ...{ number: given.number, dated: given.dated, signatory: given.signatory, file: given.signedFile },
        ...{ capacity: given.signingCapacity, mandate: given.mandate ?? null },
      },
      shown,
      effect: async (tx) => {
        await attachFiles(ctx, [given.signedFile], { province: decision.province });
        await tx
          .updateTable('decision')
          .set({
            number: given.number,
            dated: given.dated,
            signatory: given.signatory,
            signing_capacity: given.signingCapacity,
            mandate: given.mandate ?? null,
            signed_file: given.signedFile,
          })
          .where('id', '=', decision.id)
          .execute();
        const paper = { number: given.number, dated: given.dated };
        for (const item of decision.items) {
          if (decision.kind === 'approval') await nominate(ctx, tx, item, paper);
          else await recognise(ctx, tx, decision, item, { ...paper, signatory: given.signatory });
        }
      },
    });
    return { id: decision.id, state: moved.state, version: moved.version };
  },
});

interface Paper {
  readonly number: string;
  readonly dated: string;
}

async function refuseUsedNumber(tx: Tx, decision: DecisionRecord, number: string, dated: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from decision where province is not distinct from ${decision.province}::uuid and number = ${number} and id <> ${decision.id}
       and extract(year from dated) = extract(year from ${dated}::date)`.execute(tx);
  if (rows.length > 0)
    throw refused(`Số ${number} đã dùng cho một quyết định khác trong năm. Kiểm tra lại số quyết định.`);
}

/** Who proposed the decision, and in whose place. */
async function proposersOf(tx: Tx, decision: string): Promise<string[]> {
  const { rows } = await sql<{ actor: string; place: string | null }>`
    select actor, in_place_of ->> 'account' as place from ledger
     where subject = ${decision} and action = 'decision.propose' order by no desc limit 1`.execute(tx);
  return rows.flatMap(({ actor, place }) => (place === null ? [actor] : [actor, place]));
}

/** One who issues in the place of the proposer, or whose deputy proposed, is no second hand. */
export function handsOf(proposers: readonly string[], { account, role, standsIn = [] }: Actor) {
  const [proposer = ''] = proposers;
  const issuers = [account, ...standsIn.filter((one) => one.role !== role).map((one) => one.account)];
  return { proposer, issuer: issuers.some((one) => proposers.includes(one)) ? proposer : account };
}

async function nominate(ctx: ActionContext, tx: Tx, item: DecisionItem, decision: Paper): Promise<void> {
  const shown: FactsOf<'dossier.nominate'> = {
    bandStar: item.bandStar,
    star: item.resultStar,
    candidate: item.candidate,
    path: item.path,
    candidateLacksGate: item.resultStar !== item.bandStar,
    decision,
  };
  await carryOut(tx, ctx, {
    action: 'dossier.nominate',
    subject: item.dossier,
    facts: { decisionNumber: decision.number, dated: decision.dated, text: meanText(item) },
    shown,
  });
  await tellResult(tx, item.dossier);
}

/** Gives one product its recognition and certificate; a certificate still running is superseded on that day (R7.2). */
async function recognise(
  ctx: ActionContext,
  tx: Tx,
  decision: DecisionRecord,
  item: DecisionItem,
  paper: Paper & { signatory: string },
): Promise<void> {
  const star = item.star ?? 0;
  const id = v7();
  const certificateNumber = await nextCertificateNumber(tx, decision.province, paper.dated);
  const checkCode = newCheckCode();
  const shown: FactsOf<'recognition.issue'> = {
    star,
    level: decision.level,
    issuedOn: paper.dated,
    decision: paper.number,
  };
  const running = await runningRecognition(tx, item.product);
  // A decision recorded late never takes the place of a recognition given after it: the newer one stands (issue 3, test 22).
  const newer = running !== null && running.issuedOn > paper.dated ? running : null;
  await beget(tx, ctx, {
    process: 'recognition',
    id,
    action: 'recognition.issue',
    reach: { producer: item.producer, commune: item.commune, province: item.province },
    facts: { star, certificateNumber, decisionNumber: paper.number, dated: paper.dated, dossier: item.dossier },
    shown,
    effect: () =>
      writeCertificate(tx, decision, item, { id, star, certificateNumber, checkCode, paper, newer: newer !== null }),
  });
  await settleDossier(ctx, tx, decision, item, { star, certificateNumber, paper });
  await endExtension(ctx, item.dossier, 'recognised', paper.dated);
  if (newer !== null) await supersede(ctx, tx, id, newer.id, { number: newer.decision, dated: newer.issuedOn });
  else if (running !== null) await supersede(ctx, tx, running.id, id, paper);
  await tellResult(tx, item.dossier);
}

async function settleDossier(
  ctx: ActionContext,
  tx: Tx,
  { level }: DecisionRecord,
  item: DecisionItem,
  { star, certificateNumber, paper }: { star: number; certificateNumber: string; paper: Paper },
): Promise<void> {
  const facts = { star, certificateNumber, decisionNumber: paper.number, dated: paper.dated };
  if (level === 'central') {
    const shown: FactsOf<'dossier.recogniseCentral'> = { star: item.resultStar, decision: paper };
    await carryOut(tx, ctx, { action: 'dossier.recogniseCentral', subject: item.dossier, facts, shown });
    return;
  }
  const dossier = await getDossier(tx, item.dossier);
  const shown: FactsOf<'dossier.recognise'> = {
    filing: {
      kind: dossier.kind,
      filedOn: dossier.submittedOn ?? paper.dated,
      lateOldDossier: await lateOldDossier(tx, dossier, ctx.day),
    },
    bandStar: item.bandStar,
    star: item.resultStar,
    candidate: item.candidate,
    path: item.path,
    recognisedStar: star,
    returned: item.dossierState === 'centralReturned',
    level,
    decision: paper,
  };
  await carryOut(tx, ctx, { action: 'dossier.recognise', subject: item.dossier, facts, shown });
}

interface NewCertificate {
  readonly id: string;
  readonly star: number;
  readonly certificateNumber: string;
  readonly checkCode: string;
  readonly paper: Paper & { signatory: string };
  /** A recognition of a later day is running: the product keeps showing that one. */
  readonly newer: boolean;
}

async function writeCertificate(
  tx: Tx,
  decision: DecisionRecord,
  item: DecisionItem,
  of: NewCertificate,
): Promise<void> {
  const ends = expiresOn(of.paper.dated);
  await tx
    .insertInto('recognition')
    .values({
      id: of.id,
      product: item.product,
      star: of.star,
      rulebook: item.rulebook,
      decision: decision.id,
      decision_number: of.paper.number,
      decision_text_date: of.paper.dated,
      issuer: await issuerName(tx, decision.province),
      signatory: of.paper.signatory,
      issued_earliest: of.paper.dated,
      issued_latest: of.paper.dated,
      expires_earliest: ends,
      expires_latest: ends,
      certificate_number: of.certificateNumber,
      check_code: of.checkCode,
      product_code: item.productCode,
      product_name: item.productName,
      producer_name: item.producerName,
      producer_address: item.address,
      dossier: item.dossier,
      source: JSON.stringify({ kind: 'decision' }),
    })
    .execute();
  if (!of.newer)
    await tx
      .updateTable('product')
      .set({
        current_recognition: of.id,
        product_set: item.productSet,
        taxonomy: item.rulebook,
        sector_guessed: false,
      })
      .where('id', '=', item.product)
      .execute();
  await tx
    .updateTable('decision_item')
    .set({ recognition: of.id })
    .where('decision', '=', decision.id)
    .where('dossier', '=', item.dossier)
    .execute();
}

/** Numbers run without holes by province and year of the decision: '07/2026/GCN-OCOP-33'. The form is the office's [?]. */
async function nextCertificateNumber(tx: Tx, province: string | null, dated: string): Promise<string> {
  const year = Number(dated.slice(0, 4));
  const number = await nextNumber(tx, `certificate:${province ?? 'central'}`, year);
  const code = province === null ? 'BNNMT' : (await newestUnit(tx, province)).code;
  return `${String(number).padStart(2, '0')}/${year}/GCN-OCOP-${code}`;
}

async function issuerName(tx: Tx, province: string | null): Promise<string> {
  if (province === null) return LEVEL_WORDS.central.name;
  const { name } = await newestUnit(tx, province);
  return `Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

async function newestUnit(tx: Tx, unit: string): Promise<{ code: string; name: string }> {
  const { code, name } = await tx
    .selectFrom('unit_version')
    .select(['code', 'full_name as name'])
    .where('unit', '=', unit)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { code: code ?? '', name };
}
