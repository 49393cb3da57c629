import { receiptSlipNumber } from '#law/documentNumbering';
import type { ActionContext } from '#platform/http/context';
import { nextNumber } from '#platform/numbers';
import type { DossierRecord } from './record.ts';

export interface Slip {
  readonly number: number;
  readonly year: number;
  /** "0007-X/PĐK-33-11977-2026", as printed on the back of Form 01. */
  readonly text: string;
}

/**
 * Gives the next number of the body's series of this year: one series a body a year, never reused, without holes (R3.10).
 * A dossier handed in again after a return gets a new slip; the earlier ones stay.
 */
export async function giveSlip(
  ctx: ActionContext,
  dossier: DossierRecord,
  body: 'commune' | 'province',
  receiverName: string,
): Promise<Slip> {
  const unit = body === 'commune' ? dossier.commune : dossier.province;
  const year = Number(ctx.day.slice(0, 4));
  const number = await nextNumber(ctx.tx, `slip:${body}:${unit.id}`, year);
  const text = receiptSlipNumber({
    serial: number,
    body,
    provinceCode: dossier.province.code,
    communeCode: dossier.commune.code,
    year,
  });
  await ctx.tx
    .insertInto('receipt_slip')
    .values({
      dossier: dossier.id,
      body,
      number,
      year,
      text,
      received_on: ctx.day,
      receiver: ctx.actor.account,
      receiver_name: receiverName,
      unit: unit.id,
    })
    .execute();
  return { number, year, text };
}
