/** How Vietnamese a text looks: the yardstick for choosing between encodings. */

const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?';
const NUCLEUS = [
  ...['uyê', 'oai', 'oay', 'oeo', 'uây', 'uya', 'uyu', 'iêu', 'yêu', 'uôi', 'ươi', 'ươu', 'uao', 'uêu'],
  ...['ia', 'iê', 'yê', 'ya', 'ua', 'uô', 'ưa', 'ươ', 'oa', 'oă', 'oe', 'uâ', 'uê', 'uy', 'uơ', 'oo', 'uo', 'ie'],
  ...['ai', 'ao', 'au', 'ay', 'âu', 'ây', 'eo', 'êu', 'iu', 'oi', 'ôi', 'ơi', 'ui', 'ưi', 'ưu', 'yu'],
  ...['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'],
].join('|');
const SYLLABLE = new RegExp(`^${ONSET}(?:${NUCLEUS})(?:ch|ng|nh|[cmnpt])?$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Words for this purpose: letters and whatever a wrong reading makes of letters; not the usual typography. */
const WORD = /[A-Za-z\u0080-\u009f\u00a1-\u1fff]+/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** How many words with marks are well-formed Vietnamese syllables, and how many are not. Words of ASCII say nothing. */
function vietnameseWords(text: string): { good: number; bad: number } {
  const count = { good: 0, bad: 0 };
  for (const word of text.match(WORD) ?? []) {
    if (!BEYOND_ASCII.test(word)) continue;
    if (isSyllable(word)) count.good += 1;
    else count.bad += 1;
  }
  return count;
}

/** One number for comparing readings of the same text: a wrong word weighs more than a right one. */
export function vietnameseScore(text: string): number {
  const { good, bad } = vietnameseWords(text);
  return good - 2 * bad;
}

function isSyllable(word: string): boolean {
  const bare = word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC');
  return SYLLABLE.test(bare);
}
