import type { Kysely } from 'kysely';
import { logoPng } from '#features/logo';
import type { UnitItem } from '#features/units';
import { type Day, dayOf } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { renderPdf } from '#platform/documents/pdf';
import { pictures } from '#platform/files/pictures';
import { FileProblem } from '#platform/files/problem';
import type { FileStore } from '#platform/files/store';
import { bookOf } from './book.ts';
import { type HandbookProduct, handbookProducts } from './contents.ts';

const TEMPLATE = new URL('./papers/handbook.typ', import.meta.url);
/** Of a page 148 mm wide, at 200 points an inch. */
const PICTURE = { width: 1000, height: 680, fit: 'inside', withoutEnlargement: true } as const;
/** A picture is decoded in a moment; together they must not hold the processor. */
const AT_ONCE = 2;
const LIMIT_MS = 240_000;

export interface HandbookAsked {
  readonly db: Kysely<DB>;
  readonly files: Pick<FileStore, 'read'>;
  readonly unit: UnitItem;
  readonly day: Day;
  readonly baseUrl: string;
  readonly createdAt: Date;
  /** Told what is under way; throws when it shall end. */
  readonly step: (words: string, done?: number, total?: number) => Promise<void>;
}

/** The handbook of a unit as PDF/A. Throws a refusal in words when there is nothing to print, or too much. */
export async function makeHandbook(
  asked: HandbookAsked,
): Promise<{ bytes: Uint8Array; pages: number; products: number }> {
  const { db, unit, day, baseUrl, createdAt, step } = asked;
  await step('Đang lấy danh sách sản phẩm');
  const products = await handbookProducts(db, unit, day);
  const pictures = await picturesOf(asked, products);
  await step('Đang dàn trang', products.length, products.length);
  const names = new Map([...pictures.keys()].map((id) => [id, nameOf(id)]));
  const book = await bookOf({ unit, day, baseUrl, products, pictures: names });
  const logo = await logoPng(asked, dayOf(createdAt));
  const drawn = [...pictures].map(([id, picture]): [string, Uint8Array] => [nameOf(id), picture]);
  if (logo) drawn.push(['logo.png', logo]);
  const { bytes, pages } = await renderPdf(
    TEMPLATE,
    { ...book, logo: logo !== null },
    {
      createdAt,
      limitMs: LIMIT_MS,
      pictures: new Map(drawn),
    },
  );
  return { bytes, pages, products: products.length };
}

const nameOf = (product: string): string => `${product}.jpg`;

/** Pictures by product, small enough for the page, upright and without metadata. One that is gone is left out. */
async function picturesOf(
  { files, step }: Pick<HandbookAsked, 'files' | 'step'>,
  products: readonly HandbookProduct[],
): Promise<Map<string, Uint8Array>> {
  const pictured = products.flatMap(({ id, picture }) => (picture ? [{ id, ...picture }] : []));
  const made = new Map<string, Uint8Array>();
  const sharp = await pictures();
  for (let from = 0; from < pictured.length; from += AT_ONCE) {
    if (from % 20 === 0) await step('Đang lấy ảnh', from, pictured.length);
    const few = pictured.slice(from, from + AT_ONCE);
    await Promise.all(
      few.map(async ({ id, sha256 }) => {
        try {
          const original = await files.read(sha256);
          made.set(id, await sharp(original).autoOrient().resize(PICTURE).jpeg({ quality: 78 }).toBuffer());
        } catch (error) {
          if (!(error instanceof FileProblem)) throw error;
        }
      }),
    );
  }
  return made;
}
