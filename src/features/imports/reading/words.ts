/** Small looks at Vietnamese texts that the steps of the reading share. */

/** How many words are remembered before the memory begins anew: a language has some thousands, numbers are endless. */
const WORDS_KEPT = 20_000;
const BLANK = /\s+/;

/** A function of texts that is the same for each word alone, remembering the words: lists repeat theirs a hundred times. */
function byWord(of: (word: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  const ofWord = (word: string): string => {
    const there = known.get(word);
    if (there !== undefined) return there;
    if (known.size >= WORDS_KEPT) known.clear();
    const made = of(word);
    known.set(word, made);
    return made;
  };
  return (text) => {
    if (!BLANK.test(text)) return ofWord(text);
    const made: string[] = [];
    for (const word of text.split(BLANK)) {
      const one = ofWord(word);
      if (one !== '') made.push(one);
    }
    return made.join(' ');
  };
}

/** Lower case, no marks, đ as d, stars as the word, everything else than letters and digits a single blank. */
export const plain = byWord((text) =>
  text
    .replace(/[*★⭐✩☆]+/g, ' sao ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

/** Two names that differ only in case, blanks, punctuation or the place of a tone mark have the same key. */
export const nameKey = byWord((text) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => word.replace(/\p{M}/gu, '') + [...word].filter((letter) => /\p{M}/u.test(letter)).join(''))
    .join(' '),
);

/** One line of a text of several. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

const DITTO = /^["'”“〃″´`,.\-–—_ ]*(?:n\s*[./]?\s*t|như trên|nhu tren|nt)["'”“〃″\-–—_. ]*$/iu;
const DITTO_MARK = /^[-–—_ ]*(?:["”“〃″]|''|´´|``|,,)[-–—_ ]*$/u;

/** "nt", "-nt-", "như trên", a ditto mark: the same as in the row above. */
export const isDitto = (text: string): boolean => DITTO.test(text) || DITTO_MARK.test(text);

const NOTHING = /^(?:[-–—.…_/\\]+|không(?: có)?|ko|chưa|n\/a|null)$/iu;
/** A cell that says there is nothing: "-", "không". */
export const isNothing = (text: string): boolean => text === '' || NOTHING.test(text);

const ADDRESS_WORD =
  /^(?:số nhà|số \d|thôn|xóm|ấp|bản|buôn|bon|plei|làng|tổ dân phố|tổ \d|tdp|khu phố|khu vực|khu \d|kp\d?|khóm|khối|tiểu khu|đội \d|đường|phố|ngõ|ngách|hẻm|quốc lộ|ql\s?\d|km\s?\d|lô|cụm|kcn|ccn|xã|x\.|phường|p\.|thị trấn|tt\.?|huyện|h\.|quận|q\.|thị xã|tx\.?|thành phố|tp\.?|t\.p|tỉnh|đặc khu|đ\/c|địa chỉ)(?=[\s.:\d]|$)/iu;
const NOT_ADDRESS = /^(?:làng nghề|khu du lịch|khu sinh thái|bản sắc|phố cổ|đường (?:phèn|thốt|mía|nho)|phường hội)/iu;

/** Does a piece of text begin as an address or a unit does: "thôn …", "xã …", "TP. …", "số 12 …". */
export const isAddressLike = (text: string): boolean => ADDRESS_WORD.test(text) && !NOT_ADDRESS.test(text);

const PRODUCER_WORD =
  /^(?:htx|hợp tác xã|thtx|liên hiệp|liên minh|tht|tổ hợp tác|tổ sản xuất|tổ phụ nữ|nhóm hộ|công ty|cty|c\.?ty|ctcp|chi nhánh|doanh nghiệp|dn|dntn|hộ|hkd|cơ sở|cở sở|cs|cssx|cssxkd|trang trại|nông trại|làng nghề|ban quản lý|hội|trung tâm|xưởng|nhà máy|xí nghiệp|tập đoàn|ông|bà|lò|farm|vườn|viện|hiệp hội|câu lạc bộ|clb)(?=[\s.:(]|nn|$)/iu;

/** Does a text begin as the name of a producer does: "HTX …", "Công ty …", "Hộ kinh doanh …". */
export const isProducerLike = (text: string): boolean => PRODUCER_WORD.test(text);

/** A text without any small letter, with at least three capitals. */
export const isCapitals = (text: string): boolean =>
  !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 3;
