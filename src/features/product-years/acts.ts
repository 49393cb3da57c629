/** The acts on a product's year: told, told anew, accepted, returned. */
import { v7 } from 'uuid';
import { figuresAgree, type YearFigures } from '#law/product-years';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import { tellReturned } from './letters.ts';
import { askedOn, productYear, yearProduct } from './queries.ts';
import {
  acceptYear as acceptInput,
  type GivenFigures,
  mendYear as mendInput,
  reportYear as reportInput,
  returnYear as returnInput,
  yearOut,
} from './schema.ts';

const MILLION = 1_000_000;
const dong = (million: number) => Math.round(million * MILLION);

/** Tells the figures of a year for the first time: by the producer, or typed in for it by an officer. */
export const reportYear = action({
  name: 'productYear.report',
  title: 'Báo số liệu năm của sản phẩm',
  input: reportInput,
  output: yearOut,
  publicData: false,
  async run(ctx, { product: wanted, year, ...given }) {
    const product = await yearProduct(ctx.tx, wanted);
    const told = await ctx.tx
      .selectFrom('product_year')
      .select('id')
      .where('product', '=', product.id)
      .where('year', '=', year)
      .executeTakeFirst();
    const id = v7();
    const figures = figuresOf(given);
    const { version } = await beget(ctx.tx, ctx, {
      ...{ process: 'productYear', id, action: 'productYear.report' },
      reach: { producer: product.producer, commune: product.commune, province: product.province },
      facts: { year, no: 1, ...figures },
      shown: { ...figures, year, firstYear: product.firstYear },
      effect: async (tx) => {
        if (told) throw refused(`Năm ${year} của sản phẩm này đã được báo. Mở số liệu năm đó để xem, sửa.`);
        await tx.insertInto('product_year').values({ id, product: product.id, year }).execute();
        await keep(tx, ctx, { id, no: 1 }, given);
      },
    });
    return { id, version };
  },
});

/** Tells a year anew: a new version, the earlier ones stay. What the commune accepted counts until it accepts this one. */
export const mendYear = action({
  name: 'productYear.mend',
  title: 'Sửa, báo lại số liệu năm',
  input: mendInput,
  output: yearOut,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason, ...given }) {
    const { versions, state } = await productYear(ctx.tx, id);
    const no = (versions[0]?.no ?? 0) + 1;
    const figures = figuresOf(given);
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'productYear.mend', subject: id, expect: ctx.expect },
      ...(reason === undefined ? {} : { reason }),
      facts: { no, ...figures },
      shown: { ...figures, counted: state === 'accepted', reason },
      effect: async (tx) => {
        await keep(tx, ctx, { id, no }, given);
        await tx.updateTable('product_year').set({ reported: no }).where('id', '=', id).execute();
      },
    });
    return { id, version };
  },
});

/** The commune accepts the newest version: it counts from now on. */
export const acceptYear = action({
  name: 'productYear.accept',
  title: 'Nhận số liệu năm',
  input: acceptInput,
  output: yearOut,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id }) {
    const { versions, product } = await productYear(ctx.tx, id);
    const newest = versions[0];
    const { twoHands } = await askedOn(ctx.tx, ctx.day, product.province);
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'productYear.accept', subject: id, expect: ctx.expect },
      facts: { no: newest?.no ?? 0 },
      shown: { enteredBy: newest?.enteredBy, accepter: ctx.actor.account, twoHands },
      effect: async (tx) => {
        await tx
          .updateTable('product_year')
          .set({ accepted: newest?.no ?? null, accepted_on: ctx.day })
          .where('id', '=', id)
          .execute();
      },
    });
    return { id, version };
  },
});

/** The commune returns a year with its reason; what was accepted before counts until a new version is accepted. */
export const returnYear = action({
  name: 'productYear.return',
  title: 'Trả lại số liệu năm',
  input: returnInput,
  output: yearOut,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason }) {
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'productYear.return', subject: id, expect: ctx.expect, reason, shown: { reason } },
      effect: async (tx) => tellReturned(tx, await productYear(tx, id), reason),
    });
    return { id, version };
  },
});

/** Figures as the law judges them and the ledger keeps them; money in đồng. */
function figuresOf(given: GivenFigures): YearFigures & { readonly quantity: number; readonly quantityUnit: string } {
  const figures = {
    ...{ quantity: given.quantity, quantityUnit: given.quantityUnit, revenue: dong(given.revenueMillion) },
    ...{ jobs: given.jobs, women: given.women, local: given.local, channels: [...new Set(given.channels)] },
    online: given.onlineMillion === undefined ? null : dong(given.onlineMillion),
    exported: given.exportMillion === undefined ? null : dong(given.exportMillion),
  };
  const answer = figuresAgree(figures);
  const field = answer.ok ? undefined : FIELD_OF[answer.code];
  if (!answer.ok && field) throw invalid(field, answer.message);
  return figures;
}

/** Where on the form a figure that does not agree stands. */
const FIELD_OF: Readonly<Record<string, string>> = {
  women: 'women',
  local: 'local',
  channels: 'channels',
  online: 'onlineMillion',
  exported: 'exportMillion',
  parts: 'revenueMillion',
};

async function keep(
  tx: Tx,
  { actor, day }: ActionContext,
  { id, no }: { id: string; no: number },
  given: GivenFigures,
) {
  const { revenue, online, exported, channels } = figuresOf(given);
  await tx
    .insertInto('product_year_version')
    .values({
      ...{ product_year: id, no, quantity: String(given.quantity), quantity_unit: given.quantityUnit, revenue },
      ...{ jobs: given.jobs, jobs_women: given.women, jobs_local: given.local, channels: [...channels] },
      ...{ online_revenue: online, export_revenue: exported, markets: given.markets ?? null, note: given.note ?? null },
      ...{ by_office: actor.role !== 'producer', entered_by: actor.account, reported_on: day },
    })
    .execute();
}
