/** The indicators: SQL functions of db/indicators, one file an indicator, made anew whenever their text has changed. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Client, escapeLiteral } from 'pg';

/** Where they lie. */
const INDICATORS = fileURLToPath(new URL('../../../db/indicators/', import.meta.url));

/** What the head of a file says of its indicator. */
export interface IndicatorHead {
  /** File name without `.sql`. */
  readonly name: string;
  readonly title: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly territory: string;
  readonly date: string;
  readonly unit: string;
  readonly legalBasis: string;
}

interface Source {
  readonly name: string;
  readonly text: string;
}

/**
 * Makes the functions `ocop.indicator_…` and `ocop_known.indicator_…` say what the files say. They hold nothing, so they are
 * dropped and made again in
 * one transaction; the checksum of the files stands as the comment of the schema. The client owns the schema.
 */
export async function loadIndicators(client: Client, folder = INDICATORS): Promise<boolean> {
  const sources = await readSources(folder);
  const whole = sources.map(({ text }) => `${text}\n${asKnown(text)}`).join('\n');
  const sum = createHash('sha256').update(whole).digest('hex');
  const comment = `indicators ${sum}`;
  const { rows } = await client.query<{ comment: string | null }>(
    `select obj_description('ocop'::regnamespace, 'pg_namespace') as comment`,
  );
  if (rows[0]?.comment === comment) return false;
  await client.query(`do $$ declare one oid; begin
    for one in select oid from pg_proc where pronamespace in ('ocop'::regnamespace, 'ocop_known'::regnamespace) and proname like 'indicator\\_%' loop
      execute format('drop function %s', one::regprocedure);
    end loop; end $$`);
  await client.query('set local check_function_bodies = off'); // one may call another of a later file
  for (const { text } of sources) {
    await client.query(text.replaceAll(/^create function indicator_/gm, 'create function ocop.indicator_'));
    await client.query(asKnown(text));
  }
  await client.query(`comment on schema ocop is ${escapeLiteral(comment)}`);
  return true;
}

/**
 * The same text, counting what was known at a moment: the functions `ocop_known.indicator_…` read the tables through those of
 * migration 0351. One text, so both count by the same words.
 */
const asKnown = (text: string): string =>
  text
    .replaceAll(/^create function indicator_/gm, 'create function ocop_known.indicator_')
    .replaceAll(/\bocop\.indicator_/g, 'ocop_known.indicator_')
    .replaceAll(/\bocop\.(counted_recognition|product|producer|producer_fact|product_year)\b/g, 'ocop_known.$1()')
    .replaceAll('from producer_fact f', 'from ocop_known.whole_producer_fact() f')
    .replaceAll('set search_path = ocop,', 'set search_path = ocop_known, ocop,');

/** Definitions of the indicators, in the order of their names; files of rows that indicators count have none. */
export async function indicatorHeads(folder = INDICATORS): Promise<IndicatorHead[]> {
  return (await readSources(folder)).flatMap(({ name, text }) => headOf(name, text));
}

function headOf(name: string, text: string): IndicatorHead[] {
  const lines = text.split('\n').filter((line) => line.startsWith('-- '));
  const said = (label: string) => lines.find((line) => line.startsWith(`-- ${label}: `))?.slice(label.length + 5);
  const [title] = lines;
  const numerator = said('Numerator');
  if (title === undefined || numerator === undefined) return [];
  const rest = ['Denominator', 'Territory', 'Date', 'Unit', 'Legal basis'].map((label) => said(label) ?? '');
  const [denominator = '', territory = '', date = '', unit = '', legalBasis = ''] = rest;
  return [{ name, title: title.slice(3), numerator, denominator, territory, date, unit, legalBasis }];
}

async function readSources(folder: string): Promise<Source[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -'.sql'.length),
      text: (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n'),
    })),
  );
}
