import { z } from 'zod';
import { type ListForm, listFile, takenAs } from '#platform/documents/list-file';
import type { SheetField } from '#platform/documents/sheet';
import { publicDownload } from '#platform/http/read';
import { catalogueOf, LICENCE } from './catalogue.ts';
import { dataVersion, openRows } from './rows.ts';
import { OPEN_TABLES, type OpenRow, type OpenTable } from './schema.ts';
import { openDataUrl } from './urls.ts';

const FILES = OPEN_TABLES.flatMap(({ name }) => [`${name}.csv`, `${name}.json`] as const);

/** A table whole, as CSV or JSON: streamed, formula-safe, with an ETag that holds until something changes. */
export const openDataFile = publicDownload({
  name: 'openData.file',
  title: 'Tệp dữ liệu mở',
  rate: 'bulk',
  params: z.object({ file: z.enum(FILES) }),
  async run(ctx, { file }) {
    const [name, form] = file.split('.') as [string, ListForm];
    const table = OPEN_TABLES.find((one) => one.name === name);
    if (table === undefined) throw new Error(`no table ${name}`);
    const version = await dataVersion(ctx.db, ctx.day);
    const fields = table.fields.map(
      (one): SheetField<OpenRow> => [one.name, one.kind, 20, (row) => row[one.name] ?? null],
    );
    const rows = openRows(ctx, table.name);
    const list = { ...listFile(`ocop-${name}-${ctx.day}`, titleOf(table), rows, fields), about: aboutOf(ctx, table) };
    const taken = await takenAs(list, form, new Date(`${ctx.day}T00:00:00+07:00`));
    return { ...taken, etag: `W/"${file}-${version}"` };
  },
});

const titleOf = ({ vi }: OpenTable): string => `Dữ liệu mở OCOP: ${vi}`;

/** What stands at the head of a JSON file beside its columns. */
function aboutOf({ day, baseUrl }: { day: string; baseUrl: string }, { fields }: OpenTable): object {
  const dictionary = Object.fromEntries(fields.map(({ name, vi, en }) => [name, { vi, en }]));
  return { day, licence: LICENCE.url, source: `${baseUrl}${openDataUrl('vi')}`, dictionary };
}

/** The catalogue in the words of DCAT, for programs that gather catalogues. */
export const openDataCatalogue = publicDownload({
  name: 'openData.catalogue',
  title: 'Danh mục dữ liệu mở (DCAT)',
  async run(ctx) {
    const body = `${JSON.stringify(catalogueOf(ctx.baseUrl, ctx.day), null, 1)}\n`;
    return { name: 'danh-muc.jsonld', type: 'application/ld+json', inline: true, body };
  },
});
