/**
 * Conflicts of interest of council members, found from facts. The decision asks for evaluation that is public, transparent
 * and objective (Art. 4.2) and leaves conflicts to the council's regulation [?]: what is found is a sign, a person decides.
 */

/** What a conflict is about: declared by the member, or found. */
export const CONFLICT_KINDS = {
  belongs: 'Thuộc chính chủ thể của sản phẩm',
  family: 'Người nhà, hoặc cùng họ và cùng nơi ở với người đại diện',
  commune: 'Làm việc tại xã của chủ thể',
  handled: 'Đã tiếp nhận hoặc kiểm tra hồ sơ',
  advised: 'Cơ quan đã tư vấn cho sản phẩm',
  funded: 'Cơ quan đã hỗ trợ kinh phí cho sản phẩm',
  inspected: 'Cơ quan đã kiểm tra sản phẩm',
  wrote: 'Đã giúp viết hồ sơ',
  money: 'Góp vốn, mua bán với chủ thể',
  other: 'Lý do khác',
} as const;
export type ConflictKind = keyof typeof CONFLICT_KINDS;

/** Who advised, funded or inspected a product, or helped to write its dossier; an organisation, a person, or both. */
export const TIE_KINDS = {
  advised: 'Tư vấn cho sản phẩm',
  funded: 'Hỗ trợ kinh phí',
  inspected: 'Kiểm tra, thanh tra',
  wrote: 'Giúp viết hồ sơ',
} as const;
export type TieKind = keyof typeof TIE_KINDS;

export interface Tie {
  readonly kind: TieKind;
  readonly organisation: string | null;
  readonly person: string | null;
  readonly year: number | null;
}

export interface MemberFacts {
  readonly seat: string;
  readonly account: string;
  readonly name: string;
  readonly organisation: string;
  /** Where the member lives, as far as the council keeps it. */
  readonly home: string | null;
  /** Communes the member works for; producers the member acts for. Ids. */
  readonly communes: readonly string[];
  readonly producers: readonly string[];
}

export interface ProductFacts {
  readonly dossier: string;
  readonly product: string;
  readonly producer: string;
  readonly commune: string;
  readonly representative: string | null;
  readonly address: string | null;
  readonly ties: readonly Tie[];
  /** Accounts that took in or checked this dossier. */
  readonly handledBy: readonly string[];
}

export interface FoundConflict {
  readonly seat: string;
  readonly dossier: string;
  readonly kind: ConflictKind;
  /** What the sign is, in one sentence. */
  readonly words: string;
}

/** Every sign of a conflict between these members and these products, one a kind, in the order of members and products. */
export function findConflicts(members: readonly MemberFacts[], products: readonly ProductFacts[]): FoundConflict[] {
  return members.flatMap((member) =>
    products.flatMap((product) =>
      signsOf(member, product).map(([kind, words]) => ({ seat: member.seat, dossier: product.dossier, kind, words })),
    ),
  );
}

type Sign = readonly [ConflictKind, string];

function signsOf(member: MemberFacts, product: ProductFacts): Sign[] {
  const signs: Sign[] = [];
  if (member.producers.includes(product.producer)) signs.push(['belongs', 'Có tài khoản làm việc cho chủ thể này.']);
  if (product.representative !== null && sameFamily(member, product.representative, product.address))
    signs.push(['family', `Cùng họ và nơi ở với người đại diện ${product.representative}.`]);
  if (member.communes.includes(product.commune)) signs.push(['commune', 'Làm việc tại xã của chủ thể.']);
  if (product.handledBy.includes(member.account)) signs.push(['handled', 'Đã tiếp nhận hoặc kiểm tra hồ sơ này.']);
  const told = new Set<TieKind>();
  for (const tie of product.ties) {
    if (told.has(tie.kind) || !touches(member, tie)) continue;
    told.add(tie.kind);
    signs.push([tie.kind, tieWords(tie)]);
  }
  return signs;
}

function touches(member: MemberFacts, tie: Tie): boolean {
  if (tie.person !== null && plain(tie.person) === plain(member.name)) return true;
  return tie.organisation !== null && sameOrganisation(member.organisation, tie.organisation);
}

function tieWords({ kind, organisation, person, year }: Tie): string {
  const who = [...new Set([person, organisation])].filter((one) => one !== null).join(', ');
  return `${CONFLICT_KINDS[kind]}: ${who}${year === null ? '' : ` (năm ${year})`}.`;
}

/** Letters only, small, single blanks: how two names are compared. */
function plain(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Fewest words an organisation's name must have to be found within a longer one. */
const LEAST_WORDS = 3;

/** The same organisation, or one named within the other: "Sở Công Thương" and "Sở Công Thương tỉnh Hưng Yên". */
function sameOrganisation(one: string, other: string): boolean {
  const [short, long] = [plain(one), plain(other)].toSorted((a, b) => a.length - b.length);
  if (!short || !long) return false;
  if (short === long) return true;
  return short.split(' ').length >= LEAST_WORDS && ` ${long} `.includes(` ${short} `);
}

const LEAST_PARTS = 2;

/** Same surname, and every part of the shorter address stands in the longer one (at least two parts: hamlet, commune). */
function sameFamily(member: MemberFacts, representative: string, address: string | null): boolean {
  if (member.home === null || address === null) return false;
  const surname = (name: string) => plain(name).split(' ')[0];
  if (!surname(member.name) || surname(member.name) !== surname(representative)) return false;
  const parts = (words: string) => words.split(',').map(plain).filter(Boolean);
  const [short = [], long = []] = [parts(member.home), parts(address)].toSorted((a, b) => a.length - b.length);
  return short.length >= LEAST_PARTS && short.every((part) => long.includes(part));
}
