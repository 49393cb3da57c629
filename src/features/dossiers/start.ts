import { sql } from 'kysely';
import { v7 } from 'uuid';
import { certificateRules } from '#features/registry';
import type { FactsOf } from '#law/moves';
import { findSet, isRulebookId, loadRulebook, type ProductSet, type RulebookId, setKey } from '#law/rulebooks';
import { rulebookOnFiling } from '#law/transition';
import { statusOn } from '#law/validity';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { beget } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import { citeAgain, prefill } from './prefill.ts';
import { type DossierRow, dossierRow, ENDED_STATES, startDossier as startInput } from './schema.ts';

/**
 * Starts a dossier for a product of the producer, or for a new product named now. The form is prefilled from the registry
 * and the last dossier (R3.3); scores are never copied. An officer may do it from paper (`onBehalf`).
 */
export const startDossier = action({
  name: 'dossier.start',
  title: 'Lập hồ sơ',
  input: startInput,
  output: dossierRow,
  publicData: false,
  async run(ctx, given): Promise<DossierRow> {
    const producer = await producerWithin(ctx, given.producer);
    const { set, rulebook } = await productSetOn(given.productSet, ctx.day);
    const product = given.product
      ? await productOf(ctx.tx, given.producer, given.product)
      : await registerProduct(ctx, producer, given.newProduct, set, rulebook);
    const former = given.kind === 'first' ? null : await formerRecognition(ctx, product);
    const shown: FactsOf<'dossier.start'> = {
      kind: given.kind,
      producerType: producer.type,
      sector: set.group,
      rulebook,
      former,
    };
    const id = v7();
    const form = await prefill(ctx.tx, { producer: producer.id, product, kind: given.kind });
    const onBehalf = ctx.actor.role !== 'producer';
    const moved = await beget(ctx.tx, ctx, {
      process: 'dossier',
      id,
      action: 'dossier.start',
      // The offices reach it from the day it is filed (0091); until then only an officer who writes it from paper.
      reach: { producer: producer.id, commune: onBehalf ? producer.commune : null },
      facts: { kind: given.kind, product, productSet: set.id, rulebook, onBehalf },
      shown,
      effect: async (tx) => {
        if (given.signedForm)
          await attachFiles(ctx, [given.signedForm], {
            producer: producer.id,
            commune: producer.commune,
            province: producer.province,
          });
        await tx
          .insertInto('dossier')
          .values({
            id,
            kind: given.kind,
            product,
            producer: producer.id,
            commune: producer.commune,
            province: producer.province,
            product_set: set.id,
            rulebook,
            former_recognition: former?.id ?? null,
            form: JSON.stringify(form),
            entered_by: ctx.actor.account,
            on_behalf: onBehalf,
            signed_form: given.signedForm ?? null,
          })
          .execute();
        await citeAgain(tx, { dossier: id, product, productSet: set.id, kind: given.kind });
      },
    });
    return { id, state: moved.state, version: moved.version, draftVersion: 1 };
  },
});

interface PlacedProducer {
  readonly id: string;
  readonly type: string | null;
  readonly commune: string;
  readonly province: string;
}

/** The producer, if the actor acts for it or it lies in the officer's commune; it must be placed in a commune of today. */
async function producerWithin(ctx: ActionContext, id: string): Promise<PlacedProducer> {
  const row = await ctx.tx
    .selectFrom('producer')
    .select(['id', 'type', 'commune', 'province'])
    .where('id', '=', id)
    .executeTakeFirst();
  const own = ctx.actor.producers.includes(id);
  if (!row || !(own || (row.commune !== null && row.commune === ctx.actor.unit))) throw notFound();
  const { commune, province } = row;
  if (commune === null || province === null)
    throw refused('Chủ thể chưa được xếp vào xã nào. Nhờ cán bộ tỉnh xếp địa bàn trước khi lập hồ sơ.');
  return { id: row.id, type: row.type, commune, province };
}

async function productSetOn(id: string, day: string): Promise<{ set: ProductSet; rulebook: RulebookId }> {
  const current = rulebookOnFiling(day);
  if (!current.ok) throw refused(current.message);
  const named = id.slice(0, id.indexOf('/'));
  if (!isRulebookId(named) || named !== current.value)
    throw invalid('productSet', 'Chọn bộ sản phẩm của Bộ tiêu chí đang áp dụng');
  const set = findSet(await loadRulebook(current.value), setKey({ id }));
  if (!set) throw invalid('productSet', 'Chọn một bộ sản phẩm trong danh mục');
  return { set, rulebook: current.value };
}

async function productOf(tx: Tx, producer: string, product: string): Promise<string> {
  const row = await tx
    .selectFrom('product')
    .select('id')
    .where('id', '=', product)
    .where('producer', '=', producer)
    .where('joined_into', 'is', null)
    .executeTakeFirst();
  if (!row) throw invalid('product', 'Chọn một sản phẩm của chủ thể này');
  const { rows } = await sql<{ id: string }>`
    select d.id from dossier d join lifecycle l on l.id = d.id where d.product = ${product}
       and l.state <> all(${[...ENDED_STATES]}::text[]) limit 1`.execute(tx);
  if (rows.length > 0) throw refused('Sản phẩm này đang có một hồ sơ chưa xong. Mở hồ sơ đó để làm tiếp.');
  return row.id;
}

/** A product not yet in the registry: named by the producer, classified by the set chosen. */
async function registerProduct(
  ctx: ActionContext,
  producer: PlacedProducer,
  name: string | undefined,
  set: ProductSet,
  rulebook: RulebookId,
): Promise<string> {
  if (!name) throw invalid('newProduct', 'Chọn một sản phẩm hoặc ghi tên sản phẩm mới');
  const id = v7();
  const invented = await ctx.tx
    .selectFrom('producer')
    .select('invented')
    .where('id', '=', producer.id)
    .executeTakeFirstOrThrow();
  await beget(ctx.tx, ctx, {
    process: 'product',
    id,
    action: 'product.register',
    reach: { producer: producer.id, commune: producer.commune, province: producer.province },
    facts: { name, productSet: set.id },
    effect: async (tx) => {
      await tx
        .insertInto('product')
        .values({
          id,
          producer: producer.id,
          name,
          sector: set.group,
          product_set: set.id,
          taxonomy: rulebook,
          commune: producer.commune,
          province: producer.province,
          invented: invented.invented,
        })
        .execute();
    },
  });
  return id;
}

async function formerRecognition(
  ctx: ActionContext,
  product: string,
): Promise<{ id: string; star: number | null; valid: boolean } | null> {
  const rules = await certificateRules(ctx.tx, ctx.day);
  const { rows } = await sql<FormerRow>`
    select r.id, r.star, l.state as life, r.issued_earliest as "issuedEarliest", r.issued_latest as "issuedLatest",
           r.expires_earliest as "expiresEarliest", r.expires_latest as "expiresLatest", r.extended_to as "extendedTo",
           r.extended_from as "extendedFrom", r.ended_on as "endedOn", r.aside::text as aside
      from recognition r join lifecycle l on l.id = r.id
     where r.id = recognition_on(${product}::uuid, ${ctx.day}::date, ${rules.expiryDayValid})`.execute(ctx.tx);
  const row = rows[0];
  if (!row) return null;
  const { valid } = statusOn(row, ctx.day, rules);
  return { id: row.id, star: row.star, valid };
}

interface FormerRow {
  readonly id: string;
  readonly star: number | null;
  readonly life: string;
  readonly issuedEarliest: string | null;
  readonly issuedLatest: string | null;
  readonly expiresEarliest: string | null;
  readonly expiresLatest: string | null;
  readonly extendedTo: string | null;
  readonly extendedFrom: string | null;
  readonly endedOn: string | null;
  readonly aside: string | null;
}
