import { type PrintName, printOfSet } from '#ui';
import type { Sector } from './schema.ts';

const OF_SECTOR: Readonly<Record<Sector, PrintName>> = {
  I: 'rice',
  II: 'jar',
  III: 'mortar',
  IV: 'basket',
  V: 'bonsai',
  VI: 'gate',
};

/** Words of a name that tell its print, with their marks. A name begins with what a thing is: its earliest word wins. */
const BY_WORDS: readonly (readonly [PrintName, string])[] = [
  ['gate', 'du lịch|homestay|tham quan'],
  ['noodles', 'mỳ|mì|miến|bún|bánh đa|bánh tráng|phở|hủ tiếu|bánh phở'],
  ['honey', 'mật ong|phấn hoa|sữa ong'],
  ['coffee', 'cà phê|cafe|ca cao|cacao'],
  ['bottle', 'nước mắm|mắm|tương|dầu|nước uống|nước ép|giấm|dấm|sữa'],
  ['jar', 'rượu|vang|bia'],
  ['tea', 'chè|trà'],
  ['fish', 'chả cá|chả mực|chả tôm|cá|tôm|mực|cua|lươn|ếch|ba ba|hàu|ốc|ruốc|rươi|ngọc trai'],
  ['cock', 'gà|vịt|ngan|trứng|thịt|lợn|heo|bò|trâu|giò|chả|nem|lạp xưởng|lạp sườn|xúc xích|dê'],
  ['garlic-chilli', 'tỏi|ớt|tiêu|hành|gừng|nghệ|muối|sa tế'],
  ['bamboo-shoots', 'măng|nấm|rau|mộc nhĩ|củ cải|khoai|sắn'],
  ['lotus', 'sen'],
  ['sweets', 'kẹo|bánh|mứt|ô mai'],
  ['mango', 'xoài|bưởi|cam|quýt|chanh|dừa|thanh long|na|măng cụt|sầu riêng|mít|ổi|táo|mắc ca|hồng|chuối|dứa|dưa'],
  ['lychee', 'vải|nhãn|nho|mận|dâu'],
  ['rice', 'gạo|nếp|thóc|ngũ cốc|lạc|đậu|hạt|ngô'],
  ['mortar', 'tinh dầu|cao|sâm|dược liệu|thuốc|linh chi|cà gai leo|giảo cổ lam|đông trùng'],
  ['brocade', 'thổ cẩm|lụa|dệt|áo|khăn'],
  ['basket', 'tre|mây|đũa|cói|đan|gốm|gỗ|nón'],
];
const PATTERNS = BY_WORDS.map(
  ([print, words]) => [print, new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u')] as const,
);

/**
 * The print shown for a product: of its product set, or, where a list names no set, of a word in its name. Decoration only;
 * the page says that it stands for the kind of product.
 */
export function printOf(product: { name: string; set: string | null; sector: string | null }): PrintName {
  if (product.set !== null) return printOfSet(Number(product.set.split('/')[1]));
  const sector = OF_SECTOR[(product.sector ?? 'I') as Sector] ?? 'rice';
  if (sector !== 'rice' && sector !== 'jar' && sector !== 'mortar') return sector;
  const name = product.name.normalize('NFC').toLowerCase();
  const found = earliest(name) ?? sector;
  return sector === 'mortar' && found !== 'tea' && found !== 'honey' ? 'mortar' : found;
}

function earliest(name: string): PrintName | undefined {
  let found: PrintName | undefined;
  let from = Number.POSITIVE_INFINITY;
  for (const [print, words] of PATTERNS) {
    const at = words.exec(name)?.index ?? Number.POSITIVE_INFINITY;
    if (at < from) [found, from] = [print, at];
  }
  return found;
}

/** The print that stands for a sector. */
export const printOfSector = (sector: Sector): PrintName => OF_SECTOR[sector];
