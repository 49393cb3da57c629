import { COMMUNE_MATTERS } from '#law/dossier';
import type { FactsOf } from '#law/moves';
import { composeProductCode, normalProductCode, parseProductCode } from '#law/productCode';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { nextNumber } from '#platform/numbers';
import { invalid, refused } from '#platform/refusal';
import { setting } from '#platform/settings';
import { assessDossier as assessInput, giveCode as codeInput, correctCode as correctInput } from './commune-schema.ts';
import { type DossierRecord, holdDossier } from './record.ts';
import { type DossierRow, dossierRow } from './schema.ts';

/** Writes the commune's assessments for Form 03, all four or some; each saving is a row of the ledger (Art. 7.2.a). */
export const assessDossier = action({
  name: 'dossier.assess',
  title: 'Ghi đánh giá của xã',
  input: assessInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, ...given }): Promise<DossierRow> {
    const dossier = await holdDossier(ctx.tx, id);
    const matters = COMMUNE_MATTERS.map((one) => one.name).filter((name) => Boolean(given[name]));
    const shown: FactsOf<'dossier.assess'> = { matters };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.assess',
      subject: id,
      expect: ctx.expect,
      facts: { matters },
      shown,
      effect: async (tx) => {
        const columns = {
          material: given.material ?? null,
          labour: given.labour ?? null,
          idea: given.idea ?? null,
          identity: given.identity ?? null,
        };
        await tx
          .insertInto('commune_assessment')
          .values({ dossier: id, ...columns })
          .onConflict((on) =>
            on.column('dossier').doUpdateSet((eb) => ({
              ...columns,
              version: eb('commune_assessment.version', '+', 1),
            })),
          )
          .execute();
      },
    });
    return { id, state: moved.state, version: moved.version, draftVersion: dossier.draftVersion };
  },
});

/**
 * Gives the product its code T-X-STT-YYYY (R6.4): the commune's next serial of the year, or the one typed. A code is an
 * opaque label from then on: never rewritten, searchable for ever.
 */
export const giveCode = action({
  name: 'dossier.giveCode',
  title: 'Cấp mã số sản phẩm',
  input: codeInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDossier(ctx.tx, given.id);
    if (dossier.productCode !== null)
      throw refused(`Sản phẩm đã có mã ${dossier.productCode} trong hồ sơ này. Mã ghi sai thì sửa mã và ghi lý do.`);
    const code = given.code === undefined ? await nextCode(ctx, dossier) : codeOnPaper(given.code);
    const isTaken = await taken(ctx.tx, code, dossier.product.id);
    const shown: FactsOf<'dossier.giveCode'> = { code, former: '', taken: isTaken };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.giveCode',
      subject: given.id,
      expect: ctx.expect,
      facts: { code },
      shown,
      effect: (tx) => bear(tx, ctx, dossier, code),
    });
    return { id: given.id, state: moved.state, version: moved.version, draftVersion: dossier.draftVersion };
  },
});

/**
 * Puts right a code that was given with a slip of the hand, until there is a decision, with the reason. The wrong code
 * stays the product's, never another's, and sheets handed in before keep it.
 */
export const correctCode = action({
  name: 'dossier.correctCode',
  title: 'Sửa mã số sản phẩm',
  input: correctInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDossier(ctx.tx, given.id);
    const [code, former] = [codeOnPaper(given.code), dossier.productCode ?? ''];
    const isTaken = await taken(ctx.tx, code, dossier.product.id);
    const shown: FactsOf<'dossier.correctCode'> = { code, former, taken: isTaken, reason: given.reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.correctCode',
      subject: given.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { code, former },
      shown,
      effect: (tx) => bear(tx, ctx, dossier, code),
    });
    return { id: given.id, state: moved.state, version: moved.version, draftVersion: dossier.draftVersion };
  },
});

/** The dossier bears the code from now on, and no other product ever. */
async function bear(tx: Tx, ctx: ActionContext, dossier: DossierRecord, code: string): Promise<void> {
  await tx.updateTable('dossier').set({ product_code: code }).where('id', '=', dossier.id).execute();
  await tx
    .insertInto('product_code')
    .values({ code, product: dossier.product.id, given_on: ctx.day, given_by: ctx.actor.account })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** The code a product already bears on paper, in one of the three shapes known; anything else is a slip of the hand (R6.4, R6.5). */
function codeOnPaper(typed: string): string {
  const code = normalProductCode(typed);
  if (parseProductCode(code) === undefined)
    throw invalid('code', 'Ghi mã như in trên giấy, ví dụ 33-11953-7-2026 hoặc mã cũ 83-829-28780-3-2022');
  return code;
}

async function nextCode(ctx: ActionContext, dossier: DossierRecord): Promise<string> {
  const year = Number(ctx.day.slice(0, 4));
  const width = (await setting(ctx.tx, 'codeSerialWidth', { scope: dossier.province.id, day: ctx.day })) ?? 1;
  for (;;) {
    const serial = await nextNumber(ctx.tx, `productCode:${dossier.commune.id}`, year);
    const parts = { province: dossier.province.code, commune: dossier.commune.code, serial, year };
    const code = composeProductCode(parts, Number(width));
    if (!code.ok) throw invalid('code', code.message);
    if (!(await taken(ctx.tx, code.value, dossier.product.id))) return code.value;
  }
}

/** True when the code was given to another product before. */
async function taken(tx: Tx, code: string, product: string): Promise<boolean> {
  const row = await tx
    .selectFrom('product_code')
    .select('code')
    .where('code', '=', code)
    .where('product', '<>', product)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
