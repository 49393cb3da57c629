/** Changing one part of a record: the dated fact, the move in the ledger, and what the register says today. */
import { v7 } from 'uuid';
import { readUnit } from '#features/units';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import { differences, type Fact, inForce, isEmpty } from './facts.ts';
import type { Part, PartValue, SubjectOut } from './schema.ts';

/** What a change says beside the part's own fields. */
export interface ChangeAsked {
  readonly id: string;
  readonly item?: string | undefined;
  /** The day it became so; today when left out. */
  readonly from?: Day | undefined;
  /** mistake: what is written was never right, so the new value counts from the same day as the old one. */
  readonly nature?: 'changed' | 'mistake' | undefined;
  readonly reason?: string | undefined;
  readonly remove?: boolean | undefined;
}

/** The record whose parts are changed: how its facts are read and written, and what it says of a part today. */
export interface KeptRecord {
  /** The facts of a part, oldest knowledge first. */
  facts(part: Part): Promise<Fact[]>;
  /** What the register says of a part before its first change; null: nothing. Throws 404 where the record is none. */
  before(part: Part): Promise<PartValue | null>;
  /** Adds what is worked out from what was typed, beside the value that is replaced. Throws 422 at the field. */
  completed(part: Part, value: PartValue, replaced: PartValue | null): Promise<PartValue>;
  /** Writes one dated fact; `ledger` null for what stood there before the first change. */
  keep(part: Part, fact: Pick<Fact, 'item' | 'from' | 'value'>, ledger: number | null): Promise<unknown>;
  /** Brings the register's row up to what the facts of the part say today. */
  project(part: Part): Promise<void>;
}

/** Writes a new value of a part. Throws 404 for an item that is none, 409 when nothing changes, the law's refusals. */
export async function changePart(
  ctx: ActionContext,
  record: KeptRecord,
  part: Part,
  asked: ChangeAsked,
  typed: PartValue,
): Promise<SubjectOut> {
  const stood = await record.before(part);
  const facts = await record.facts(part);
  const item = part.many ? (asked.item ?? v7()) : asked.id;
  const own = facts.filter((one) => one.item === item);
  if (part.many && asked.item !== undefined && own.length === 0) throw notFound();
  if (asked.remove && !part.many) throw invalid('remove', 'Phần này chỉ sửa được, không bỏ được.');
  const known = own.length > 0 ? own : baseline(part, asked.id, stood);
  const said = Object.fromEntries(Object.entries(typed).filter(([, one]) => one !== false));
  const now = inForce(known, ctx.day)?.value ?? null;
  const value = asked.remove ? null : await record.completed(part, said, now);
  askDays(part, value, ctx.day);
  const from = beginning(part, asked, known, value, ctx.day);
  const before = inForce(known, from ?? ctx.day)?.value ?? null;
  const changed = differences(part, before, value);
  if (changed.length === 0) throw refused('Nội dung không khác gì nội dung đang có. Sửa ít nhất một ô rồi lưu.');
  const open = changed.filter(({ restricted }) => !restricted);
  const { version } = await carryOut(ctx.tx, ctx, {
    action: part.act,
    subject: asked.id,
    expect: ctx.expect,
    ...(asked.reason === undefined ? {} : { reason: asked.reason }),
    shown: { from, replaces: before !== null, reason: asked.reason ?? '' },
    facts: {
      from,
      ...(part.many ? { item } : {}),
      changed: open.map(({ label, before: was, after }) => ({ field: label, before: was, after })),
      restricted: changed.filter(({ restricted }) => restricted).map(({ label }) => label),
    },
    effect: async (_tx, { no }) => {
      if (own.length === 0)
        for (const { from: since, value: was } of known)
          await record.keep(part, { item, from: since, value: was }, null);
      await record.keep(part, { item, from, value }, no);
      await record.project(part);
    },
  });
  return { id: asked.id, version };
}

/** What the register said before the first change, as facts that have always been so. */
function baseline(part: Part, id: string, value: PartValue | null): Fact[] {
  return !part.many && value && !isEmpty(value)
    ? [{ no: 0, section: part.key, item: id, from: null, value, ledger: null }]
    : [];
}

/** Since when the new value counts. */
function beginning(
  part: Part,
  asked: ChangeAsked,
  known: readonly Fact[],
  value: PartValue | null,
  day: Day,
): Day | null {
  if (part.many && known.length === 0) {
    const begins = String((part.many.begins && value?.[part.many.begins]) ?? day);
    return begins > day ? day : begins;
  }
  const wrong = asked.nature === 'mistake' || asked.remove;
  if (wrong) return inForce(known, asked.from ?? day)?.from ?? null;
  return asked.from ?? (known.length === 0 ? null : day);
}

/** One of several ends after it began; what its last day already undoes is told by today, never ahead. Throws 422 at the field. */
function askDays({ many }: Part, value: PartValue | null, day: Day): void {
  if (!many?.begins || !many.ends || !value) return;
  const [begins, ends] = [value[many.begins], value[many.ends]];
  if (begins !== undefined && ends !== undefined && ends < begins)
    throw invalid(many.ends, 'Ghi ngày kết thúc không trước ngày bắt đầu.');
  if (!many.lastDayOut) return;
  for (const name of [many.begins, many.ends])
    if (String(value[name] ?? '') > day) throw invalid(name, 'Ghi ngày không sau hôm nay.');
}

/** The value with the title of the paper it cites, which must lie in the producer's wallet. Throws 422 at the field. */
export async function withPaper(tx: Tx, producer: string | null, value: PartValue): Promise<PartValue> {
  if (value.paper === undefined) return value;
  const paper = await tx
    .selectFrom('paper')
    .select('title')
    .where('id', '=', String(value.paper))
    .where('producer', '=', producer)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!paper) throw invalid('paper', 'Chọn một giấy tờ trong kho của chủ thể');
  return { ...value, paperTitle: paper.title };
}

/** A commune of today. Throws 422 for anything else. */
export async function communeOf(tx: Tx, id: string, day: Day) {
  const unit = await readUnit(tx, id, day);
  if (unit === null || unit.former || unit.level !== 'commune')
    throw invalid('commune', 'Chọn một xã, phường hoặc đặc khu hiện nay.');
  return unit;
}

/** A commune of today with its province, as the columns of a record. */
export async function placed(tx: Tx, id: string, day: Day): Promise<{ commune: string; province: string | null }> {
  const { id: commune, province } = await communeOf(tx, id, day);
  return { commune, province };
}
