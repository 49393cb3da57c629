/**
 * Names as offices write them, made comparable. Two spellings of one producer ("HTX DV Nông nghiệp Hằng Hiếu", "Hợp tác xã
 * dịch vụ nông nghiệp Hằng Hiếu") get one key; the name itself is never changed.
 *
 * How to use it: `key` equal = written the same but for abbreviations, case, punctuation and the place of tone marks: may
 * stand for one record where the place agrees too. `bare` equal or `nearNames` = perhaps the same: ask a person.
 * `core` is the bare name without its legal form. Compare keys of one kind only: producers with producers.
 */

export interface NameKey {
  /** Legal form in its short way: htx, tht, cty tnhh, cty tnhh mtv, cty cp, cty, dntn, hkd, cs …; null without one. */
  readonly form: string | null;
  /** With marks. */
  readonly key: string;
  /** Without marks. */
  readonly bare: string;
  /** Without marks and without the legal form. */
  readonly core: string;
}

/** Phrases and their short way; the longest first. Words joined by a plain blank, without marks. */
const SHORT: readonly (readonly [phrase: string, short: string])[] = (
  [
    ['lien hiep hop tac xa', 'lhhtx'],
    ['hop tac xa', 'htx'],
    ['h t x', 'htx'],
    ['to hop tac', 'tht'],
    ['to ht', 'tht'],
    ['cong ti', 'cty'],
    ['c ti', 'cty'],
    ['cti', 'cty'],
    ['trach nhiem huu han', 'tnhh'],
    ['nthh', 'tnhh'],
    ['mot thanh vien', 'mtv'],
    ['1 thanh vien', 'mtv'],
    ['1tv', 'mtv'],
    ['hai thanh vien tro len', ''],
    ['2 thanh vien tro len', ''],
    ['hai thanh vien', ''],
    ['2 thanh vien', ''],
    ['co phan', 'cp'],
    ['doanh nghiep tu nhan', 'dntn'],
    ['dn tu nhan', 'dntn'],
    ['ho san xuat kinh doanh', 'hkd'],
    ['ho san xuat va kinh doanh', 'hkd'],
    ['ho kinh doanh ca the', 'hkd'],
    ['ho kinh doanh', 'hkd'],
    ['ho kd', 'hkd'],
    ['ho sxkd', 'hkd'],
    ['co so san xuat va kinh doanh', 'cs'],
    ['co so san xuat kinh doanh', 'cs'],
    ['co so sx kd', 'cs'],
    ['co so sxkd', 'cs'],
    ['co so san xuat', 'cs'],
    ['co so sx', 'cs'],
    ['co so', 'cs'],
    ['cs san xuat', 'cs'],
    ['cs sxkd', 'cs'],
    ['cs sx', 'cs'],
    ['cssxkd', 'cs'],
    ['cssx', 'cs'],
    ['nong nghiep', 'nn'],
    ['thuong mai', 'tm'],
    ['dich vu', 'dv'],
    ['san xuat', 'sx'],
    ['kinh doanh', 'kd'],
    ['che bien', 'cb'],
    ['xuat nhap khau', 'xnk'],
    ['viet nam', 'vn'],
    ['va', ''],
  ] as const
).toSorted(([a], [b]) => wordCount(b) - wordCount(a) || b.length - a.length);

interface Shortened {
  readonly words: readonly string[];
  readonly short: readonly string[];
}
const BY_FIRST = new Map<string, Shortened[]>();
for (const [phrase, short] of SHORT) {
  const words = phrase.split(' ');
  const first = words[0] ?? '';
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), { words, short: short === '' ? [] : [short] }]);
}
/** Short ways that offices write without a blank: DVNN, TMDV, HTXNN. */
const GLUED = /^(?:htx|tht|tnhh|mtv|xnk|dv|nn|tm|sx|kd|cb)+$/;
const PIECE = /htx|tht|tnhh|mtv|xnk|dv|nn|tm|sx|kd|cb/g;
const FORMS = [
  ['lhhtx'],
  ['htx'],
  ['tht'],
  ['cty', 'tnhh', 'mtv'],
  ['cty', 'tnhh'],
  ['cty', 'cp'],
  ['cty'],
  ['tnhh', 'mtv'],
  ['tnhh'],
  ['dntn'],
  ['hkd'],
  ['cs'],
  ['ho'],
];
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

interface Word {
  readonly marked: string;
  readonly bare: string;
}

/** The comparable forms of a name. Any text is taken; an empty one gives empty keys. */
export function nameKey(name: string): NameKey {
  const words = shorten(split(name));
  const key = words.map(({ marked }) => marked).join(' ');
  const bare = words.map((word) => word.bare);
  const form = FORMS.find((one) => one.every((word, at) => bare[at] === word)) ?? [];
  const rest = bare.slice(form.length);
  if ((form.length > 0 && rest[0] === 'ong') || (form.length > 0 && rest[0] === 'ba' && rest.length > 2)) rest.shift();
  return { form: form.length > 0 ? form.join(' ') : null, key, bare: bare.join(' '), core: rest.join(' ') };
}

/** Lower case, no marks, đ as d, single blanks: two names that differ in nothing else are written the same. */
export function plainName(name: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return bare.replace(/[^a-z0-9]+/g, ' ').trim();
}

/**
 * Perhaps the same name: the same without marks or legal form, or a slip or two of the pen in a long name. Names whose
 * numbers differ ("Số 1", "Số 2") are not near; nor are names of which nothing but the legal form is known.
 */
export function nearNames(a: Pick<NameKey, 'bare' | 'core'>, b: Pick<NameKey, 'bare' | 'core'>): boolean {
  if (a.core === '' || b.core === '') return false;
  if (a.bare === b.bare || a.core === b.core) return true;
  const longest = Math.max(a.core.length, b.core.length);
  const slips = longest >= 18 ? 2 : longest >= 9 ? 1 : 0;
  if (slips === 0 || Math.abs(a.core.length - b.core.length) > slips) return false;
  return numbersOf(a.core) === numbersOf(b.core) && distance(a.core, b.core, slips) <= slips;
}

/** Where a name stands among many, so that names near it need not be sought among all. */
export function shelfOf({ core }: Pick<NameKey, 'core'>): string {
  return `${core.length} ${numbersOf(core)}`;
}

/** The shelves on which names stand that `nearNames` may call near. */
export function shelvesNear({ core }: Pick<NameKey, 'core'>): readonly string[] {
  return [-2, -1, 0, 1, 2].map((slips) => `${core.length + slips} ${numbersOf(core)}`);
}

function wordCount(phrase: string): number {
  return phrase.split(' ').length;
}

function split(name: string): Word[] {
  const clean = name.normalize('NFKC').toLowerCase().replaceAll('\u00f0', 'đ').normalize('NFD');
  return clean
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap(pieces);
}

/** A word with its tone mark last (hoà = hòa, Qúy = Quý), i for y after a consonant (lý = lí), numbers without zeros before. */
function pieces(word: string): Word[] {
  const tones = word.match(TONES)?.join('') ?? '';
  const letters = word.replace(TONES, '').replace(/^0+(?=\p{N})/u, '');
  const level = letters.replace(/^([bcdđghklmnprstvx]+)y$/u, '$1i');
  const bare = level.replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  if (tones === '' && bare === level && GLUED.test(bare))
    return (bare.match(PIECE) ?? []).map((one) => ({ marked: one, bare: one }));
  return [{ marked: level + tones, bare }];
}

function shorten(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (!word) break;
    const found = BY_FIRST.get(word.bare)?.find(({ words: phrase }) =>
      phrase.every((one, offset) => words[at + offset]?.bare === one),
    );
    out.push(...(found ? found.short.map((one) => ({ marked: one, bare: one })) : [word]));
    at += found ? found.words.length : 1;
  }
  return out;
}

function numbersOf(text: string): string {
  return (text.match(/\d+/g) ?? []).join(' ');
}

/** Edit distance (Damerau–Levenshtein of neighbours); stops counting above `most`. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
