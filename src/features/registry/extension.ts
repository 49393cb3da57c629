/**
 * Certificates prolonged by law while a re-evaluation is decided (Art. 12.3 of Decision 26/2026/QĐ-TTg; R8.7): the filing begins
 * it, the result ends it, in the transaction of the act that does so. The moves are the law's, so the system makes them.
 */
import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import { basisText } from '#law/answers';
import {
  EXTENSION_BASIS,
  EXTENSION_WORDS,
  type ExtensionWhy,
  extensionByFiling,
  extensionEnds,
} from '#law/certificate';
import type { FactsOf } from '#law/moves';
import { LAW_SETTINGS } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { ActionContext } from '#platform/http/context';
import { carryOut, type MoveContext, system } from '#platform/ledger/ledger';
import { setting } from '#platform/settings';
import { certificateRules } from './certificate-rules.ts';

/** What ended a prolongation. */
export type ExtensionEnd = 'recognised' | 'notRecognised' | 'excluded' | 'withdrawn';

/** A prolongation as it is shown. */
export interface Extension {
  readonly id: string;
  readonly recognition: string;
  readonly dossier: string;
  readonly why: ExtensionWhy;
  readonly startsOn: Day;
  /** The latest day it may last. */
  readonly endsOn: Day;
  readonly endedOn: Day | null;
  readonly endReason: ExtensionEnd | null;
}

const columns = sql`e.id, e.recognition, e.dossier, e.why, e.starts_on as "startsOn", e.ends_on as "endsOn", e.ended_on as "endedOn",
  e.end_reason as "endReason"`;

/** The prolongations of a certificate, newest first. */
export async function extensionsOf(db: Kysely<DB> | Tx, recognition: string): Promise<Extension[]> {
  const { rows } = await sql<Extension>`
    select ${columns} from certificate_extension e where e.recognition = ${recognition} order by e.id desc`.execute(db);
  return rows;
}

const bySystem = (ctx: MoveContext, command: string): MoveContext => ({
  actor: system(command, 'Theo Điều 12 khoản 3'),
  day: ctx.day,
  requestId: ctx.requestId,
});

interface Filing {
  readonly dossier: string;
  readonly recognition: string | null;
  readonly province: string;
  readonly filedOn: Day;
}

/**
 * Begins the prolongation of the certificate that a filed re-evaluation is about, where law and settings allow; null where they
 * do not, where it has begun already, or where the certificate has ended otherwise or its last day is not certain.
 */
export async function extendByFiling(ctx: ActionContext, of: Filing): Promise<Extension | null> {
  const { rows } = await sql<{ expiresOn: Day; begun: boolean }>`
    select r.expires_latest as "expiresOn", exists (select from certificate_extension e where e.dossier = ${of.dossier}) as begun
      from recognition r join lifecycle l on l.id = r.id
     where r.id = ${of.recognition} and l.state = 'inForce' and r.expires_earliest = r.expires_latest`.execute(ctx.tx);
  const found = rows[0];
  if (!found || found.begun || of.recognition === null) return null;
  const flag = async (key: 'extensionAfterTransition' | 'extensionInTime') =>
    ((await setting(ctx.tx, key, { scope: of.province, day: ctx.day })) ?? LAW_SETTINGS[key].initial) === true;
  const afterTransition = await flag('extensionAfterTransition');
  const judged = extensionByFiling({
    expiresOn: found.expiresOn,
    filedOn: of.filedOn,
    expiryDayValid: (await certificateRules(ctx.tx, ctx.day)).expiryDayValid,
    afterTransition,
    alsoInTime: await flag('extensionInTime'),
  });
  if (!judged.ok) return null;
  const { startsOn, endsOn, why } = judged.value;
  const shown: FactsOf<'recognition.extend'> = {
    expiresOn: found.expiresOn,
    until: endsOn,
    act: basisText(EXTENSION_BASIS),
    reason: EXTENSION_WORDS[why],
    afterTransition,
  };
  const begun: Extension = {
    ...{ id: v7(), recognition: of.recognition, dossier: of.dossier, why, startsOn, endsOn },
    ...{ endedOn: null, endReason: null },
  };
  await carryOut(ctx.tx, bySystem(ctx, 'extendByFiling'), {
    action: 'recognition.extend',
    subject: of.recognition,
    reason: EXTENSION_WORDS[why],
    facts: { dossier: of.dossier, why, startsOn, endsOn, act: shown.act },
    shown,
    effect: async (tx) => {
      await tx
        .insertInto('certificate_extension')
        .values({
          ...{ id: begun.id, recognition: begun.recognition, dossier: of.dossier, why, act: shown.act },
          ...{ starts_on: startsOn, ends_on: endsOn },
        })
        .execute();
      await tx
        .updateTable('recognition')
        .set({ extended_from: startsOn, extended_to: endsOn, extension_reason: EXTENSION_WORDS[why] })
        .where('id', '=', begun.recognition)
        .execute();
    },
  });
  return begun;
}

/** Ends the prolongation a dossier began, with its result on a day; nothing where none is running. */
export async function endExtension(
  ctx: MoveContext & { tx: Tx },
  dossier: string,
  how: ExtensionEnd,
  on: Day,
): Promise<void> {
  const { rows } = await sql<Extension>`
    select ${columns} from certificate_extension e where e.dossier = ${dossier} and e.ended_on is null`.execute(ctx.tx);
  const running = rows[0];
  if (!running) return;
  const last = extensionEnds(running, on);
  await carryOut(ctx.tx, bySystem(ctx, 'endExtension'), {
    action: 'recognition.endExtension',
    subject: running.recognition,
    facts: { dossier, how, on, lastDay: last },
    effect: async (tx) => {
      await tx
        .updateTable('certificate_extension')
        .set({ ended_on: on, end_reason: how })
        .where('id', '=', running.id)
        .execute();
      await tx
        .updateTable('recognition')
        .set({
          extended_to: last,
          extended_from: last === null ? null : running.startsOn,
          extension_reason: last === null ? null : EXTENSION_WORDS[running.why],
        })
        .where('id', '=', running.recognition)
        .execute();
    },
  });
}
