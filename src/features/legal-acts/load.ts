import { sql } from 'kysely';
import { readCsvRows, referenceFile, stableId, TWO_LEVELS_FROM } from '#features/units';
import { addDays } from '#law/days';
import type { Tx } from '#platform/db/database';
import { beget, system } from '#platform/ledger/ledger';

type Column =
  | ('key' | 'kind' | 'number' | 'issuer' | 'level' | 'province_old' | 'title' | 'issued_on' | 'in_force_from')
  | ('expires_on' | 'period_from' | 'period_to' | 'signatory' | 'signing_capacity' | 'source' | 'note');
type RelationColumn = 'act' | 'kind' | 'other' | 'on' | 'note';

/** The id of an act of the reference list. */
export const referenceAct = (key: string): string => stableId('legal-act', key);

const orNull = (text: string) => (text === '' ? null : text);

/** Enters the acts named in the five seed documents and in the law book, with their source and what they do to each other. */
export async function loadLegalActs(tx: Tx, day: string): Promise<number> {
  const rows = readCsvRows<Column>(referenceFile('lists/legal-acts.csv'));
  const hand = {
    actor: system('load-legal-acts', 'Nạp danh mục văn bản'),
    day,
    requestId: 'load-legal-acts',
  };
  for (const row of rows) {
    const id = referenceAct(row.key);
    await beget(tx, hand, {
      process: 'legalAct',
      id,
      action: 'legalAct.record',
      reach: { province: row.province_old === '' ? null : await provinceToday(tx, row.province_old) },
      facts: { kind: row.kind, number: orNull(row.number), issuer: row.issuer, title: row.title, source: row.source },
      effect: async (inner) => {
        await inner
          .insertInto('legal_act')
          .values({
            ...{
              id,
              kind: row.kind,
              number: orNull(row.number),
              issuer: row.issuer,
              level: row.level,
              title: row.title,
            },
            ...{ issued_on: orNull(row.issued_on), in_force_from: orNull(row.in_force_from) },
            ...{ expires_on: orNull(row.expires_on), period_from: orNull(row.period_from) },
            ...{ period_to: orNull(row.period_to), signatory: orNull(row.signatory) },
            ...{ signing_capacity: orNull(row.signing_capacity), source: row.source, note: orNull(row.note) },
          })
          .execute();
      },
    });
  }
  const relations = readCsvRows<RelationColumn>(referenceFile('lists/legal-act-relations.csv'));
  await tx
    .insertInto('legal_act_relation')
    .values(
      relations.map(({ act, kind, other, on, note }) => ({
        ...{ id: stableId('legal-act-relation', `${act} ${kind} ${other}`), kind, other: referenceAct(other) },
        ...{ act: act === '' ? null : referenceAct(act), on_day: orNull(on), note: orNull(note) },
      })),
    )
    .execute();
  return rows.length;
}

/** The province of today that took over the one named so before the two-level system. */
export async function provinceToday(tx: Tx, name: string): Promise<string> {
  const eve = addDays(TWO_LEVELS_FROM, -1);
  const { rows } = await sql<{ province: string }>`
    select coalesce(s.successor, v.unit) as province from unit_version v join unit u on u.id = v.unit and u.level = 'province'
      left join unit_succession s on s.former = v.unit
     where v.name = ${name} and v.valid_from <= ${eve}::date and coalesce(v.valid_to, 'infinity') >= ${eve}::date limit 1`.execute(
    tx,
  );
  const [found] = rows;
  if (!found) throw new Error(`No province was called ${name} on ${eve}.`);
  return found.province;
}
