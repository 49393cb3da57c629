import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseCsvObjects } from 'hucre/csv';

const REFERENCE = new URL('../../../db/reference/', import.meta.url);

/** Rows of a CSV file of the repository (plain or gzipped), every value a text; codes keep their leading zeros. */
export function readCsvRows<Column extends string>(file: URL): Record<Column, string>[] {
  const bytes = readFileSync(file);
  const text = (file.pathname.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const { data } = parseCsvObjects(text, { header: true, typeInference: false });
  return data as Record<Column, string>[];
}

/** A file under db/reference, e.g. `units/provinces-34.csv`. */
export function referenceFile(path: string): URL {
  return new URL(path, REFERENCE);
}
