/**
 * What officers type into reports, read as figures: numbers, shares, sums and plan wording, each held against plain
 * arithmetic and, where it names the same thing, against the computed figure (R14.2, R14.3). Pure; understands Vietnamese.
 */
import { claimProblems } from './report-claims.ts';
import { readNumber as read, WHOLE } from './report-numbers.ts';
import { percent, percentText } from './reporting.ts';

/** A number somebody typed, where it stands, and the figure it names, if it names one. */
export interface TypedNumber {
  readonly at: number;
  readonly text: string;
  readonly value: number;
  /** Id of a figure of reports; null: the words around it name none. */
  readonly names: string | null;
}

/** Something in the text that does not fit. `quote` is the place, `message` what to do. */
export interface TextProblem {
  readonly kind: 'share' | 'sum' | 'plan' | 'label';
  readonly quote: string;
  readonly message: string;
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;

/** Numbers that count nothing: dates, years, numbers of acts and articles, stars, items of a list. */
const NO_COUNTS = [
  /(?<![\d/])\d{1,2}\/\d{1,2}\/\d{4}/gu,
  /(?<![\d/])\d{1,2}\/\d{4}(?!\d)/gu,
  /(?:ngày|tháng|năm|quý|giai đoạn|đợt|điều|khoản|điểm|mục|thứ|cấp|kỳ)\s+\d[\d/]*(?:\s*-\s*\d{4})?/giu,
  /\d+(?:\/\d{4})?\/[\p{L}][\p{L}\d-]*/gu,
  /(?<!\d)\d{4}\s*-\s*\d{4}(?!\d)/gu,
  /(?<!\d)\d\s*(?:-\s*\d\s*)?sao/giu,
  /^\s*\d+[.)]\s/gmu,
];

/** The text, as long as before, without the digits of numbers that count nothing. */
const masked = (text: string): string =>
  NO_COUNTS.reduce((left, pattern) => left.replaceAll(pattern, (found) => found.replaceAll(/\d/gu, '·')), text);

/** Numbers typed in a text that count something, in order. */
export function typedNumbers(text: string): TypedNumber[] {
  return [...masked(text).matchAll(new RegExp(`(?<![\\p{L}\\d,.])(?:${NUMBER})(?![\\p{L}\\d])`, 'gu'))].map(
    (found) => ({
      at: found.index,
      text: found[0],
      value: read(found[0]),
      names: named(text, found.index, found.index + found[0].length),
    }),
  );
}

const STOCK = /lu[ỹy] kế|lũy kế|hiện (?:nay )?có|còn hiệu lực|toàn (?:tỉnh|xã|phường|thành phố|quốc)|tính đến/iu;
const FLOW: readonly (readonly [RegExp, string])[] = [
  [/nâng hạng/iu, 'period.upgraded'],
  [/đánh giá lại/iu, 'period.reEvaluated'],
  [/hết hạn/iu, 'period.expired'],
  [/h[uủ][yỷ] bỏ/iu, 'period.annulled'],
  [/thu hồi/iu, 'period.revoked'],
  [/công nhận mới|sản phẩm mới/iu, 'period.new'],
];
const MAKERS: readonly (readonly [RegExp, string])[] = [
  [/^\s*chủ thể/iu, 'stock.producers'],
  [/^\s*(?:hợp tác xã|htx)/iu, 'stock.producers.cooperative'],
  [/^\s*doanh nghiệp/iu, 'stock.producers.smallMediumEnterprise'],
  [/^\s*tổ hợp tác/iu, 'stock.producers.cooperativeGroup'],
  [/^\s*(?:cơ sở sản xuất|hộ kinh doanh)/iu, 'stock.producers.householdBusiness'],
];
const PRODUCT = /^\s*sản phẩm/iu;

/** Which figure the words around a number name; a share names none. */
function named(text: string, from: number, to: number): string | null {
  const begins = Math.max(text.lastIndexOf('\n', from), text.lastIndexOf('. ', from)) + 1;
  const before = text.slice(begins, from);
  if (/\d\s*\/\s*$/u.test(before)) return null; // the whole of a share, or a plan
  const after = text.slice(to, to + 60).split(/[;,.()\n]| và /u)[0] ?? '';
  const stock = STOCK.test(before);
  const maker = stock || /^\s*chủ thể/iu.test(after) ? MAKERS.find(([words]) => words.test(after)) : undefined;
  if (maker) return stock || !/công nhận|trao|tham gia/iu.test(before) ? maker[1] : null;
  if (!PRODUCT.test(after)) return null;
  if (/tiềm năng/iu.test(after)) return 'stock.candidates';
  const flow = FLOW.find(([words]) => words.test(after));
  if (flow) return flow[1];
  const star = /^\s*sản phẩm(?:\s+ocop)?(?:\s+(?:đạt|hạng))?\s+([345])\s*sao/iu.exec(after)?.[1];
  if (star !== undefined) return stock ? `stock.star.${star}` : null;
  if (!/^\s*sản phẩm(?:\s+(?:ocop|còn hiệu lực|có giấy.*|đạt.*|được công nhận.*|của.*))*\s*$/iu.test(after))
    return null;
  if (stock) return 'stock.products';
  return /công nhận/iu.test(`${before}${after}`) ? 'period.recognised' : null;
}

/** Everything in a text that does not fit in itself. */
export function textProblems(text: string): TextProblem[] {
  return sentences(text).flatMap((one) => {
    const sentence = { text: one, bare: masked(one) };
    return [...shares(sentence), ...sums(sentence), ...plans(one), ...claimProblems(sentence)];
  });
}

/** A sentence, and the same with only the digits that count something. */
interface Sentence {
  readonly text: string;
  readonly bare: string;
}

const sentences = (text: string): string[] =>
  text.split(/\n|(?<=[\p{Ll}\d)%”]\.)\s+(?=\p{Lu})/u).filter((one) => one.trim() !== '');

/** The places of a pattern in a sentence, each with its groups. */
function placesOf({ text, bare }: Sentence, pattern: RegExp): { readonly quote: string; readonly groups: string[] }[] {
  return [...bare.matchAll(pattern)].map((found) => ({
    quote: text.slice(found.index, found.index + found[0].length),
    groups: found.slice(1).map((group) => group ?? ''),
  }));
}

const RATIO = `(${WHOLE})\\s*/\\s*(${WHOLE})(?![\\d/·])`;
const SHARE = new RegExp(`(?<![\\d/·])${RATIO}([^%.;\\d\\n]{0,80}?)(\\d+(?:,\\d+)?)\\s*%`, 'gu');
const SHARE_FIRST = new RegExp(`(?<![\\d,])(\\d+(?:,\\d+)?)\\s*%\\s*\\(${RATIO}`, 'gu');

/** `160/334 = 60 %`, `09/41 làng nghề, đạt 21,95%`, `60% (160/334)`. */
function shares(sentence: Sentence): TextProblem[] {
  return [
    ...placesOf(sentence, SHARE).flatMap(({ quote, groups: [part = '', whole = '', between = '', rate = ''] }) =>
      shareProblem(quote, { part, whole, rate, above: /vượt/iu.test(between) }),
    ),
    ...placesOf(sentence, SHARE_FIRST).flatMap(({ quote, groups: [rate = '', part = '', whole = ''] }) =>
      shareProblem(quote, { part, whole, rate, above: false }),
    ),
  ];
}

/** `above`: the rate is said to be what lies over the whole. */
function shareProblem(
  quote: string,
  { part, whole, rate, above }: { part: string; whole: string; rate: string; above: boolean },
): TextProblem[] {
  const decimals = rate.split(',')[1]?.length ?? 0;
  const counted = above ? read(part) - read(whole) : read(part);
  const exact = percent(counted, read(whole), decimals);
  if (exact === null) return [{ kind: 'share', quote, message: 'Tỷ lệ không có mẫu số. Ghi lại số chia.' }];
  if (exact === read(rate)) return [];
  const right = percentText(percent(counted, read(whole), Math.max(decimals, 1)) ?? exact);
  const under = above && counted < 0;
  const message = under
    ? `${part}/${whole} là ${percentText(percent(read(part), read(whole)) ?? 0)}%, chưa đạt, không vượt.`
    : `${part}/${whole} ${above ? 'vượt' : 'là'} ${right}%, không phải ${rate}%.`;
  return [{ kind: 'share', quote, message }];
}

const ADDED = new RegExp(`((?:(?:${WHOLE})\\s*\\+\\s*)+(?:${WHOLE}))\\s*=\\s*(${WHOLE})`, 'gu');
const TOTAL = `(?<![\\d.,/·])(${WHOLE})\\s+[^\\d;().:]{1,80}?`;
const IN_BRACKETS = new RegExp(`${TOTAL}\\s*\\(([^()]+)\\)`, 'gu');
const AMONG_THEM = new RegExp(
  `${TOTAL}(?:\\s*\\([^()]*\\))?\\s*,?\\s*(?:trong đó|bao gồm|gồm)\\s*:?\\s*([^()]{1,600})$`,
  'giu',
);

/** `581 sản phẩm (464 sản phẩm 3 sao; 116 sản phẩm 4 sao và 01 sản phẩm 5 sao)`, `23 + 25 = 46`. */
function sums(sentence: Sentence): TextProblem[] {
  const plus = placesOf(sentence, ADDED).flatMap(({ quote, groups: [parts = '', whole = ''] }) =>
    sumProblem(quote, parts.split('+').map(read), read(whole)),
  );
  const told = [IN_BRACKETS, AMONG_THEM].flatMap((pattern) =>
    placesOf(sentence, pattern).flatMap(({ quote, groups: [whole = '', list = ''] }) => {
      const parts = partsOf(list.replace(/\.\s*$/u, ''));
      return parts === null ? [] : [...sumProblem(quote, parts, read(whole)), ...labelProblem(sentence.text, quote)];
    }),
  );
  return [...plus, ...told];
}

/** The numbers of a list whose every part begins, or ends, with its one number; null for anything else. */
function partsOf(list: string): number[] | null {
  const parts = list.split(/;|,(?=\s*(?:có\s+)?\d)|\s+và\s+(?=\d)|,\s+(?=\p{Lu})/u).map((part) => part.trim());
  if (parts.length < 2) return null;
  for (const shape of [`^(?:có\\s+)?(${WHOLE})\\s+\\p{L}\\D*$`, `^\\p{L}\\D*\\s(${WHOLE})(?:\\s+sản phẩm)?$`]) {
    const found = parts.map((part) => new RegExp(shape, 'u').exec(part)?.[1]);
    if (found.every((one) => one !== undefined)) return found.map((one) => read(one ?? ''));
  }
  return null;
}

function sumProblem(quote: string, parts: readonly number[], whole: number): TextProblem[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  return sum === whole ? [] : [{ kind: 'sum', quote, message: `${parts.join(' + ')} = ${sum}, không phải ${whole}.` }];
}

/** A total "from 3 to 4 stars" that counts a five-star product among its parts. */
function labelProblem(sentence: string, quote: string): TextProblem[] {
  const [, low, high] = /từ\s+(\d)\s*sao\s+(?:đến|tới)\s+(\d)\s*sao/iu.exec(sentence) ?? [];
  if (low === undefined || high === undefined) return [];
  const outside = [...quote.matchAll(/\d+\s+sản phẩm[^;,()\d]*?(\d)\s*sao/giu)].find(
    ([, star = '']) => star < low || star > high,
  );
  return outside
    ? [{ kind: 'label', quote, message: `Tổng ghi từ ${low} sao đến ${high} sao nhưng có “${outside[0]}”.` }]
    : [];
}

/** `vượt kế hoạch 174%` for what is 174 % of the plan. */
function plans(sentence: string): TextProblem[] {
  const found = [
    ...sentence.matchAll(
      /vượt(?:\s+mức)?(?:\s+(?:kế hoạch|chỉ tiêu))?(?:\s+(?:đề ra|là|tới))?\s+(\d+(?:,\d+)?)\s*%/giu,
    ),
  ];
  return found.flatMap(([quote, rate = '']): TextProblem[] => {
    const above = read(rate) - 100;
    if (above < 0) return [];
    const right = percentText((above * 10) / 10);
    const words = `“${quote}” là hơn gấp đôi kế hoạch. Nếu kết quả bằng ${rate}% kế hoạch, viết: đạt ${rate}% kế hoạch, vượt ${right}%.`;
    return [{ kind: 'plan', quote, message: words }];
  });
}
