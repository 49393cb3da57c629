import type { Kysely } from 'kysely';
import { v7 } from 'uuid';
import {
  confirmedYears,
  type DossierRecord,
  type GivenResult,
  givenResult,
  holdDossier,
  tellOffice,
} from '#features/dossiers';
import { addTermDays } from '#law/calendar';
import type { FactsOf } from '#law/moves';
import { answeringOffice, type ComplaintInstance, type ReviewOffice } from '#law/review';
import { LAW_SETTINGS, type LawSettingKey } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { beget } from '#platform/ledger/ledger';
import { nextNumber } from '#platform/numbers';
import { invalid } from '#platform/refusal';
import { setting } from '#platform/settings';
import { formatDay } from '#ui';
import { complain as input, type Moved, moved } from './schema.ts';

type TermKey = Extract<LawSettingKey, `${string}${'File' | 'Accept' | 'Answer'}Days`>;

/** Days of a term, as the province's setting says. */
export async function termDays(db: Kysely<DB> | Tx, key: TermKey, province: string, day: Day): Promise<number> {
  return Number((await setting(db, key, { scope: province, day })) ?? LAW_SETTINGS[key].initial);
}

/** The last day of a term that begins on a day. */
export async function dueOn(tx: Tx, key: TermKey, province: string, from: Day): Promise<Day> {
  const days = await termDays(tx, key, province, from);
  return addTermDays(from, days, await confirmedYears(tx)).day;
}

/** Who answers a complaint about this result (setting [?]). */
export async function instanceOf(
  db: Kysely<DB> | Tx,
  { level }: Pick<GivenResult, 'level'>,
  province: string,
  day: Day,
): Promise<ReviewOffice> {
  const kept = (await setting(db, 'complaintInstance', { scope: province, day })) as ComplaintInstance | undefined;
  return answeringOffice(level, kept ?? LAW_SETTINGS.complaintInstance.initial);
}

/** A producer complains about a result, or an officer enters its signed paper; the office that answers has its term from this day. */
export const complain = action({
  name: 'review.complain',
  title: 'Khiếu nại kết quả',
  input,
  output: moved,
  publicData: false,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given): Promise<Moved> {
    const dossier = await holdDossier(ctx.tx, given.id);
    const result = await givenResult(ctx.tx, given.id);
    const onBehalf = ctx.actor.role !== 'producer';
    if (onBehalf && !given.file) throw invalid('file', 'Kèm bản chụp đơn có chữ ký của chủ thể');
    const filedOn = onBehalf ? (given.dated ?? ctx.day) : ctx.day;
    const province = dossier.province.id;
    const instance = await instanceOf(ctx.tx, result ?? { level: 'province' }, province, ctx.day);
    const shown: FactsOf<'review.complain'> = {
      state: dossier.state,
      toldOn: result?.toldOn ?? filedOn,
      filedOn,
      days: await termDays(ctx.tx, 'complaintFileDays', province, ctx.day),
      content: given.content,
      lateReason: given.lateReason ?? '',
      pending: typeof result?.pending === 'string',
    };
    const id = v7();
    const number = await complaintNumber(ctx.tx, dossier, filedOn);
    const birth = await beget(ctx.tx, ctx, {
      process: 'review',
      id,
      action: 'review.complain',
      reach: { producer: dossier.producer.id, commune: dossier.commune.id, province },
      facts: { dossier: given.id, number, instance, dated: filedOn },
      shown,
      next: { actor: instance, dueOn: await dueOn(ctx.tx, 'complaintAcceptDays', province, ctx.day) },
      effect: async (tx) => {
        if (given.file) await attachFiles(ctx, [given.file], reach(dossier));
        await tx
          .insertInto('review')
          .values({
            ...{ id, dossier: given.id, kind: 'complaint', number, dated: filedOn, instance },
            ...{ level: result?.level ?? 'province', content: given.content, late_reason: given.lateReason ?? null },
            ...{ file: given.file ?? null, on_behalf: onBehalf, entered_by: ctx.actor.account },
          })
          .execute();
        await tellOffice(tx, dossier, instance, {
          subject: `Khiếu nại ${number}: ${dossier.product.name}`,
          body: `${dossier.producer.name} khiếu nại kết quả ngày ${formatDay(filedOn)}. Xem xét thụ lý hoặc trả lời không thụ lý.`,
        });
      },
    });
    return { id, state: birth.state, version: birth.version };
  },
});

/** Who may open the files of a matter: those of its dossier. */
export const reach = (dossier: DossierRecord) => ({
  producer: dossier.producer.id,
  commune: dossier.commune.id,
  province: dossier.province.id,
});

/** 'KN-01/2026-33': runs without holes by province and year. */
async function complaintNumber(tx: Tx, { province }: DossierRecord, dated: Day): Promise<string> {
  const year = Number(dated.slice(0, 4));
  const number = await nextNumber(tx, `complaint:${province.id}`, year);
  return `KN-${String(number).padStart(2, '0')}/${year}-${province.code}`;
}
