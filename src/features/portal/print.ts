import { type PrintName, printOfSet } from '#ui';
import type { Sector } from './schema.ts';
import { wordsOf } from './search.ts';

const OF_SECTOR: Readonly<Record<Sector, PrintName>> = {
  I: 'rice',
  II: 'jar',
  III: 'mortar',
  IV: 'basket',
  V: 'bonsai',
  VI: 'gate',
};

/** Words of a name that tell its print, first match wins. */
const BY_WORDS: readonly (readonly [PrintName, RegExp])[] = [
  ['gate', /\b(du lich|homestay|tham quan)\b/],
  ['noodles', /\b(my|mi|mien|bun|banh da|banh trang|pho|hu tieu|banh gao)\b/],
  ['honey', /\b(mat ong|phan hoa|sua ong)\b/],
  ['coffee', /\b(ca phe|cafe|ca cao|cacao)\b/],
  ['bottle', /\b(nuoc mam|mam|tuong|dau|nuoc uong|nuoc ep|giam|sua)\b/],
  ['jar', /\b(ruou|vang|bia)\b/],
  ['tea', /\b(che|tra)\b/],
  ['fish', /\b(ca|tom|muc|cua|luon|ech|ba ba|hau|oc|cha ca|kho ca|ruoc)\b/],
  ['cock', /\b(ga|vit|ngan|trung|thit|lon|heo|bo|gio|cha|nem|lap xuong|xuc xich|de)\b/],
  ['garlic-chilli', /\b(toi|ot|tieu|hanh|gung|nghe|muoi|sa te)\b/],
  ['bamboo-shoots', /\b(mang|nam|rau|moc nhi|su hao|cu cai)\b/],
  ['lotus', /\b(sen)\b/],
  ['sweets', /\b(keo|banh|mut|che lam|o mai)\b/],
  ['mango', /\b(xoai|buoi|cam|quyt|chanh|dua|thanh long|na|mang cut|sau rieng|mit|oi|tao|dua luoi|mac ca|bo sap)\b/],
  ['lychee', /\b(vai|nhan|nho|man|dau tay|cherry)\b/],
  ['rice', /\b(gao|nep|thoc|ngu coc|lac|dau phong|hat|ngo)\b/],
  ['mortar', /\b(tinh dau|cao|sam|duoc lieu|thuoc|linh chi|ca gai leo|giao co lam)\b/],
  ['brocade', /\b(tho cam|lua|det|vai|ao|khan)\b/],
  ['basket', /\b(tre|may|doi|coi|dan|gom|go|non)\b/],
  ['flower', /\b(hoa)\b/],
];

/**
 * The print shown for a product: of its product set, or, where a list names no set, of a word in its name. Decoration only;
 * the page says that it stands for the kind of product.
 */
export function printOf(product: { name: string; set: string | null; sector: string | null }): PrintName {
  if (product.set !== null) return printOfSet(Number(product.set.split('/')[1]));
  const plain = wordsOf(product.name).join(' ');
  const sector = OF_SECTOR[(product.sector ?? 'I') as Sector] ?? 'rice';
  if (sector === 'gate' || sector === 'bonsai') return sector;
  const found = BY_WORDS.find(([, words]) => words.test(plain))?.[0] ?? sector;
  return product.sector === 'III' && found !== 'tea' && found !== 'honey' ? 'mortar' : found;
}

/** The print that stands for a sector. */
export const printOfSector = (sector: Sector): PrintName => OF_SECTOR[sector];
