/** Everything a report must settle before it is sent: computed sums, what was typed, what is missing. Pure. */
import { createHash } from 'node:crypto';
import { dayText } from '#law/days';
import { textProblems, typedNumbers } from '#law/report-text';
import type { Day } from '#platform/clock';
import type { Composed } from './compose.ts';
import { type Figures, figureOf } from './figures.ts';

/** A thing that does not hold. `key` stays the same as long as the place stays as it is. */
export interface Finding {
  readonly key: string;
  /** Id of the free paragraph; null: of the computed figures or the whole. */
  readonly place: string | null;
  /** What is wrong, with the numbers. */
  readonly message: string;
  /** What to do. */
  readonly advice: string;
  /** Why it is left so; null: not settled. */
  readonly kept: string | null;
  /** False: it can only be mended. */
  readonly keepable: boolean;
}

interface Whole {
  readonly composed: Composed;
  readonly figures: Figures;
  /** The last day of the period, and today. */
  readonly to: Day;
  readonly day: Day;
  readonly kept: Readonly<Record<string, string>>;
}

/** Findings in the order of the report, settled ones among them. */
export function findingsOf({ composed, figures, to, day, kept }: Whole): Finding[] {
  const found: Omit<Finding, 'kept'>[] = figures.checks
    .filter(({ ok }) => !ok)
    .map(({ id, message }) => ({
      ...{ key: keyOf('figure', id, message), place: null, message, keepable: true },
      advice: SUM_ADVICE[id] ?? 'Sửa hồ sơ gốc rồi mở lại báo cáo, hoặc ghi lý do.',
    }));
  if (day < to)
    found.push({
      ...{ key: keyOf('period', to, ''), place: null, keepable: true },
      message: `Kỳ báo cáo đến hết ngày ${dayText(to)}, số liệu mới tính đến ngày ${dayText(figures.now.asOf)}.`,
      advice: 'Chờ hết kỳ rồi gửi, hoặc ghi lý do gửi sớm.',
    });
  for (const piece of composed.pieces) {
    if (piece.kind !== 'free') continue;
    if (piece.required && piece.text.trim() === '')
      found.push({
        ...{ key: keyOf('empty', piece.id, ''), place: piece.id, keepable: false },
        message: `Mục “${piece.label}” chưa viết.`,
        advice: 'Viết mục này.',
      });
    for (const { quote, message } of textProblems(piece.text))
      found.push({
        ...{ key: keyOf('text', piece.id, quote), place: piece.id, message, keepable: true },
        advice: `Sửa ở mục “${piece.label}”, chỗ “${shortened(quote)}”, hoặc ghi lý do.`,
      });
    found.push(...typedAgainst(piece, figures));
  }
  const once = new Map(found.map((one) => [one.key, one]));
  return [...once.values()].map((one) => ({ ...one, kept: one.keepable ? (kept[one.key] ?? null) : null }));
}

const SUM_ADVICE: Readonly<Record<string, string>> = {
  'sum.star': 'Ghi hạng sao còn thiếu ở hồ sơ sản phẩm, hoặc ghi lý do.',
  'sum.sector': 'Ghi nhóm còn thiếu ở hồ sơ sản phẩm, hoặc ghi lý do.',
  'sum.kind': 'Ghi loại hình còn thiếu ở danh bạ chủ thể, hoặc ghi lý do.',
  'sum.units': 'Ghi địa bàn còn thiếu ở hồ sơ sản phẩm, hoặc ghi lý do.',
  'share.denominator': 'Không có chủ thể nào: bỏ câu nói về tỷ lệ, hoặc ghi lý do.',
};

/** Typed numbers that name a computed figure and differ from it. */
function typedAgainst(piece: { id: string; label: string; text: string }, figures: Figures): Omit<Finding, 'kept'>[] {
  return typedNumbers(piece.text).flatMap(({ at, text, value, names }) => {
    const figure = names === null ? undefined : figureOf(figures.now, names);
    if (figure === undefined || figure.value === null || figure.value === value) return [];
    const around = piece.text.slice(at, at + text.length + 40).split(/[\n.;,()]/)[0] ?? text;
    return [
      {
        ...{ key: keyOf('typed', piece.id, around), place: piece.id, keepable: true },
        message: `“${around.trim()}” viết tay khác số tính từ dữ liệu: ${figure.label} là ${figure.value}.`,
        advice: `Sửa ở mục “${piece.label}”, hoặc ghi lý do.`,
      },
    ];
  });
}

/** The findings that still stand in the way, in words. */
export const unsettled = (findings: readonly Finding[]): string[] =>
  findings.filter(({ kept }) => kept === null).map(({ message }) => message);

const keyOf = (kind: string, place: string, quote: string): string =>
  `${kind}-${createHash('sha256').update(`${kind}|${place}|${quote}`).digest('hex').slice(0, 16)}`;

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);
