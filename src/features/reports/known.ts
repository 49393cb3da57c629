/**
 * Figures as they were known at an earlier moment: the same indicators, read through what records said then (migration 0351,
 * decision 019). What the records do not keep is told figure by figure, never guessed.
 */
import { type Kysely, sql } from 'kysely';
import { addDays, dayText } from '#law/days';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { Territory } from './count.ts';
import { AID_FIGURES } from './words-aid.ts';

const dayOfMoment = (moment: string): Day => moment.slice(0, 10);
export const momentText = (moment: string): string =>
  moment.includes('T')
    ? `${moment.slice(11)} ngày ${dayText(dayOfMoment(moment))}`
    : `hết ngày ${dayText(dayOfMoment(moment))}`;

const instant = (moment: string): string =>
  moment.includes('T') ? `${moment}+07:00` : `${addDays(moment, 1)}T00:00:00+07:00`;

/** Asks everything in `ask` of what was known at the moment. Reads only. */
export function asKnown<Answer>(db: Kysely<DB>, moment: string, ask: (db: Kysely<DB>) => Promise<Answer>) {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('search_path', 'ocop_known, ' || current_setting('search_path'), true),
      set_config('ocop.known_at', ${instant(moment)}, true)`.execute(tx);
    return ask(tx);
  });
}

/** What cannot be known of a moment, each with the reason in words. */
export interface Gaps {
  /** Nothing can be told at all. */
  readonly all: string | null;
  readonly villages: string | null;
  readonly selling: string | null;
  readonly candidates: string | null;
  readonly plan: string | null;
  /** Courses, support and whatever offices do for producers. */
  readonly aid: string | null;
}

type GapKind = Exclude<keyof Gaps, 'all'>;
/** Processes that change nothing figures of help to producers count; of any other one cannot be sure. */
const APART = [
  ...['recognition', 'product', 'productYear', 'dossier', 'round', 'council', 'session', 'sheet', 'flight', 'decision'],
  ...['review', 'misuse', 'report', 'reportTemplate', 'task', 'target', 'legalAct', 'publishedTotal', 'listImport'],
  ...['conclusion', 'body', 'communeOfficer', 'idea', 'handbook', 'practice', 'localPlace'],
];

const GAP_OF: Readonly<Record<string, GapKind>> = {
  ...{ 'stock.villages': 'villages', 'stock.online': 'selling', 'stock.salesPoints': 'selling' },
  ...{ 'stock.candidates': 'candidates', 'period.plan': 'plan', 'period.achievement': 'plan' },
  ...Object.fromEntries(AID_FIGURES.map(([id]) => [id, 'aid' as const])),
};

/** Why a figure cannot be known; null when it can. */
export const reasonOf = (gaps: Gaps, figure: string): string | null => {
  const kind = GAP_OF[figure];
  return gaps.all ?? (kind === undefined ? null : gaps[kind]);
};

/** Asked inside `asKnown`. */
export async function gapsOf(db: Kysely<DB>, moment: string, unit: string | null, asked: Span): Promise<Gaps> {
  const at = sql`${instant(moment)}::timestamptz`;
  const { rows } = await sql<Record<'empty' | 'before' | 'rule' | GapKind, boolean>>`
    select not exists (select from ledger l where l.at <= ${at}) as empty,
      exists (select from counted_past_since s join ledger l on l.at > ${at} and l.at <= s.at where s.at > ${at}
        and l.version > 1 and l.process in ('recognition', 'product', 'producer', 'productYear')) as before,
      exists (select from setting s where s.key in ('expiryDayValid', 'smallCountFrom') and s.changed_at > ${at} and s.valid_from <= ${asked.asOf}::date) as rule,
      exists (select from ledger l where l.process = 'localPlace' and l.at > ${at}) as villages,
      exists (select from ledger l where l.at > ${at} and (l.action = 'product.declareSelling' and l.day <= ${asked.asOf}::date
        or l.action in ('product.join', 'product.joinInto', 'product.unjoin', 'product.standAgain', 'product.takeBack'))) as selling,
      exists (select from ledger l where l.process = 'dossier' and 'candidate' in (l.from_state, l.to_state) and l.at > ${at} and l.day <= ${asked.asOf}::date) as candidates,
      exists (select from ledger l where l.at > ${at} and l.process <> all(${APART}::text[])) as aid,
      exists (select from target t join ledger l on l.subject = t.id and l.at > ${at}
        where t.unit is not distinct from ${unit}::uuid and t.from_on = ${asked.plan.from}::date and t.to_on = ${asked.plan.to}::date) as plan`.execute(
    db,
  );
  const [found] = rows;
  const said = (which: boolean | undefined, reason: string) => (which === true ? reason : null);
  return {
    all:
      said(found?.empty, 'Đến lúc đó hệ thống chưa có bản ghi nào.') ??
      said(found?.before, 'Có bản ghi đã đổi trước khi hệ thống bắt đầu giữ nội dung cũ.') ??
      said(found?.rule, 'Cách tính ngày hết hạn hoặc ngưỡng số nhỏ đã được đặt lại sau lúc đó.'),
    villages: said(
      found?.villages,
      'Liên kết làng nghề với chủ thể không giữ nội dung cũ, và đã có thay đổi sau lúc đó.',
    ),
    selling: said(
      found?.selling,
      'Nơi bán được khai hoặc chuyển bản ghi sau lúc đó; nội dung cũ không đủ để tính lại.',
    ),
    candidates: said(found?.candidates, 'Tình trạng hồ sơ tiềm năng 5 sao của ngày này được ghi sau lúc đó.'),
    aid: said(found?.aid, 'Tập huấn, hỗ trợ không giữ nội dung cũ, và có bản ghi đã thay đổi sau lúc đó.'),
    plan: said(found?.plan, 'Chỉ tiêu của kỳ này được ghi hoặc sửa sau lúc đó.'),
  };
}

export interface Span {
  readonly asOf: Day;
  readonly plan: { readonly from: Day; readonly to: Day };
}

/** Why the list of a figure cannot be told as known then; null when it can. Asked inside `asKnown`. */
export const whyUnknown = async (db: Kysely<DB>, moment: string, figure: string, unit: Territory, asOf: Day) =>
  reasonOf(await gapsOf(db, moment, unit?.id ?? null, { asOf, plan: { from: asOf, to: asOf } }), figure);
