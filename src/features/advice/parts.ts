/** A member's own part of the advisory team's report: written, handed in, given back (Art. 7.3.c, 7.4.c). */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import {
  adviceLevelOf,
  advicePaths,
  type DossierRecord,
  draftOf,
  holdDossier,
  mattersOf,
  memberOn,
  type PartWords,
  partsOf,
  standing,
  tellOffice,
} from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { tell } from '#platform/outbox/outbox';
import { invalid, notFound, refused } from '#platform/refusal';
import { officeOfTeam, teamProvince } from './acts.ts';
import {
  type AdviceRow,
  adviceRow,
  giveBackPart as giveBackInput,
  handInPart as handInInput,
  partRow,
  savePart as saveInput,
} from './schema.ts';

/** Most papers a part carries. */
const MOST_FILES = 20;

/** The dossier, the member who acts, and what they have written so far; the dossier's row is locked. */
async function ownWork(ctx: ActionContext, { id, member: wanted }: { id: string; member: string }) {
  const dossier = await holdDossier(ctx.tx, id);
  const member = await memberOn(ctx.tx, dossier, ctx.actor.account);
  if (member?.id !== wanted) throw notFound();
  const part = (await partsOf(ctx.tx, dossier)).find((one) => one.member === member.id);
  const draft = await draftOf(ctx.tx, dossier, member.id);
  return { dossier, member, draft, handed: part ? standing(part) : undefined, times: part?.handed.length ?? 0 };
}

/** Version of a member's draft, 0 before the first saving; the dossier's row is locked (Q5). */
async function draftVersion(tx: Tx, { id, member }: { id: string; member: string }): Promise<number> {
  const dossier = await holdDossier(tx, id);
  return (await draftOf(tx, dossier, member)).version;
}

/** Only words that say something. */
const spoken = (findings: PartWords['findings']): Record<string, string> =>
  Object.fromEntries(Object.entries(findings).filter(([, words]) => words.trim() !== ''));

/** Saves the own part as it stands. Not a move: a draft has a version and no row in the ledger. */
export const savePart = action({
  name: 'dossier.savePart',
  title: 'Lưu phần thẩm tra của tôi',
  input: saveInput,
  output: partRow,
  publicData: false,
  subject: (given) => given.id,
  version: draftVersion,
  async run(ctx, { id, findings, proposal, files, drop, ...given }) {
    const { dossier, member, draft, handed } = await ownWork(ctx, { id, ...given });
    if (handed) throw refused('Phần thẩm tra này đã nộp. Cần sửa thì nhờ cơ quan của Tổ tư vấn trả lại.');
    const matters = await mattersOf(dossier);
    const unknown = Object.keys(findings).find((code) => !matters.some((one) => one.code === code));
    if (unknown !== undefined) throw invalid(`findings.${unknown}`, 'Phiếu của bộ sản phẩm không có nội dung này');
    const kept = draft.files.filter((one) => !drop.includes(one.id));
    if (kept.length + files.length > MOST_FILES) throw invalid('files', `Nhiều nhất ${MOST_FILES} tệp kèm theo`);
    await attachFiles(ctx, files, { province: teamProvince(dossier) }, 'files');
    const words = { findings: JSON.stringify(spoken(findings)), proposal: proposal ?? null, saved_at: ctx.now };
    const part = draft.id ?? v7();
    const { draft_version: saved } = await ctx.tx
      .insertInto('advice_part')
      .values({ id: part, dossier: id, level: adviceLevelOf(dossier), member: member.id, ...words })
      .onConflict((on) =>
        on.column('id').doUpdateSet({ ...words, draft_version: sql<number>`advice_part.draft_version + 1` }),
      )
      .returning('draft_version')
      .executeTakeFirstOrThrow();
    await keepFiles(ctx.tx, part, [...kept.map((one) => one.id), ...files]);
    return { id, draftVersion: saved, handedIn: false };
  },
});

async function keepFiles(tx: Tx, part: string, files: readonly string[]): Promise<void> {
  await tx.deleteFrom('advice_part_file').where('part', '=', part).execute();
  for (const [position, file] of files.entries())
    await tx.insertInto('advice_part_file').values({ part, file, position }).execute();
}

/** Hands the own part in as it is saved: it stays readable for ever under the member's name. */
export const handInPart = action({
  name: 'dossier.handInPart',
  title: 'Nộp phần thẩm tra của tôi',
  input: handInInput,
  output: partRow,
  publicData: false,
  subject: (given) => given.id,
  version: draftVersion,
  async run(ctx, given) {
    const { dossier, member, draft, handed, times } = await ownWork(ctx, given);
    const { findings, proposal } = draft;
    const matters = Object.keys(findings).length;
    const shown: FactsOf<'dossier.handInPart'> = { handedIn: handed !== undefined, matters };
    const files = draft.files.map((one) => one.id);
    const hash = createHash('sha256')
      .update(JSON.stringify([findings, proposal, files]))
      .digest('hex');
    await carryOut(ctx.tx, ctx, {
      action: 'dossier.handInPart',
      subject: given.id,
      facts: { member: member.id, matters, files: files.length, hash },
      shown,
      effect: async (tx) => {
        if (draft.id === null) throw notFound();
        await tx
          .insertInto('advice_part_handed')
          .values({
            ...{ part: draft.id, no: times + 1, findings: JSON.stringify(findings), proposal, files, hash },
            ...{ handed_on: ctx.day, handed_by: ctx.actor.account },
          })
          .execute();
        await tellOffice(tx, dossier, officeOfTeam(dossier), {
          subject: `Đã có phần thẩm tra hồ sơ ${dossier.product.name}`,
          body: `${member.name} đã nộp phần của mình, ${matters} nội dung.`,
        });
      },
    });
    return { id: given.id, draftVersion: draft.version, handedIn: true };
  },
});

/** Asks a member for a better part, with the reason; what was handed in stays readable. */
export const giveBackPart = action({
  name: 'dossier.giveBackPart',
  title: 'Trả lại phần thẩm tra',
  input: giveBackInput,
  output: adviceRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, member: wanted, reason }): Promise<AdviceRow> {
    const dossier: DossierRecord = await holdDossier(ctx.tx, id);
    const part = (await partsOf(ctx.tx, dossier)).find((one) => one.member === wanted);
    if (!part) throw notFound();
    const last = standing(part);
    const shown: FactsOf<'dossier.giveBackPart'> = { handedIn: last !== undefined, reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.giveBackPart',
      subject: id,
      expect: ctx.expect,
      reason,
      facts: { member: wanted, no: last?.no ?? null },
      shown,
      effect: async (tx) => {
        await sql`
          update advice_part_handed h set given_back_on = ${ctx.day}, given_back_why = ${reason} from advice_part p
           where p.id = h.part and p.dossier = ${id} and p.level = ${adviceLevelOf(dossier)} and p.member = ${wanted}
             and h.no = ${last?.no ?? 0}`.execute(tx);
        if (part.account !== null)
          await tell(tx, {
            ...{ channel: 'app', account: part.account, link: advicePaths.part(id), about: id },
            subject: `Phần thẩm tra hồ sơ ${dossier.product.name} cần sửa`,
            body: reason,
          });
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});
