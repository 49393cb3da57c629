import { sql } from 'kysely';
import { loadRulebook, RULEBOOK_IDS, setKey } from '#law/rulebooks';
import { publicDownload } from '#platform/http/read';
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
} from './urls.ts';
import type { Lang } from './words.ts';

/** The standard's limit of addresses in one file, halved for the twins. */
const MOST = 20_000;

/** Every public page with its twin in the other language, for search machines. */
export const sitemap = publicDownload({
  name: 'portal.sitemap',
  title: 'Sơ đồ trang',
  async run(ctx) {
    const { rows } = await sql<{ id: string; kind: 'product' | 'producer' }>`
      (select product as id, 'product' as kind from product_search where open order by product limit ${MOST})
      union all (select id, 'producer' from producer r where exists (select from product_search s where s.producer = r.id and s.open) order by id limit ${MOST})`.execute(
      ctx.db,
    );
    const lang: Lang = 'vi';
    const sheets = await Promise.all(RULEBOOK_IDS.map((id) => loadRulebook(id)));
    const fixed = [
      homeUrl(lang),
      productsUrl(lang),
      producersUrl(lang),
      certificatesUrl(lang),
      rulesUrl(lang),
      '/ban-do',
      rulesUrl(lang, 'trinh-tu'),
      misuseUrl(lang),
      lookUpUrl(lang),
      securityUrl(lang),
    ];
    const rules = sheets.flatMap((book) => [
      rulesUrl(lang, book.id),
      ...book.productSets.map((set) => rulesUrl(lang, book.id, setKey(set))),
    ]);
    const things = rows.map((row) => (row.kind === 'product' ? productUrl(row.id, lang) : producerUrl(row.id, lang)));
    const body = [...fixed, ...rules, ...things]
      .slice(0, MOST * 2)
      .map((path) => entry(ctx.baseUrl, path))
      .join('\n');
    return {
      name: 'sitemap.xml',
      type: 'application/xml; charset=utf-8',
      inline: true,
      body: `${HEAD}\n${body}\n</urlset>\n`,
    };
  },
});

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">';

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
