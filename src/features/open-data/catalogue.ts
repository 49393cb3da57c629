import type { Day } from '#platform/clock';
import { OPEN_TABLES } from './schema.ts';
import { openDataUrl, openFilePath } from './urls.ts';

/** Decision record 016. */
export const LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

const FORMS = [
  ['csv', 'text/csv'],
  ['json', 'application/json'],
] as const;

/** The catalogue with its tables and files (DCAT 3 with Dublin Core terms). */
export function catalogueOf(baseUrl: string, day: Day): object {
  const home = `${baseUrl}${openDataUrl('vi')}`;
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      'dct:issued': { '@type': 'http://www.w3.org/2001/XMLSchema#date' },
      'dct:modified': { '@type': 'http://www.w3.org/2001/XMLSchema#date' },
    },
    '@id': home,
    '@type': 'dcat:Catalog',
    'dct:title': said('Dữ liệu mở sản phẩm OCOP', 'Open data of OCOP products'),
    'dct:license': { '@id': LICENCE.url },
    'dct:modified': day,
    'dcat:dataset': OPEN_TABLES.map((table) => ({
      '@id': `${home}#${table.name}`,
      '@type': 'dcat:Dataset',
      'dct:title': said(table.vi, table.en),
      'dct:identifier': table.name,
      'dct:license': { '@id': LICENCE.url },
      'dct:modified': day,
      'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/DAILY' },
      'dcat:distribution': FORMS.map(([form, type]) => ({
        '@type': 'dcat:Distribution',
        'dct:license': { '@id': LICENCE.url },
        'dcat:downloadURL': { '@id': `${baseUrl}${openFilePath(`${table.name}.${form}`)}` },
        'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${type}` },
      })),
    })),
  };
}

const said = (vi: string, en: string) => [
  { '@value': vi, '@language': 'vi' },
  { '@value': en, '@language': 'en' },
];
