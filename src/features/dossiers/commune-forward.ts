import { sql } from 'kysely';
import { COMMUNE_MATTERS, type CommuneMatter } from '#law/dossier';
import type { FactsOf } from '#law/moves';
import { roundWords } from '#law/rounds';
import type { RulebookId } from '#law/rulebooks';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { formatDay } from '#ui';
import { dueAfter } from './calendar-years.ts';
import {
  proposeDossier as proposeInput,
  returnDossier as returnInput,
  sendBackDossier as sendBackInput,
} from './commune-schema.ts';
import { tellOffice, tellProducer } from './letters.ts';
import { type DossierRecord, holdDossier, reachOf } from './record.ts';
import { fallOf, tellMissed } from './round-of.ts';
import { type DossierRow, dossierRow } from './schema.ts';
import { lateOldDossier } from './submit.ts';

/** The commune asks for completion: what must change and why; only that opens again (U19). */
export const returnDossier = returning('dossier.return', 'Trả lại để bổ sung', returnInput);
/** The provincial office asks for completion (Art. 7.3.a); the dossier goes through the commune again. */
export const sendBackDossier = returning('dossier.sendBack', 'Yêu cầu hoàn thiện hồ sơ', sendBackInput);

function returning(name: 'dossier.return' | 'dossier.sendBack', title: string, input: typeof returnInput) {
  return action({
    name,
    title,
    input,
    output: dossierRow,
    publicData: false,
    subject: (given) => given.id,
    async run(ctx, given): Promise<DossierRow> {
      const dossier = await holdDossier(ctx.tx, given.id);
      const items = given.items.length > 0 ? given.items : await failedPapers(ctx.tx, given.id);
      const reasons = [...items.map((one) => one.reason), ...(given.reason ? [given.reason] : [])];
      const shown: FactsOf<typeof name> = { reasons };
      const moved = await carryOut(ctx.tx, ctx, {
        action: name,
        subject: given.id,
        expect: ctx.expect,
        ...(reasons.length > 0 ? { reason: reasons.join('\n') } : {}),
        facts: { items, note: given.reason ?? null, dueOn: given.dueOn ?? null },
        shown,
        next: { actor: 'producer', dueOn: given.dueOn ?? null },
        effect: async (tx) => {
          const subject = `Hồ sơ ${dossier.product.name} cần bổ sung`;
          const due = given.dueOn ? `\nNộp lại trước hết ngày ${formatDay(given.dueOn)}.` : '';
          const body = `${reasons.join('\n')}${due}`;
          await tellProducer(tx, dossier, { subject, body });
          if (name === 'dossier.sendBack')
            await tellOffice(tx, dossier, 'commune', {
              subject: `Tỉnh yêu cầu hoàn thiện: ${dossier.product.name}`,
              body,
            });
        },
      });
      return { id: given.id, state: moved.state, version: moved.version, draftVersion: dossier.draftVersion };
    },
  });
}

/** Papers marked as failing are what must change when nothing is named by hand. */
async function failedPapers(tx: Tx, dossier: string): Promise<{ target: string; reason: string }[]> {
  const { rows } = await sql<{ target: string; reason: string }>`
    select 'paper:' || paper as target, coalesce(verdict_reason, 'Giấy tờ không đạt') as reason
      from dossier_paper where dossier = ${dossier} and verdict = 'fail' order by position`.execute(tx);
  return rows;
}

/** Forwards the dossier with Form 03 and the letter of proposal; the day of the letter decides the round (R4.5). */
export const proposeDossier = action({
  name: 'dossier.propose',
  title: 'Đề nghị tỉnh đánh giá',
  input: proposeInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDossier(ctx.tx, given.id);
    const shown = await proposeFacts(ctx, dossier, given);
    const due = await dueAfter(ctx.tx, 'dossier.propose', dossier.kind, ctx.day);
    const fall = await fallOf(ctx.tx, dossier, given.letterDate, ctx.day);
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.propose',
      subject: given.id,
      expect: ctx.expect,
      facts: {
        letterNumber: given.letterNumber,
        letterDate: given.letterDate,
        productCode: dossier.productCode,
        samples: given.samples,
        paperSet: given.paperSet,
        ...(fall ? { roundNo: fall.round.no, roundYear: fall.round.year } : {}),
        ...(fall?.missed ? { missedNo: fall.missed.no, missedYear: fall.missed.year } : {}),
      },
      shown,
      next: { actor: 'province', dueOn: due?.day ?? null },
      effect: async (tx) => {
        if (given.signedFile) await attachFiles(ctx, [given.signedFile], reachOf(dossier));
        await tx
          .updateTable('dossier')
          .set({
            proposed_on: given.letterDate,
            samples_received: given.samples,
            paper_set_received: given.paperSet,
          })
          .where('id', '=', given.id)
          .execute();
        await tx
          .updateTable('commune_assessment')
          .set({
            form_number: given.formNumber ?? null,
            form_date: given.letterDate,
            letter_number: given.letterNumber,
            letter_date: given.letterDate,
            signatory: given.signatory,
            signed_file: given.signedFile ?? null,
          })
          .where('dossier', '=', given.id)
          .execute();
        const { name } = dossier.product;
        const letter = `Văn bản số ${given.letterNumber} ngày ${formatDay(given.letterDate)}.`;
        await tellOffice(tx, dossier, 'province', {
          subject: `Hồ sơ ${name} chờ đưa vào đợt`,
          body: `${dossier.commune.name} đề nghị đánh giá, phân hạng. ${letter}`,
        });
        await tellProducer(tx, dossier, {
          subject: `Xã đã đề nghị tỉnh đánh giá ${name}`,
          body: fall ? `${letter}\nHồ sơ thuộc ${roundWords(fall.round, fall.inclusive)}.` : letter,
        });
        await tellMissed(tx, dossier, fall, ctx.day);
      },
    });
    return { id: given.id, state: moved.state, version: moved.version, draftVersion: dossier.draftVersion };
  },
});

async function proposeFacts(
  ctx: ActionContext,
  dossier: DossierRecord,
  given: { letterNumber: string; letterDate: string; samples: number },
): Promise<FactsOf<'dossier.propose'>> {
  const { rows } = await sql<{ unchecked: number; sector: string }>`
    select (select count(*)::int from dossier_paper where dossier = ${dossier.id} and verdict is null) as unchecked,
           coalesce(p.sector, '') as sector from product p where p.id = ${dossier.product.id}`.execute(ctx.tx);
  return {
    kind: dossier.kind,
    filedOn: dossier.submittedOn ?? ctx.day,
    rulebook: dossier.rulebook as RulebookId,
    lateOldDossier: await lateOldDossier(ctx.tx, dossier, ctx.day),
    papersUnchecked: rows[0]?.unchecked ?? 0,
    matters: await mattersWritten(ctx.tx, dossier.id),
    productCode: dossier.productCode ?? '',
    sector: rows[0]?.sector ?? '',
    samples: given.samples,
    letter: { number: given.letterNumber, dated: given.letterDate },
  };
}

/** The assessments already written for Form 03. */
async function mattersWritten(tx: Tx, dossier: string): Promise<CommuneMatter[]> {
  const row = await tx
    .selectFrom('commune_assessment')
    .select(['material', 'labour', 'idea', 'identity'])
    .where('dossier', '=', dossier)
    .executeTakeFirst();
  return row ? COMMUNE_MATTERS.map((one) => one.name).filter((name) => Boolean(row[name])) : [];
}
