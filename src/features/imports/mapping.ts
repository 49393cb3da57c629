/** Columns as a person puts them right, and as they are remembered for the next file with the same headings. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '#platform/db/database';
import type { ColumnField, MappingSpec, ReadSheet, SheetMapping } from './reading/types.ts';
import type { mapList } from './schema.ts';

type Asked = z.output<typeof mapList>['sheets'];

/** The mapping a form asks for; null when it leaves everything as it was read. */
export function mappingFrom(read: readonly ReadSheet[], asked: Asked): MappingSpec | null {
  const sheets = asked.flatMap(({ name, headerRow, leaveOut, columns }): [string, SheetMapping][] => {
    const sheet = read.find((one) => one.name === name);
    if (!sheet) return [];
    const found = new Map(sheet.columns.map(({ letter, field }) => [letter, field]));
    const put = columns.flatMap(({ letter, field }): [ColumnField, string][] =>
      field === 'asFound' || found.get(letter) === field ? [] : [[field, letter]],
    );
    const moved = headerRow !== undefined && headerRow !== sheet.headerRow;
    if (put.length === 0 && !moved && !leaveOut) return [];
    const kept = sheet.columns.flatMap(({ letter, field, confidence }): [ColumnField, string][] =>
      field !== null && confidence === 1 ? [[field, letter]] : [],
    );
    return [
      [
        name,
        {
          columns: Object.fromEntries([...kept, ...put]),
          ...(moved ? { headerRow } : {}),
          ...(leaveOut ? { leaveOut } : {}),
        },
      ],
    ];
  });
  return sheets.length === 0 ? null : { sheets: Object.fromEntries(sheets) };
}

/** Keeps corrected columns for the next file of this shape in the province. */
export async function rememberMapping(
  tx: Tx,
  province: string,
  read: readonly ReadSheet[],
  mapping: MappingSpec,
): Promise<void> {
  for (const [name, { columns, headerRow }] of Object.entries(mapping.sheets ?? {})) {
    const sheet = read.find((one) => one.name === name);
    if (!sheet || !columns || Object.keys(columns).length === 0) continue;
    await sql`insert into list_mapping (province, fingerprint, columns, header_row) values (${province}, ${sheet.fingerprint}, ${JSON.stringify(columns)}::jsonb, ${headerRow ?? null})
      on conflict (province, fingerprint) do update set columns = excluded.columns, header_row = excluded.header_row, at = now()`.execute(
      tx,
    );
  }
}
