import { v7 } from 'uuid';
import { setIndexOf } from '#features/councils';
import { citedPapers, readSheet } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import { findPractice, judgedProducts, ownSheets, type PracticeSheet } from './queries.ts';
import {
  endPractice as endInput,
  makePractice as makeInput,
  practiceRow,
  practiceSheetRow,
  savePractice as saveInput,
  submitPractice as submitInput,
} from './schema.ts';

/** Copies judged products with their known marks and gives every scoring seat of the council a sheet on each. */
export const makePractice = action({
  name: 'practice.make',
  title: 'Lập phiên tập chấm',
  input: makeInput,
  output: practiceRow,
  async run(ctx, given) {
    const { area } = ctx.actor;
    const council = await ctx.tx
      .selectFrom('council as c')
      .innerJoin('lifecycle as l', 'l.id', 'c.id')
      .select(['c.id', 'l.state'])
      .where('c.id', '=', given.council)
      .where('c.province', 'is not distinct from', area)
      .executeTakeFirst();
    if (!council) throw invalid('council', 'Chọn một Hội đồng của cơ quan mình');
    const judged = given.dossiers.length > 0 ? await judgedProducts(ctx.tx, area, given.dossiers) : [];
    if (judged.length !== new Set(given.dossiers).size) throw invalid('dossiers', 'Chọn sản phẩm đã có kết quả chấm');
    const seats = await ctx.tx
      .selectFrom('council_seat')
      .select(['id', 'account', 'role'])
      .where('council', '=', council.id)
      .where('valid_to', 'is', null)
      .where('role', '!=', 'secretary')
      .execute();
    const id = v7();
    const shown: FactsOf<'practice.make'> = {
      ...{ councilState: council.state, products: judged.length, members: seats.length },
    };
    const moved = await beget(ctx.tx, ctx, {
      ...{ process: 'practice', id, action: 'practice.make', reach: { province: area } },
      facts: { title: given.title, council: council.id, products: judged.length },
      shown,
      effect: async (tx) => {
        await tx.insertInto('practice').values({ id, council: council.id, title: given.title }).execute();
        await tx
          .insertInto('seat_reach')
          .values(seats.map((one) => ({ subject: id, account: one.account, seat_role: one.role, seat: one.id })))
          .execute();
        for (const [at, one] of judged.entries()) {
          const item = v7();
          const papers = (await citedPapers(tx, one.dossier)).map(({ title, criteria }) => ({ title, criteria }));
          const copy = { product: one.product, producer: one.producer, product_set: one.productSet };
          const known = {
            claims: JSON.stringify(one.claims),
            papers: JSON.stringify(papers),
            known: JSON.stringify(one.known),
          };
          await tx
            .insertInto('practice_item')
            .values({ id: item, practice: id, position: at + 1, ...copy, ...known })
            .execute();
          const out = await steppedBack(tx, one.dossier);
          const takers = seats.filter(({ account }) => !out.has(account));
          if (takers.length > 0)
            await tx
              .insertInto('practice_sheet')
              .values(takers.map(({ account }) => ({ item, account })))
              .execute();
        }
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** Accounts that stepped back from a dossier in any session: they do not meet it in practice either. */
async function steppedBack(tx: Tx, dossier: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('recusal as r')
    .innerJoin('council_seat as c', 'c.id', 'r.seat')
    .select('c.account')
    .where('r.dossier', '=', dossier)
    .execute();
  return new Set(rows.map(({ account }) => account));
}

/** Saves one's own practice sheet as it stands. */
export const savePractice = action({
  name: 'practice.save',
  title: 'Lưu phiếu tập',
  input: saveInput,
  output: practiceSheetRow,
  publicData: false,
  subject: ({ id }) => id,
  version: (tx, { sheet }) => draftVersion(tx, sheet),
  async run(ctx, given) {
    const sheet = await ownOpen(ctx.tx, given, ctx.actor.account);
    const answers = readSheet(await setIndexOf(sheet.productSet), given);
    const saved = await ctx.tx
      .updateTable('practice_sheet')
      .set((eb) => ({
        ...{ answers: JSON.stringify(answers), notes: JSON.stringify(given.notes) },
        draft_version: eb('draft_version', '+', 1),
      }))
      .where('id', '=', sheet.id)
      .returning('draft_version')
      .executeTakeFirstOrThrow();
    return { id: given.id, sheet: sheet.id, draftVersion: saved.draft_version };
  },
});

/** Hands one's own practice sheet in, as it is saved; it is not changed any more. */
export const submitPractice = action({
  name: 'practice.submit',
  title: 'Nộp phiếu tập',
  input: submitInput,
  output: practiceSheetRow,
  subject: ({ id }) => id,
  version: (tx, { sheet }) => draftVersion(tx, sheet),
  async run(ctx, given) {
    const sheet = await ownSheet(ctx.tx, given, ctx.actor.account);
    const shown: FactsOf<'practice.submit'> = { handedIn: sheet.submittedAt !== null };
    await carryOut(ctx.tx, ctx, {
      ...{ action: 'practice.submit', subject: given.id, facts: { sheet: sheet.id }, shown },
      effect: async (tx) => {
        await tx.updateTable('practice_sheet').set({ submitted_at: ctx.now }).where('id', '=', sheet.id).execute();
      },
    });
    return { id: given.id, sheet: sheet.id, draftVersion: sheet.draftVersion };
  },
});

/** Ends a practice: sheets not handed in stay as they are, everybody sees the known marks. */
export const endPractice = action({
  name: 'practice.end',
  title: 'Kết thúc phiên tập',
  input: endInput,
  output: practiceRow,
  subject: ({ id }) => id,
  async run(ctx, { id }) {
    const moved = await carryOut(ctx.tx, ctx, { action: 'practice.end', subject: id, expect: ctx.expect, facts: {} });
    return { id, state: moved.state, version: moved.version };
  },
});

type Wanted = { readonly id: string; readonly sheet: string };

/** The sheet, if it is the account's own of this practice; anybody else's is not there. */
async function ownSheet(tx: Tx, { id, sheet }: Wanted, account: string): Promise<PracticeSheet> {
  const own = (await ownSheets(tx, id, account)).find((one) => one.id === sheet);
  if (!own) throw notFound('Không tìm thấy phiếu tập này.');
  return own;
}

async function ownOpen(tx: Tx, wanted: Wanted, account: string): Promise<PracticeSheet> {
  const [sheet, practice] = [await ownSheet(tx, wanted, account), await findPractice(tx, wanted.id)];
  if (practice?.state !== 'open') throw refused('Phiên tập đã kết thúc nên phiếu không nhận nữa.');
  if (sheet.submittedAt !== null) throw refused('Phiếu tập này đã nộp nên không sửa được nữa.');
  return sheet;
}

async function draftVersion(tx: Tx, sheet: string): Promise<number> {
  const row = await tx
    .selectFrom('practice_sheet')
    .select('draft_version')
    .where('id', '=', sheet)
    .forUpdate()
    .executeTakeFirst();
  return row?.draft_version ?? 0;
}
