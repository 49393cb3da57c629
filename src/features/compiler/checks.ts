/** Everything a report must settle before it is sent: computed sums, what was typed, what is missing. Pure. */
import { createHash } from 'node:crypto';
import { dayText } from '#law/days';
import { textProblems, typedNumbers } from '#law/report-text';
import type { Day } from '#platform/clock';
import type { Composed } from './compose.ts';
import { type Figures, figureOf } from './figures.ts';
import { counts, isAccepted, type Sources } from './sources.ts';

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
  /** What the provinces sent; null for any report but that of the country. */
  readonly sources: Sources | null;
  /** The last day of the period, and today. */
  readonly to: Day;
  readonly day: Day;
  readonly kept: Readonly<Record<string, string>>;
}

/** Findings in the order of the report, settled ones among them. */
export function findingsOf({ composed, figures, sources, to, day, kept }: Whole): Finding[] {
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
  if (sources !== null) found.push(...sourceFindings(sources, figures));
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

/** Provinces that have not sent or are not accepted, and those whose number is another than the records give. */
function sourceFindings({ lines }: Sources, { now }: Figures): Omit<Finding, 'kept'>[] {
  const about = (what: string, message: string, advice: string) => ({
    ...{ key: keyOf(what, 'provinces', message), place: null, message, advice, keepable: true },
  });
  const missing = lines.filter((one) => !counts(one));
  const waiting = lines.filter((one) => counts(one) && !isAccepted(one));
  const differing = lines.flatMap((one) => {
    const [sent, counted] = [one.values['stock.products'], figureOf(now, `unit.${one.code}`)?.value];
    return !counts(one) || sent == null || counted == null || sent === counted ? [] : [{ ...one, sent, counted }];
  });
  return [
    ...(missing.length === 0
      ? []
      : [
          about(
            'missing',
            `${missing.length}/${lines.length} tỉnh, thành phố chưa có báo cáo: ${someNames(missing)}.`,
            'Chờ các tỉnh gửi, hoặc ghi lý do lập khi chưa đủ.',
          ),
        ]),
    ...(waiting.length === 0
      ? []
      : [
          about(
            'waiting',
            `${waiting.length} báo cáo của tỉnh chưa được Bộ tiếp nhận: ${someNames(waiting)}.`,
            'Tiếp nhận hoặc trả lại các báo cáo đó, hoặc ghi lý do.',
          ),
        ]),
    ...differing.map(({ name, sent, counted, asOf }) =>
      about(
        'apart',
        `${name} báo cáo ${sent} sản phẩm còn hiệu lực (đến ngày ${asOf === null ? 'chưa rõ' : dayText(asOf)}), tính từ hồ sơ đến ngày ${dayText(now.asOf)} là ${counted}.`,
        'Mở báo cáo của tỉnh để xem số nào đã đổi, đề nghị tỉnh đính chính, hoặc ghi lý do.',
      ),
    ),
  ];
}

const NAMED = 5;
const someNames = (lines: readonly { readonly name: string }[]): string => {
  const more = lines.length - NAMED;
  const names = lines.slice(0, NAMED).map(({ name }) => name);
  return `${names.join(', ')}${more > 0 ? ` và ${more} nơi khác` : ''}`;
};

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
