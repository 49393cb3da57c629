import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { loadRulebook, RULEBOOK_IDS, setKey } from '#law/rulebooks';
import type { DB } from '#platform/db/schema.generated';
import { type FileAnswer, publicDownload } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import {
  certificatesUrl,
  homeUrl,
  lookUpUrl,
  misuseUrl,
  producersUrl,
  producerUrl,
  productsUrl,
  productUrl,
  rulesUrl,
  securityUrl,
  twinOf,
  villageUrl,
} from './urls.ts';

/** The standard's limit of addresses in one file; each page counts with its English twin beside it as one. */
const MOST = 50_000;

type Kind = 'trang' | 'san-pham' | 'chu-the' | 'lang-nghe';
const KINDS: readonly Kind[] = ['trang', 'san-pham', 'chu-the', 'lang-nghe'];
const COUNTED: Readonly<Record<Kind, (db: Kysely<DB>) => Promise<number>>> = {
  trang: async () => 1,
  'san-pham': (db) => counted(db, sql`product_search s where s.open`),
  'chu-the': (db) => counted(db, SHOWN_PRODUCERS),
  'lang-nghe': (db) => counted(db, sql`local_place p`),
};
const SHOWN_PRODUCERS = sql`producer r where exists (select from product_search s where s.producer = r.id and s.open)`;

async function counted(db: Kysely<DB>, from: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${from}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Every public page with its twin in the other language, for search machines; a list of files when there are too many. */
export const sitemap = publicDownload({
  name: 'portal.sitemap',
  title: 'Sơ đồ trang',
  async run(ctx) {
    const counts = await Promise.all(KINDS.map((kind) => COUNTED[kind](ctx.db)));
    const pages = await fixedPages();
    if (counts.reduce((sum, one) => sum + one, pages.length) > MOST) return indexOf(ctx.baseUrl, counts);
    const others = await Promise.all(LISTS.map((kind) => paged(ctx.db, kind, 0)));
    const paths = [...pages, ...others.flat()];
    return xml(
      'sitemap.xml',
      URLS,
      paths.map((path) => entry(ctx.baseUrl, path)),
      'urlset',
    );
  },
});

/** One file of the list. */
export const sitemapPart = publicDownload({
  name: 'portal.sitemapPart',
  title: 'Sơ đồ trang, một phần',
  params: z.object({ part: z.string().regex(/^(?:trang|san-pham|chu-the|lang-nghe)-[1-9]\d{0,3}\.xml$/) }),
  async run(ctx, { part }) {
    const kind = KINDS.find((one) => part.startsWith(`${one}-`));
    const number = Number(/(\d+)\.xml$/.exec(part)?.[1]);
    if (kind === undefined) throw notFound();
    const paths = kind === 'trang' ? (number === 1 ? await fixedPages() : []) : await paged(ctx.db, kind, number - 1);
    if (paths.length === 0) throw notFound();
    return xml(
      part,
      URLS,
      paths.map((path) => entry(ctx.baseUrl, path)),
      'urlset',
    );
  },
});

function indexOf(base: string, counts: readonly number[]): FileAnswer {
  const parts = counts.flatMap((count, at) =>
    Array.from({ length: Math.ceil(count / MOST) }, (_, number) => `${KINDS[at]}-${number + 1}.xml`),
  );
  const lines = parts.map((part) => `<sitemap><loc>${base}/sitemap/${part}</loc></sitemap>`);
  return xml('sitemap.xml', 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', lines, 'sitemapindex');
}

/** Where the addresses of a list come from, in the order of their identifiers. */
const LISTED: Readonly<Record<Exclude<Kind, 'trang'>, { ids: ReturnType<typeof sql>; url: typeof productUrl }>> = {
  'san-pham': {
    ids: sql`select s.product as id from product_search s where s.open order by s.product`,
    url: productUrl,
  },
  'chu-the': { ids: sql`select r.id from ${SHOWN_PRODUCERS} order by r.id`, url: producerUrl },
  'lang-nghe': { ids: sql`select p.id from local_place p order by p.id`, url: villageUrl },
};
const LISTS = ['san-pham', 'chu-the', 'lang-nghe'] as const;

/** One file of a list. */
async function paged(db: Kysely<DB>, kind: Exclude<Kind, 'trang'>, number: number): Promise<string[]> {
  const { ids, url } = LISTED[kind];
  const { rows } = await sql<{ id: string }>`${ids} limit ${MOST} offset ${number * MOST}`.execute(db);
  return rows.map(({ id }) => url(id, 'vi'));
}

async function fixedPages(): Promise<string[]> {
  const books = await Promise.all(RULEBOOK_IDS.map((id) => loadRulebook(id)));
  const pages = [homeUrl, productsUrl, producersUrl, certificatesUrl, misuseUrl, lookUpUrl, securityUrl];
  const rules = books.flatMap((book) => [
    rulesUrl('vi', book.id),
    ...book.productSets.map((set) => rulesUrl('vi', book.id, setKey(set))),
  ]);
  return [
    ...pages.map((url) => url('vi')),
    rulesUrl('vi'),
    rulesUrl('vi', 'trinh-tu'),
    '/du-lieu-mo',
    '/tong-quan',
    ...rules,
  ];
}

const URLS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

function xml(name: string, spaces: string, lines: readonly string[], root: 'urlset' | 'sitemapindex'): FileAnswer {
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${spaces}>`;
  const body = `${head}\n${lines.join('\n')}\n</${root}>\n`;
  return { name, type: 'application/xml; charset=utf-8', inline: true, body };
}

function entry(base: string, path: string): string {
  const links = [
    ['vi', path],
    ['en', twinOf(path)],
  ].map(([lang, href]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${base}${href}"/>`);
  return `<url><loc>${base}${path}</loc>${links.join('')}</url>`;
}

/** What search machines may read: the portal; never the work of offices and producers. */
export const robots = publicDownload({
  name: 'portal.robots',
  title: 'Quy định cho máy tìm kiếm',
  async run(ctx) {
    const lines = [
      'User-agent: *',
      'Disallow: /api/',
      'Disallow: /ho-so',
      'Disallow: /viec',
      'Allow: /',
      `Sitemap: ${ctx.baseUrl}/sitemap.xml`,
      '',
    ];
    return { name: 'robots.txt', type: 'text/plain; charset=utf-8', inline: true, body: lines.join('\n') };
  },
});
