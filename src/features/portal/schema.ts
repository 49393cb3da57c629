import { z } from 'zod';
import { choice, day, integer, search, uuid } from '#platform/http/fields';

/** What a certificate is worth on a day; the first eight are those of the certificate API. */
const CERTIFICATE_STATES = [
  'valid',
  'expired',
  'extended',
  'revoked',
  'annulled',
  'superseded',
  'undetermined',
] as const;
/** What a product list may be narrowed to: `valid` takes those expiring soon too; `listed` = named by a list, never recognised. */
export const PRODUCT_STATUSES = [
  'valid',
  'expiring',
  'extended',
  'expired',
  'undetermined',
  'revoked',
  'annulled',
  'superseded',
  'listed',
] as const;
export const SECTORS = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;

export type ProductStatus = (typeof PRODUCT_STATUSES)[number];
export type Sector = (typeof SECTORS)[number];

const star = z
  .array(integer({ min: 3, max: 5 }))
  .max(3)
  .optional()
  .meta({ label: 'Hạng sao' });
const sector = z.array(choice(SECTORS)).max(6).optional().meta({ label: 'Nhóm sản phẩm' });
const status = z.array(choice(PRODUCT_STATUSES)).max(9).optional().meta({ label: 'Tình trạng chứng nhận' });

/**
 * Filters of the product list, page and API alike. `unit`: a unit of today or a former one; with `unitsAsOf` only what lay in
 * it on that day, in the units of that day (R12.8).
 */
export const productFilters = z.object({
  q: search(),
  star,
  sector,
  status,
  unit: uuid({ label: 'Nơi sản xuất' }).optional(),
  unitsAsOf: day({ label: 'Theo đơn vị ngày' }).optional(),
});
export type ProductFilters = z.output<typeof productFilters> & { producer?: string | undefined };

/** The first is the order of a list nobody ordered: certificates that hold, then by star. */
export const SORTS = ['current', 'star', 'recent', 'name'] as const;
export type Sort = (typeof SORTS)[number];
export const USUAL_SORT: Sort = SORTS[0];

/** Query of the page: filters, order, place as typed, and where the last page ended. Wrong values are dropped, never a 400. */
export const productsQuery = z.object({
  q: search().catch(undefined),
  star: star.catch(undefined),
  sector: sector.catch(undefined),
  status: status.catch(undefined),
  unit: uuid().optional().catch(undefined),
  unitsAsOf: day().optional().catch(undefined),
  place: search({ label: 'Nơi sản xuất' }).catch(undefined),
  sort: choice(SORTS).optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});

const named = z.object({ id: uuid(), name: z.string() });

/** A product in a public list. Only these fields ever leave (S15). */
export const productItem = z.object({
  id: uuid(),
  name: z.string(),
  star: z
    .int()
    .nullable()
    .meta({ description: 'Star of the newest recognition; null when the source does not give it or there is none' }),
  state: z
    .enum([...CERTIFICATE_STATES, 'listed'])
    .nullable()
    .meta({ description: 'State of the newest recognition today' }),
  sector: z.enum(SECTORS).nullable(),
  sectorGuessed: z.boolean(),
  productSet: z.string().nullable(),
  producer: named.nullable(),
  place: z.string().nullable(),
  issuedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  invented: z.boolean(),
});
export type ProductItem = z.output<typeof productItem>;

const recognitionItem = z.object({
  code: z.string(),
  star: z.int().nullable(),
  state: z.enum(CERTIFICATE_STATES),
  issuedOn: z.string().nullable().meta({ description: 'In the precision of the source: YYYY, YYYY-MM or YYYY-MM-DD' }),
  expiresOn: z.string().nullable(),
  decision: z.string().nullable(),
  issuer: z.string().nullable(),
});
export const productDetail = productItem.extend({
  story: z.string().nullable(),
  specification: z.string().nullable(),
  formerNames: z.array(z.string()),
  formerPlace: z.string().nullable(),
  recognitions: z.array(recognitionItem),
});

/** A producer in public: name, kind, place and business address; no telephone, no e-mail, no person (S15). */
export const producerItem = z.object({
  id: uuid(),
  name: z.string(),
  type: z.string().nullable(),
  place: z.string().nullable(),
  products: z.int(),
  invented: z.boolean(),
});
export const producerDetail = producerItem.extend({
  address: z.string().nullable(),
  website: z.string().nullable(),
  history: z.string().nullable(),
  items: z.array(productItem),
});

/** The answer of the certificate API; its shape is relied on by outside programs. */
export const certificateAnswer = z.object({
  code: z.string(),
  state: z.enum(CERTIFICATE_STATES),
  star: z.int().nullable(),
  product: z.string(),
  producer: z.string().nullable(),
  issuedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  decision: z.string().nullable(),
});
export type CertificateAnswer = z.output<typeof certificateAnswer>;
