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
      field === 'asFound' || field === 'notRead' || found.get(letter) === field ? [] : [[field, letter]],
    );
    const dropped = columns
      .filter(({ letter, field }) => field === 'notRead' && found.get(letter))
      .map(({ letter }) => letter);
    const moved = headerRow !== undefined && headerRow !== sheet.headerRow;
    if (put.length === 0 && dropped.length === 0 && !moved && !leaveOut) return [];
    // What a person said before still holds, unless it is said otherwise now.
    const said = sheet.columns.filter(({ letter, confidence }) => confidence === 1 && !dropped.includes(letter));
    const kept = said.flatMap(({ letter, field }): [ColumnField, string][] =>
      field === null ? [] : [[field, letter]],
    );
    const taken = new Set(put.map(([, letter]) => letter));
    const notRead = [...said.flatMap(({ letter, field }) => (field === null ? [letter] : [])), ...dropped];
    return [
      [
        name,
        {
          columns: Object.fromEntries([...kept, ...put]),
          notRead: notRead.filter((letter) => !taken.has(letter)),
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
  for (const [name, { columns, headerRow, notRead = [] }] of Object.entries(mapping.sheets ?? {})) {
    const sheet = read.find((one) => one.name === name);
    if (!sheet || !columns || Object.keys(columns).length + notRead.length === 0) continue;
    await sql`insert into list_mapping (province, fingerprint, columns, not_read, header_row)
      values (${province}, ${sheet.fingerprint}, ${JSON.stringify(columns)}::jsonb, ${notRead}, ${headerRow ?? null})
      on conflict (province, fingerprint) do update set columns = excluded.columns, not_read = excluded.not_read, header_row = excluded.header_row, at = now()`.execute(
      tx,
    );
  }
}
