/**
 * What an office claims in words about two or more of its numbers: a result against its plan, shares of parts beside them,
 * a growth from one number to another, what passed and what did not. Each is held against plain arithmetic (R14.2, R14.3).
 */

import { readNumber, WHOLE } from './report-numbers.ts';
import { percent, percentText } from './reporting.ts';

interface Claim {
  readonly kind: 'share' | 'sum' | 'plan';
  readonly quote: string;
  readonly message: string;
}
/** A sentence, and the same with only the digits that count something, as long as it. */
interface Sentence {
  readonly text: string;
  readonly bare: string;
}

const N = `(?<![\\d.,/·])(${WHOLE})(?![\\d/·]|,\\d)`;
const RATE = String.raw`(\d+(?:,\d+)?)\s*%`;
const SAID = '(đạt|bằng|vượt)';
const COUNTED = '(?:sản phẩm|chủ thể|lớp|người|xã|làng nghề|điểm)';
const decimalsOf = (rate: string): number => rate.split(',')[1]?.length ?? 0;

/** Everything claimed in a sentence that does not hold. */
export const claimProblems = (sentence: Sentence): Claim[] => [
  ...plans(sentence),
  ...partShares(sentence),
  ...wordedSums(sentence),
  ...growths(sentence),
];

const PLANS: readonly { readonly pattern: RegExp; readonly order: readonly ('plan' | 'result' | 'said' | 'rate')[] }[] =
  [
    {
      // Kế hoạch 50 sản phẩm, thực hiện 62 sản phẩm, đạt 124% kế hoạch
      pattern: new RegExp(
        `kế hoạch[^\\d%.;]{0,40}${N}[^\\d%.;]{0,60}(?:thực hiện|kết quả|công nhận|đạt được)[^\\d%.;]{0,30}${N}[^\\d%.;]{0,50}?${SAID}[^\\d%.;]{0,20}${RATE}`,
        'giu',
      ),
      order: ['plan', 'result', 'said', 'rate'],
    },
    {
      // Công nhận 40 sản phẩm, đạt 80% kế hoạch (50 sản phẩm)
      pattern: new RegExp(
        `${N}\\s+${COUNTED}[^\\d%.;]{0,50}?${SAID}[^\\d%.;]{0,20}${RATE}[^\\d%.;]{0,20}kế hoạch[^\\d%.;]{0,15}${N}`,
        'giu',
      ),
      order: ['result', 'said', 'rate', 'plan'],
    },
    {
      // 62 sản phẩm/50 sản phẩm kế hoạch, đạt 124%
      pattern: new RegExp(`${N}\\s+${COUNTED}\\s*/\\s*(${WHOLE})[^\\d%.;]{0,60}?${SAID}[^\\d%.;]{0,30}${RATE}`, 'giu'),
      order: ['result', 'plan', 'said', 'rate'],
    },
  ];

/** A rate said of a result and its plan: `đạt` and `bằng` are of the plan, `vượt` is what lies above it. */
function plans(sentence: Sentence): Claim[] {
  return PLANS.flatMap(({ pattern, order }) =>
    placesOf(sentence, pattern).flatMap(({ quote, groups }): Claim[] => {
      const of = (what: (typeof order)[number]) => groups[order.indexOf(what)] ?? '';
      const [result, plan, rate] = [readNumber(of('result')), readNumber(of('plan')), of('rate')];
      const above = /vượt/iu.test(of('said'));
      const under = result < plan;
      if (!(above && under)) {
        const exact = percent(above ? result - plan : result, plan, decimalsOf(rate));
        if (exact === null || exact === readNumber(rate)) return [];
      }
      const over = percentText(percent(under ? 0 : result - plan, plan) ?? 0);
      const right = `đạt ${percentText(percent(result, plan, Math.max(1, decimalsOf(rate))) ?? 0)}% kế hoạch${result > plan ? `, vượt ${over}%` : ''}`;
      const message = `${of('result')} so với kế hoạch ${of('plan')}: ${right}, không phải ${above ? 'vượt ' : ''}${rate}%.`;
      return [{ kind: 'plan', quote, message }];
    }),
  );
}

const WITH_SHARES = new RegExp(
  `${N}\\s+[^\\d;():%]{1,80}?(?:trong đó|bao gồm|gồm)\\s*:?\\s*((?:(?:có\\s+)?(?:${WHOLE})[^\\d%()]{1,60}\\((?:chiếm|tỷ lệ|đạt|,|\\s)*${RATE.replace('(', '(?:')}\\)[\\s,;]*(?:và\\s+)?){2,})`,
  'giu',
);
const PART = new RegExp(`(${WHOLE})([^\\d%()]{1,60})\\((?:chiếm|tỷ lệ|đạt|,|\\s)*${RATE}\\)`, 'giu');

/** `412 sản phẩm, gồm 310 sản phẩm … (chiếm 75,2%), 97 … (23,5%) và 5 … (1,2%)`: every share of the whole, and their sum. */
function partShares(sentence: Sentence): Claim[] {
  return placesOf(sentence, WITH_SHARES).flatMap(({ quote, groups: [whole = '', list = ''] }) => {
    const parts = [...list.matchAll(PART)].map(([, part = '', , rate = '']) => ({ part, rate }));
    const wrong = parts.flatMap(({ part, rate }): Claim[] => {
      const exact = percent(readNumber(part), readNumber(whole), decimalsOf(rate));
      if (exact === null || exact === readNumber(rate)) return [];
      const right = percentText(percent(readNumber(part), readNumber(whole), Math.max(1, decimalsOf(rate))) ?? 0);
      return [{ kind: 'share', quote, message: `${part}/${whole} là ${right}%, không phải ${rate}%.` }];
    });
    return [
      ...wrong,
      ...sumOf(
        quote,
        parts.map(({ part }) => part),
        whole,
      ),
    ];
  });
}

const WORDED = new RegExp(
  `${N}\\s+[^\\d%=+;.]{1,40}=\\s*((?:${WHOLE})[^\\d%=+;.]{1,40}(?:\\+\\s*(?:${WHOLE})[^\\d%=+;.]{1,40})+)`,
  'giu',
);
const JUDGED = new RegExp(
  `(?:đánh giá|thẩm định|chấm)[^\\d%.;]{0,30}${N}\\s+${COUNTED}[^\\d%.;]{0,40}${N}\\s+${COUNTED}\\s+đạt[^\\d%.;]{0,30}${N}\\s+${COUNTED}\\s+không đạt`,
  'giu',
);

/** `120 sản phẩm = 80 sản phẩm 3 sao + 40 sản phẩm 4 sao`; `đánh giá 70 sản phẩm, 62 sản phẩm đạt, 8 sản phẩm không đạt`. */
function wordedSums(sentence: Sentence): Claim[] {
  return [
    ...placesOf(sentence, WORDED).flatMap(({ quote, groups: [whole = '', list = ''] }) =>
      sumOf(
        quote,
        list.split('+').map((part) => new RegExp(WHOLE, 'u').exec(part)?.[0] ?? '0'),
        whole,
      ),
    ),
    ...placesOf(sentence, JUDGED).flatMap(({ quote, groups: [whole = '', passed = '', failed = ''] }) =>
      sumOf(quote, [passed, failed], whole),
    ),
  ];
}

function sumOf(quote: string, parts: readonly string[], whole: string): Claim[] {
  const sum = parts.reduce((total, part) => total + readNumber(part), 0);
  if (sum === readNumber(whole)) return [];
  return [{ kind: 'sum', quote, message: `${parts.map(readNumber).join(' + ')} = ${sum}, không phải ${whole}.` }];
}

const GROWTH = new RegExp(
  `(tăng|giảm)\\s+(?:thêm\\s+)?${N}[^\\d%;]{0,60}?(?:năm\\s+[\\d·]{4}\\s*)?[^\\d%;]{0,10}từ\\s+${N}[^\\d%;.]{0,30}(?:lên|xuống|còn)\\s+${N}`,
  'giu',
);

/** `tăng 45 sản phẩm (từ 367 sản phẩm lên 412 sản phẩm)`. */
function growths(sentence: Sentence): Claim[] {
  return placesOf(sentence, GROWTH).flatMap(({ quote, groups: [way = '', said = '', from = '', to = ''] }): Claim[] => {
    const apart = /giảm/iu.test(way) ? readNumber(from) - readNumber(to) : readNumber(to) - readNumber(from);
    if (apart === readNumber(said)) return [];
    const right = apart < 0 ? `${/giảm/iu.test(way) ? 'tăng' : 'giảm'} ${-apart}` : `${way.toLowerCase()} ${apart}`;
    return [
      { kind: 'sum', quote, message: `Từ ${from} đến ${to} là ${right}, không phải ${way.toLowerCase()} ${said}.` },
    ];
  });
}

function placesOf({ text, bare }: Sentence, pattern: RegExp): { readonly quote: string; readonly groups: string[] }[] {
  return [...bare.matchAll(pattern)].map((found) => ({
    quote: text.slice(found.index, found.index + found[0].length),
    groups: found.slice(1).map((group) => group ?? ''),
  }));
}
