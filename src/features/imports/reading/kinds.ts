/** What a title says happened to the products below it. A person confirms it before anything is written. */
import type { ListKind } from './types.ts';
import { plain } from './words.ts';

const REVOKED = /thu hoi|huy bo|bi huy|huy (ket qua|quyet dinh|giay)|het hieu luc|cham dut/;
const VOTED = /binh chon|cong nghiep nong thon tieu bieu|binh xet/;
const REGISTERED = /dang ky|y tuong/;
const PROPOSED =
  /de nghi|de xuat|du kien|to trinh|tiem nang|du dieu kien|(^| )xet (?!nghiep)|tham gia danh gia|du thi|tham gia phan hang|cap huyen (danh gia|cham)|danh gia cap (huyen|xa)|cho (danh gia|cong nhan)|tu (70|50|90) den duoi/;
const RECOGNISED =
  /cong nhan|[1-5] ?sao|hang (3|4|5|ba|bon|nam)|phan hang|xep hang|duoc cap|dat chuan|cap giay chung nhan|san pham ocop/;
const BOTH = /sao va de nghi|cong nhan va (de nghi|dang ky|thu hoi)/;

/** The kind a text states, or null when it states none. */
export function kindOf(text: string): ListKind | null {
  const words = plain(text);
  if (BOTH.test(words)) return 'unknown';
  if (REVOKED.test(words)) return 'revoked';
  if (VOTED.test(words)) return 'voted';
  if (REGISTERED.test(words)) return 'registered';
  if (PROPOSED.test(words)) return 'proposed';
  return RECOGNISED.test(words) ? 'recognised' : null;
}

/**
 * The kind of a sheet from its titles and headings. What is particular goes before what is usual: "đề nghị công nhận" is
 * a proposal; the line "Kèm theo Tờ trình …" speaks only when the titles proper do not.
 */
export function kindOfSheet(titles: readonly string[], sheetName: string, headings: readonly string[]): ListKind {
  const about = titles.filter((title) => !/^\(?\s*(kèm theo|ban hành kèm)/i.test(title));
  const stated = kindOf(about.join(' . ')) ?? kindOf(sheetName);
  if (stated !== null) return stated;
  const annexed = titles.find((title) => /kèm theo/i.test(title));
  if (annexed !== undefined) return /tờ trình/i.test(annexed) ? 'proposed' : (kindOf(annexed) ?? 'unknown');
  const words = headings.map(plain);
  if (words.some((heading) => REVOKED.test(heading))) return 'revoked';
  if (words.some((heading) => /cong nhan|quyet dinh|(^| )qd( |$)/.test(heading))) return 'recognised';
  if (words.some((heading) => REGISTERED.test(heading))) return 'registered';
  return words.some((heading) => PROPOSED.test(heading)) ? 'proposed' : 'unknown';
}

/** One kind for many: the one they share, `unknown` when they differ. Those that state nothing do not count. */
export function commonKind(kinds: readonly ListKind[]): ListKind {
  const said = new Set(kinds.filter((kind) => kind !== 'unknown'));
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : 'unknown';
}
