/** Rows that are no product: titles, groups, totals, repeated headings, signatures. */
import type { RowCells } from './cells.ts';
import { isAddressLike, isCapitals, isNothing, oneLine, plain } from './words.ts';

/** The parts of a row that tell what it is. `own` = texts that are not merged down from above. */
export interface RowLook {
  readonly row: RowCells;
  readonly order: string;
  /** Text of the main column (product, producer, unit). */
  readonly main: string;
  readonly own: readonly { readonly column: number; readonly text: string; readonly bold: boolean }[];
  /** Own texts in columns that hold facts: producer, address, stars, points, decision. */
  readonly facts: number;
  readonly hasProducer: boolean;
}

export type OrderKind = 'number' | 'dotted' | 'roman' | 'letter' | 'none';

/** What a running number looks like: "1." number, "1.2" dotted, "IV" roman, "A" letter. */
export function orderKind(text: string): OrderKind {
  const bare = text.replace(/^[(\s]+|[.)\s:,/-]+$/g, '');
  if (/^\d{1,6}$/.test(bare)) return 'number';
  if (/^\d{1,4}(?:\.\d{1,4})+$/.test(bare)) return 'dotted';
  if (/^(?:x{0,3})(?:ix|iv|v?i{0,3})$/i.test(bare) && bare !== '') return 'roman';
  return /^\p{L}$/u.test(bare) ? 'letter' : 'none';
}

const TOTAL =
  /^(?:tổng(?:\s+(?:cộng|số|toàn|hợp|chung|sản phẩm|sp)|\s*[:(=\d]|$)|cộng(?:\s*[:(.=\d]|\s+(?:i|ii|iii|iv|v|toàn|nhóm|chung)|$|\s+\p{Lu}))/iu;
const TOTAL_PLAIN = /^(?:tong cong|tong so|cong cong|cong (?:nhom|huyen|muc)|toan (?:tinh|huyen)|tong( |$))/;

/** "Tổng cộng: 25 sản phẩm", "Cộng (A)", "TỔNG SỐ". */
export function isTotalText(text: string): boolean {
  return TOTAL.test(text) || (/^(tong|toan)/.test(plain(text)) && TOTAL_PLAIN.test(plain(text)));
}

/** Is the row a total: such a text first, no producer, no running number. */
export function isTotal(look: RowLook): boolean {
  if (look.hasProducer || orderKind(look.order) === 'number' || orderKind(look.order) === 'dotted') return false;
  const first = look.own.find((each) => orderKind(each.text) === 'none');
  return first !== undefined && isTotalText(oneLine(first.text));
}

const SIGNATURE =
  /^(?:noi nhan|t ?m( |$)|k ?t( |$)|t ?u ?q( |$)|nguoi (?:lap|tong hop|ky)|(?:can bo )?lap (?:bieu|bang)|thu truong|(?:pho )?chu tich(?! hdqt)|(?:pho )?giam doc|(?:pho )?truong phong|chanh van phong|uy ban nhan dan|ubnd( |$)|xac nhan cua|ke toan|hoi dong|so nong nghiep|vpdp|van phong dieu phoi|luu vt|nhu tren$|nhu dieu)/;

/** Does the row begin the signatures and distribution lists below the table? */
export function isSignature(look: RowLook): boolean {
  if (/^(?:number|dotted)$/.test(orderKind(look.order)) || look.own.length === 0) return false;
  return look.own.length <= 3 && look.own.some((each) => each.text.length <= 100 && SIGNATURE.test(plain(each.text)));
}

/** "(1) (2) (3)", "1 2 3 4", "A B 1 2": numbers of columns below a heading. */
export function isColumnNumbers(look: RowLook): boolean {
  if (look.own.length < 3) return false;
  const marks = look.own.map((each) => each.text.replace(/[()\s.]/g, ''));
  if (!marks.every((mark) => /^(?:\d{1,2}|[a-zA-Z])(?:=.*)?$/.test(mark))) return false;
  const numbers = marks.map((mark) => Number.parseInt(mark, 10)).filter((number) => !Number.isNaN(number));
  return numbers.length >= 2 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}

const GROUP =
  /^(?:(?:phan )?nhom|nganh|linh vuc|san pham (?:da |duoc |dang |moi |cong |danh |de |da |dat|hang|ocop|tiem|nang|[1-5] )|(?:cac|danh sach|danh muc) |hang (?:[1-5]|ba|bon|nam)|[1-5] sao|sao( |$)|dat [1-5]|ocop|dot( |$)|nam (?:20|\d)|phan( |$)|muc [ivx\d]|loai |bo sung|(?:duoc )?cong nhan|thu hoi|dang ky|de nghi|danh gia|nang (?:hang|sao)|\d+ san pham|khu vuc|vung |tong |an dinh|ghi chu|chu thich|luu y|huyen|quan |thi xa|thanh pho|tp |xa |phuong |thi tran|tinh |cap (?:tinh|huyen|quoc gia|trung uong)|ngay \d|bang chu|ket qua|kem theo|bieu|phu luc|tiep theo|dich vu du lich)/;

/** Is the row a heading of a group ("I. Sản phẩm đạt hạng 4 sao", "Huyện Tân Yên") or a title between the rows? */
export function isGroup(
  look: RowLook,
  usual: { readonly orders: boolean; readonly dotted: boolean; readonly lonely: boolean },
): boolean {
  const kind = orderKind(look.order);
  const text = oneLine(
    look.main === '' ? (look.own.find((each) => orderKind(each.text) === 'none')?.text ?? '') : look.main,
  );
  const single = look.own.filter((each) => orderKind(each.text) === 'none' && !/^\d+$/.test(each.text)).length <= 1;
  if (look.row.across && kind !== 'number') return true;
  if (!single) return false;
  // The heading may stand in the column of producers, where that comes before the products.
  const lone = look.hasProducer && look.main === '';
  const heads = kind === 'roman' || kind === 'letter' || (isAddressLike(text) && GROUP.test(plain(text)));
  if (look.hasProducer && !(lone && heads && kind !== 'number')) return false;
  if (!lone && look.facts > 0 && !(kind === 'roman' || (kind === 'letter' && /^\p{Lu}/u.test(look.order.trim()))))
    return false;
  if (
    kind === 'roman' &&
    (look.facts === 0 || !/^i$/i.test(look.order.trim()) || GROUP.test(plain(text)) || isCapitals(text))
  )
    return true;
  if (kind === 'letter' && /^\p{Lu}/u.test(look.order.trim())) return true;
  if (kind === 'number' && usual.dotted) return true;
  if (kind === 'number') return isAddressLike(text) && !usual.lonely && GROUP.test(plain(text));
  if (kind === 'dotted') return false;
  const marked = /^[IVX]+[.)\s]|^[A-ZĐ][.)]\s/u.test(text);
  if (marked || GROUP.test(plain(text))) return true;
  return usual.orders && (isCapitals(text) || look.own.some((each) => each.bold));
}

/** A row in which nothing but dashes and blanks stands. */
export const isEmpty = (look: RowLook): boolean =>
  look.own.every((each) => isNothing(each.text) || /^[\s.…_*-]+$/.test(each.text));
