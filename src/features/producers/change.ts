/** Changing one part of a producer's record: the dated fact, the move in the ledger, and what the register says today. */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { readUnit } from '#features/units';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import { agreedTo, differences, type Fact, halves, inForce } from './facts.ts';
import { factsOf, getProducer, isEmpty, type ProducerRow } from './record.ts';
import type { SubjectOut } from './schema.ts';
import { PARTS, type Part, type PartKey, type PartValue } from './sections.ts';

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

/** Writes a new value of a part. Throws 404 for an item that is none, 409 when nothing changes, the law's refusals. */
export async function changePart(
  ctx: ActionContext,
  part: Part,
  asked: ChangeAsked,
  typed: PartValue,
): Promise<SubjectOut> {
  const row = await getProducer(ctx.tx, asked.id, ctx.day);
  const facts = await factsOf(ctx.tx, asked.id, part.key);
  const item = part.many ? (asked.item ?? v7()) : asked.id;
  const own = facts.filter((one) => one.item === item);
  if (part.many && asked.item !== undefined && own.length === 0) throw notFound();
  if (asked.remove && !part.many) throw invalid('remove', 'Phần này chỉ sửa được, không bỏ được.');
  const known = own.length > 0 ? own : baseline(part, row);
  const value = asked.remove ? null : await completed(ctx, part, asked.id, typed);
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
    effect: async (tx, { no }) => {
      if (own.length === 0)
        for (const { from: since, value: was } of known)
          await keep(tx, part, asked.id, { item, from: since, value: was }, null, ctx.day);
      await keep(tx, part, asked.id, { item, from, value }, no, ctx.day);
      await project(tx, asked.id, part, ctx.day);
    },
  });
  return { id: asked.id, version };
}

/** What the register said before the first change, as facts that have always been so. */
function baseline(part: Part, row: ProducerRow): Fact[] {
  const value = part.many ? undefined : row.columns[part.key as PartKey];
  return value && !isEmpty(value) ? [{ no: 0, section: part.key, item: row.id, from: null, value, ledger: null }] : [];
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
    const begins = String(value?.[part.many.begins] ?? day);
    return begins > day ? day : begins;
  }
  const wrong = asked.nature === 'mistake' || asked.remove;
  if (wrong) return inForce(known, asked.from ?? day)?.from ?? null;
  return asked.from ?? (known.length === 0 ? null : day);
}

/** Adds what is worked out from what was typed: the place in words, the title of the paper. Throws 422 at the field. */
async function completed(ctx: ActionContext, part: Part, producer: string, typed: PartValue): Promise<PartValue> {
  const value = Object.fromEntries(Object.entries(typed).filter(([, one]) => one !== false));
  if (part.key === 'address') {
    return { ...value, place: (await communeOf(ctx.tx, String(value.commune), ctx.day)).place };
  }
  if (value.paper === undefined) return value;
  const paper = await ctx.tx
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
async function communeOf(tx: Tx, id: string, day: Day) {
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

/** One of several ends after it began; a consent is given and withdrawn by today, never ahead. Throws 422 at the field. */
function askDays(part: Part, value: PartValue | null, day: Day): void {
  if (!part.many || !value) return;
  const [begins, ends] = [value[part.many.begins], value[part.many.ends]];
  if (begins !== undefined && ends !== undefined && ends < begins)
    throw invalid(part.many.ends, 'Ghi ngày kết thúc không trước ngày bắt đầu.');
  if (part.key !== PARTS.consent.key) return;
  for (const name of [part.many.begins, part.many.ends])
    if (String(value[name] ?? '') > day) throw invalid(name, 'Ghi ngày không sau hôm nay.');
}

/** Writes one dated fact; answers its number. */
export async function keep(
  tx: Tx,
  part: Part,
  producer: string,
  { item, from, value }: Pick<Fact, 'item' | 'from' | 'value'>,
  ledger: number | null,
  day: Day,
): Promise<number> {
  const { open, restricted } = value === null ? { open: null, restricted: {} } : halves(part, value);
  const row = { producer, section: part.key, item, valid_from: from, ledger, recorded_on: day };
  const { no } = await tx
    .insertInto('producer_fact')
    .values({ ...row, open: open && JSON.stringify(open), restricted: JSON.stringify(restricted) })
    .returning('no')
    .executeTakeFirstOrThrow();
  return no;
}

/** Columns of table producer that a part fills. */
const COLUMNS: Readonly<Record<string, (value: PartValue) => Record<string, unknown>>> = {
  name: ({ name }) => ({ name }),
  kind: ({ type }) => ({ type: type ?? null }),
  registration: ({ taxCode, registrationNumber }) => ({
    ...{ tax_code: taxCode ?? null, registration_number: registrationNumber ?? null },
  }),
  representative: (value) => ({ representative: JSON.stringify(value) }),
  address: ({ commune, address }) => ({ commune: commune ?? null, address: address ?? null }),
  contact: ({ phone, email, website }) => ({ phone: phone ?? null, email: email ?? null, website: website ?? null }),
  about: ({ foundedOn, history, organisation }) => ({
    ...{ founded_on: foundedOn ?? null, history: history ?? null, organisation: organisation ?? null },
  }),
};

/** Brings the register's row up to what the facts of a part say today. */
export async function project(tx: Tx, producer: string, part: Part, day: Day): Promise<void> {
  const facts = await factsOf(tx, producer);
  const today = inForce(
    facts.filter(({ section }) => section === part.key),
    day,
  )?.value;
  const columns = COLUMNS[part.key]?.(today ?? {});
  if (columns) {
    const place = part.key === 'address' ? await provinceOf(tx, today?.commune, day) : {};
    await tx
      .updateTable('producer')
      .set({ ...columns, ...place, version: sql`version + 1` })
      .where('id', '=', producer)
      .execute();
  }
  if (part.key === 'contact' || part.key === 'consent') await showContacts(tx, producer, facts, day);
}

/** The province goes with the commune; without a commune it stays as it is. */
async function provinceOf(tx: Tx, commune: PartValue[string] | undefined, day: Day): Promise<{ province?: string }> {
  const province = commune === undefined ? null : (await readUnit(tx, String(commune), day))?.province;
  return province ? { province } : {};
}

/** A contact is shown in public when it is marked so and a consent to it runs (R19.1, R19.2). */
async function showContacts(tx: Tx, producer: string, facts: readonly Fact[], day: Day): Promise<void> {
  const contact = inForce(
    facts.filter(({ section }) => section === 'contact'),
    day,
  )?.value;
  const agreed = agreedTo(PARTS.consent, facts, 'contact', day);
  const open = [contact?.showPhone && contact.phone ? 'phone' : '', contact?.showEmail && contact.email ? 'email' : ''];
  await tx
    .updateTable('producer')
    .set({ contact_open: agreed ? open.filter((one) => one !== '') : [] })
    .where('id', '=', producer)
    .execute();
}
