import { z } from 'zod';
import { certificateRules } from '#features/registry';
import { isRulebookId, loadRulebook, type Rulebook } from '#law/rulebooks';
import { byId, search, uuid } from '#platform/http/fields';
import { publicList, publicRead, RawJson } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { answerOf, certain, publicState } from './certificate-row.ts';
import { producerCards, readProducer, readProduct } from './detail.ts';
import { findCertificate } from './lookup.ts';
import {
  certificateAnswer,
  type ProductItem,
  producerDetail,
  producerItem,
  productDetail,
  productFilters,
  productItem,
  SECTORS,
} from './schema.ts';
import { productPage } from './search.ts';

/** Products by name; the rows are written as JSON by the database. */
export const listProducts = publicList({
  name: 'product.list',
  title: 'Danh sách sản phẩm công khai',
  query: productFilters,
  item: productItem,
  cursor: z.tuple([z.int(), z.int(), z.string(), z.uuid()]),
  async run(ctx, _params, filters, { limit, after }) {
    const { items, next } = await productPage(ctx.db, {
      ...{ filters, day: ctx.day, sort: 'name', limit, after },
      rules: await certificateRules(ctx.db, ctx.day),
    });
    return { items: new RawJson(items), next };
  },
});

/** One product with its recognitions. */
export const readProductApi = publicRead({
  name: 'product.readPublic',
  title: 'Sản phẩm công khai',
  params: byId,
  output: productDetail,
  async run(ctx, { id }) {
    const product = await readProduct(ctx.db, id, ctx.day);
    if (product === null) throw notFound();
    const [newest] = product.certificates;
    const sector = SECTORS.find((each) => each === product.sector) ?? null;
    const item: ProductItem = {
      ...{ id: product.id, name: product.name, sector, sectorGuessed: product.sectorGuessed, productSet: product.set },
      star: newest?.star ?? null,
      state: newest ? publicState(newest, ctx.day) : 'listed',
      producer: product.producer && { id: product.producer.id, name: product.producer.name },
      place: product.place,
      issuedOn: newest ? certain(newest.issuedEarliest, newest.issuedLatest) : null,
      expiresOn: newest ? certain(newest.expiresEarliest, newest.expiresLatest) : null,
      invented: product.invented,
    };
    const names = product.certificates.map((row) => row.product).filter((name) => name !== product.name);
    return {
      ...item,
      ...{
        story: product.story,
        specification: product.specification,
        formerPlace: product.formerPlace,
        formerNames: [...new Set(names)],
      },
      recognitions: product.certificates.map((row) => {
        const { code, star, state, issuedOn, expiresOn, decision } = answerOf(row, ctx.day);
        return { code, star, state, issuedOn, expiresOn, decision, issuer: row.issuer };
      }),
    };
  },
});

/** Producers by name. */
export const listProducers = publicList({
  name: 'producer.list',
  title: 'Danh sách chủ thể công khai',
  query: z.object({ q: search(), unit: uuid({ label: 'Địa bàn' }).optional() }),
  item: producerItem,
  cursor: z.tuple([z.string(), z.uuid()]),
  async run(ctx, _params, { q, unit }, { limit, after }) {
    const { cards, next } = await producerCards(ctx.db, { q, unit, day: ctx.day, limit, after });
    return {
      items: cards.map(({ id, name, type, place, products, invented }) => ({
        id,
        name,
        type,
        place,
        products,
        invented,
      })),
      next,
    };
  },
});

const MOST = 100;

/** One producer with its products (at most 100). */
export const readProducerApi = publicRead({
  name: 'producer.readPublic',
  title: 'Chủ thể công khai',
  params: byId,
  output: producerDetail,
  async run(ctx, { id: asked }) {
    const [rules, producer] = await Promise.all([
      certificateRules(ctx.db, ctx.day),
      readProducer(ctx.db, asked, ctx.day),
    ]);
    if (producer === null) throw notFound();
    const { id } = producer;
    const query = { filters: { producer: id }, day: ctx.day, sort: 'name', limit: MOST, after: null } as const;
    const products = await productPage(ctx.db, { ...query, rules });
    const { name, type, place, address, website, history, invented } = producer;
    const items = z.array(productItem).parse(JSON.parse(products.items));
    return { id, name, type, place, address, website, history, invented, items, products: items.length };
  },
});

/** What a code is worth today; an unknown code is 404. */
export const readCertificateApi = publicRead({
  name: 'certificate.readPublic',
  title: 'Kiểm tra chứng nhận',
  params: z.object({ code: z.string().min(1).max(100) }),
  output: certificateAnswer,
  async run(ctx, { code }) {
    const found = await findCertificate(ctx.db, code, ctx.day);
    if (found === null) throw notFound('Không có mã này trong sổ chứng nhận. So lại với tem rồi gõ lại.');
    return answerOf(found.shown, ctx.day);
  },
});

/** A rulebook as data: sheets, bands, star minimums. */
export const readRulebookApi = publicRead({
  name: 'rulebook.read',
  title: 'Bộ tiêu chí',
  params: z.object({ id: z.string().max(40) }),
  output: z.looseObject({ id: z.string(), title: z.string() }),
  async run(_ctx, { id }) {
    if (!isRulebookId(id)) throw notFound();
    return new RawJson(await rulebookText(id));
  },
});

const texts = new Map<string, string>();

async function rulebookText(id: Rulebook['id']): Promise<string> {
  const text = texts.get(id) ?? JSON.stringify(await loadRulebook(id));
  texts.set(id, text);
  return text;
}
