/** Texts written as legacy bytes, the other way round than the product reads them. */

const TONES: Readonly<Record<string, number>> = { '\u0300': 0, '\u0301': 1, '\u0309': 2, '\u0303': 3, '\u0323': 4 };
/** VNI marks after a letter: no other mark, circumflex, breve; by tone, the last without one. */
const VNI_PLAIN = 'øùûõï';
const VNI_CIRCUMFLEX = 'àáåãäâ';
const VNI_BREVE = 'èéúüëê';
const VNI_I = 'ìíæóò';

/** Vietnamese as VNI characters (Latin-1). */
export function toVni(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const lower = letter.toLowerCase();
    const written = vniLetter(lower);
    return lower === letter ? written : written.toUpperCase();
  });
}

function vniLetter(letter: string): string {
  if (letter === 'đ') return 'ñ';
  const [base = '', ...marks] = letter.normalize('NFD');
  const tone = marks.map((mark) => TONES[mark]).find((found) => found !== undefined);
  if (base === 'i' && tone !== undefined) return VNI_I[tone] ?? '';
  if (base === 'y' && tone === 4) return 'î';
  if (marks.includes('\u031b')) return `${base === 'o' ? 'ô' : 'ö'}${tone === undefined ? '' : VNI_PLAIN[tone]}`;
  if (marks.includes('\u0302')) return base + (VNI_CIRCUMFLEX[tone ?? 5] ?? '');
  if (marks.includes('\u0306')) return base + (VNI_BREVE[tone ?? 5] ?? '');
  return base + (tone === undefined ? '' : (VNI_PLAIN[tone] ?? ''));
}

const TCVN3 =
  'Ă¡Â¢Ê£Ô¤Ơ¥Ư¦Đ§ă¨â©êªô«ơ¬ư\u00adđ®àµả¶ã·á¸ạ¹ằ»ẳ¼ẵ½ắ¾ặÆầÇẩÈẫÉấÊậËèÌẻÎẽÏéÐẹÑềÒểÓễÔếÕệÖì×ỉØĩÜíÝịÞòßỏáõâóãọäồåổæỗçốèộéờêởëỡìớíợîùïủñũòúóụôừõửöữ÷ứøựùỳúỷûỹüýýỵþ';
const TCVN3_OF = new Map(
  Array.from({ length: TCVN3.length / 2 }, (_, at) => [TCVN3[at * 2] ?? '', TCVN3[at * 2 + 1] ?? '']),
);

/** Vietnamese as TCVN3 characters (Latin-1); capitals it does not have are written small. */
export function toTcvn3(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => TCVN3_OF.get(letter) ?? TCVN3_OF.get(letter.toLowerCase()) ?? letter)
    .join('');
}

/** Vietnamese as Windows-1258 characters (each below 256 stands for its byte). */
export function to1258(text: string): Buffer {
  const decoder = new TextDecoder('windows-1258');
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  const out: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const whole = bytes.get(letter);
    if (whole !== undefined) {
      out.push(whole);
      continue;
    }
    const parts = [...letter.normalize('NFD')];
    const tone = parts.findIndex((mark) => TONES[mark] !== undefined);
    const [mark] = parts.splice(tone, tone < 0 ? 0 : 1);
    const base = bytes.get(parts.join('').normalize('NFC'));
    if (base === undefined) throw new Error(`not in windows-1258: ${letter}`);
    out.push(base);
    if (tone >= 0) out.push(bytes.get(mark ?? '') ?? 0);
  }
  return Buffer.from(out);
}
