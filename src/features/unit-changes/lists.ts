/** Lists of units brought in: compared with the register of today; what differs becomes drafts, each by its legal act. */
import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import type { UnitType } from '#law/unit-change';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { readSheet } from '#platform/documents/sheet';
import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound, Refusal } from '#platform/refusal';
import { registerOf, writeDraft } from './acts.ts';
import { type ListedUnit, unitsOf } from './list-read.ts';
import { type ChangePlan, draftedRows, draftRows as draftInput, takeList as takeInput, takenList } from './schema.ts';

const MOST = 20_000;

/** Reads a list of units and keeps it; nothing follows from it. */
export const takeUnitList = action({
  name: 'unitRegister.takeList',
  title: 'Nhận danh sách đơn vị hành chính để so',
  input: takeInput,
  output: takenList,
  publicData: false,
  async run(ctx, { file }) {
    const kept = await ctx.tx
      .selectFrom('file')
      .select(['sha256', 'type', 'name'])
      .where('id', '=', file)
      .where('uploaded_by', '=', ctx.actor.account)
      .executeTakeFirst();
    if (!kept) throw invalid('file', 'Chọn lại tệp.');
    const kind = kept.type.includes('spreadsheetml') ? 'xlsx' : 'csv';
    const sheet = await readSheet(await ctx.files.path(kept.sha256), kind, MOST + 1);
    if (sheet === null) throw invalid('file', 'Không đọc được tệp này. Lưu lại dạng Excel (.xlsx) hoặc CSV rồi gửi.');
    if (sheet.more) throw invalid('file', 'Chia tệp thành các phần không quá 20.000 dòng.');
    const rows = unitsOf(sheet.rows);
    if (rows === null) throw invalid('file', 'Không thấy dòng tên cột: cần cột “Mã” và cột “Tên đơn vị hành chính”.');
    if (rows.length === 0) throw invalid('file', 'Tệp chưa có dòng nào dưới dòng tên cột.');
    const id = v7();
    await carryOut(ctx.tx, ctx, {
      action: 'unitRegister.takeList',
      subject: await registerOf(ctx.tx),
      facts: { list: id, file, rows: rows.length },
      effect: async (tx) => {
        await attachFiles(ctx, [file], {});
        await tx
          .insertInto('unit_list')
          .values({ id, file, file_name: kept.name, rows: JSON.stringify(rows), taken_on: ctx.day })
          .execute();
      },
    });
    return { id };
  },
});

/** What a row of a list is beside the register. */
export type RowIs = 'same' | 'changed' | 'new' | 'doubtful';

/** A row with what the register says of it. */
export interface ComparedUnit extends ListedUnit {
  readonly is: RowIs;
  /** Why, or what differs, in words. */
  readonly words: string;
  /** The unit of the register it means; null for new and doubtful ones. */
  readonly unit: string | null;
  /** That unit as it is called now, with its province. */
  readonly now: string | null;
  /** The province it is to lie in, when that is another than now. */
  readonly parent: string | null;
  /** A draft that says the same is already there. */
  readonly drafted: boolean;
}

/** A list beside the register. */
export interface ComparedList {
  readonly id: string;
  readonly name: string;
  readonly takenOn: Day;
  readonly rows: readonly ComparedUnit[];
  /** Communes of the provinces the list speaks of that it does not name. */
  readonly unnamed: readonly { readonly id: string; readonly name: string }[];
}

interface Known {
  readonly id: string;
  readonly level: string;
  readonly code: string | null;
  readonly type: string;
  readonly name: string;
  readonly place: string;
  readonly parent: string | null;
}

const key = (text: string) =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/^(tỉnh|thành phố|tp\.?)\s+/u, '')
    .trim();

/** A list that was kept, compared with the register of the day. Throws 404. */
export async function comparedList(db: Kysely<DB> | Tx, id: string, day: Day): Promise<ComparedList> {
  const list = await db.selectFrom('unit_list').selectAll().where('id', '=', id).executeTakeFirst();
  if (!list) throw notFound();
  const { rows: known } = await sql<Known>`
    select v.unit as id, u.level, v.code, v.type, v.name, v.full_name as place, v.parent from unit_version v join unit u on u.id = v.unit and u.level <> 'district'
     where v.valid_from <= ${day}::date and coalesce(v.valid_to, 'infinity') >= ${day}::date`.execute(db);
  const { rows: drafts } = await sql<{ unit: string; code: string; type: string; name: string }>`
    select c.units[1] as unit, m ->> 'code' as code, m ->> 'type' as type, m ->> 'name' as name from unit_change c cross join lateral jsonb_array_elements(c.plan -> 'made') m
     where c.kind = 'alter' and c.state in ('drafted', 'planned')`.execute(db);
  const drafted = new Set(drafts.map((one) => [one.unit, one.code, one.type, one.name].join('|')));
  const listed = list.rows as unknown as ListedUnit[];
  const rows = compareUnits(listed, known).map((row) => ({
    ...row,
    drafted: drafted.has([row.unit, row.code, row.type, row.name].join('|')),
  }));
  const named = new Set(rows.map(({ unit }) => unit));
  const provinces = new Set(known.filter(({ id: one }) => named.has(one)).map(({ parent }) => parent));
  const unnamed = known
    .filter((one) => one.level === 'commune' && provinces.has(one.parent) && !named.has(one.id))
    .map(({ id: one, place, parent }) => ({
      id: one,
      name: [place, known.find((p) => p.id === parent)?.place].filter(Boolean).join(', '),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
  return { id, name: list.file_name, takenOn: list.taken_on, rows, unnamed };
}

/** Every row beside the units of today: by its code, else by type and name in its province. Pure. */
function compareUnits(listed: readonly ListedUnit[], known: readonly Known[]): Omit<ComparedUnit, 'drafted'>[] {
  const byCode = new Map(known.map((one) => [one.code, one]));
  const provinces = new Map(
    known
      .filter(({ level }) => level === 'province')
      .flatMap(
        (one) =>
          [
            [key(one.name), one],
            [one.code ?? '', one],
          ] as const,
      ),
  );
  const placeOf = (one: Known) =>
    [one.place, known.length > 0 && one.parent ? provinceById(known, one.parent) : null].filter(Boolean).join(', ');
  const seen = new Map<string, number>();
  return listed.map((row) => {
    const bare = { ...row, unit: null, now: null, parent: null };
    const doubt = (words: string) => ({ ...bare, is: 'doubtful' as const, words });
    const first = seen.get(row.code);
    seen.set(row.code, first ?? row.no);
    if (!/^(\d{2}|\d{5})$/.test(row.code)) return doubt(`Mã “${row.code}” không phải mã đơn vị (2 hoặc 5 chữ số).`);
    if (first !== undefined) return doubt(`Mã ${row.code} đã có ở dòng ${first}.`);
    if (row.name === '') return doubt('Dòng không có tên.');
    if (row.type === null) return doubt('Chưa rõ loại đơn vị: ghi xã, phường, đặc khu, tỉnh hoặc thành phố trước tên.');
    const province = row.province === '' ? null : (provinces.get(key(row.province)) ?? undefined);
    if (province === undefined) return doubt(`Không có tỉnh, thành phố nào tên “${row.province}”.`);
    const parent = row.code.length === 2 ? null : (province?.id ?? null);
    const same = (one: Known) => key(one.name) === key(row.name) && one.type === row.type;
    const coded = byCode.get(row.code);
    if (coded) {
      const moved = parent !== null && coded.parent !== parent;
      const differs = [
        coded.type !== row.type && `loại ${coded.type.toLowerCase()} → ${row.type.toLowerCase()}`,
        coded.name !== row.name && `tên ${coded.name} → ${row.name}`,
        moved && `tỉnh → ${province?.place}`,
      ].filter(Boolean);
      const it = { ...bare, unit: coded.id, now: placeOf(coded), parent: moved ? parent : null };
      if (differs.length === 0) return { ...it, is: 'same' as const, words: '' };
      if (differs.length === 3) return { ...doubt(`Mã này đang là của ${placeOf(coded)}; không giống chút nào.`) };
      return { ...it, is: 'changed' as const, words: `Đổi ${differs.join('; ')}.` };
    }
    const alike = known.filter(
      (one) =>
        one.level === (row.code.length === 2 ? 'province' : 'commune') &&
        same(one) &&
        (parent === null || one.parent === parent),
    );
    const [only] = alike;
    if (alike.length > 1) return doubt('Nhiều đơn vị cùng tên; ghi tỉnh để biết đơn vị nào.');
    if (only)
      return {
        ...bare,
        unit: only.id,
        now: placeOf(only),
        is: 'changed' as const,
        words: `Đổi mã ${only.code ?? 'chưa có'} → ${row.code}.`,
      };
    return {
      ...bare,
      is: 'new' as const,
      words: 'Chưa có trong danh mục: ghi bằng Nhập hoặc Chia các đơn vị cũ, theo văn bản.',
    };
  });
}

const provinceById = (known: readonly Known[], id: string) => known.find((one) => one.id === id)?.place ?? null;

/** Writes a draft for every chosen row that differs; one that is there already is left as it is. */
export const draftFromList = action({
  name: 'unitRegister.draftRows',
  title: 'Soạn thay đổi theo danh sách',
  permission: 'unitRegister.draft',
  input: draftInput,
  output: draftedRows,
  publicData: false,
  unversioned: true,
  async run(ctx, { id, rows, number, dated, effectiveOn }) {
    const list = await comparedList(ctx.tx, id, ctx.day);
    let [drafted, there] = [0, 0];
    for (const no of [...new Set(rows)].toSorted((a, b) => a - b)) {
      const row = list.rows.find((one) => one.no === no);
      if (row?.is !== 'changed' || row.unit === null)
        throw invalid('rows', `Dòng ${no} không có thay đổi nào để soạn.`);
      if (row.drafted) {
        there += 1;
        continue;
      }
      const made = [{ type: row.type as UnitType, name: row.name, code: row.code }];
      const plan: ChangePlan = {
        ...{ kind: 'alter', units: [row.unit], made, number, dated, effectiveOn },
        ...(row.parent === null ? {} : { parent: row.parent }),
      };
      try {
        await writeDraft(ctx, plan);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        throw invalid('rows', `Dòng ${no}, ${row.now}: ${error.message}`);
      }
      drafted += 1;
    }
    return { id, drafted, there };
  },
});
