/** How far two records of the register look like one producer: pure; a person judges, this only says why it asks. */
import { nameKey, nearNames, plainName } from '#features/registry';

/** What two records are compared by. */
export interface Compared {
  readonly bare: string;
  readonly core: string;
  /** As `addressKey` makes it. */
  readonly addressKey: string;
  readonly phone: string | null;
  readonly taxCode: string | null;
  /** Today's commune; null while nobody has placed it. */
  readonly commune: string | null;
  /** The deepest unit before 1 July 2025 that the source gives. */
  readonly formerUnit: string | null;
}

/** A record as it is written. */
export interface Written extends Pick<Compared, 'phone' | 'taxCode' | 'commune' | 'formerUnit'> {
  readonly name: string;
  readonly address: string | null;
}

/** The record in the forms it is compared by. */
export function comparedBy({ name, address, phone, taxCode, commune, formerUnit }: Written): Compared {
  const { bare, core } = nameKey(name);
  return { bare, core, addressKey: addressKey(address), phone, taxCode, commune, formerUnit };
}

export const REASONS = {
  taxCode: 'Cùng mã số thuế',
  phone: 'Cùng số điện thoại',
  name: 'Cùng tên, viết khác nhau ít nhiều',
  core: 'Cùng tên riêng, khác loại hình',
  near: 'Tên gần giống',
  address: 'Cùng địa chỉ',
  place: 'Cùng xã, phường',
  elsewhere: 'Khác xã, phường',
} as const;
export type Reason = keyof typeof REASONS;

const WEIGHT: Readonly<Record<Reason, number>> = {
  taxCode: 75,
  phone: 40,
  name: 50,
  core: 40,
  near: 35,
  address: 30,
  place: 20,
  elsewhere: -25,
};
/** From here on a person is asked. */
const ASK_FROM = 50;
/** From here on a new record is not made before somebody has looked. */
export const LOOK_FIRST_FROM = 70;
/** An address shorter than this ("Xã Yên Sơn") says no more than the place. */
const ADDRESS_LETTERS = 18;

export interface Likeness {
  /** 1–100. */
  readonly strength: number;
  readonly reasons: readonly Reason[];
}

/** Address as it is compared; empty when it names a place but no house, street or hamlet. */
function addressKey(address: string | null): string {
  const plain = plainName(address ?? '').replace(/\b(xa|phuong|huyen|tinh|thanh pho|thi xa|thi tran|dac khu)\b/g, '');
  const key = plain.replace(/\s+/g, ' ').trim();
  return key.length >= ADDRESS_LETTERS || /\b(so|thon|ap|to|khu|xom|ban|duong)\b/.test(key) ? key : '';
}

/** Whether two records may be one producer, how surely, and why; null when nobody need be asked. */
export function likeness(a: Compared, b: Compared): Likeness | null {
  const reasons: Reason[] = [];
  if (a.taxCode !== null && a.taxCode === b.taxCode) reasons.push('taxCode');
  if (a.phone !== null && a.phone === b.phone) reasons.push('phone');
  const named = sameName(a, b);
  if (named) reasons.push(named);
  if (reasons.length === 0) return null;
  if (a.addressKey !== '' && a.addressKey === b.addressKey) reasons.push('address');
  const placed = samePlace(a, b);
  if (placed !== null) reasons.push(placed ? 'place' : 'elsewhere');
  const strength = Math.min(
    100,
    reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0),
  );
  return strength >= ASK_FROM ? { strength, reasons } : null;
}

function sameName(a: Compared, b: Compared): Reason | null {
  if (a.bare !== '' && a.bare === b.bare) return 'name';
  if (a.core !== '' && a.core === b.core) return 'core';
  return nearNames(a, b) ? 'near' : null;
}

/** Null: of one of them too little is known. */
function samePlace(a: Compared, b: Compared): boolean | null {
  if (a.commune !== null && b.commune !== null) return a.commune === b.commune;
  if (a.formerUnit !== null && a.formerUnit === b.formerUnit) return true;
  return null;
}
