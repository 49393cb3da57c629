import { TWO_LEVELS_FROM, type UnitLevel } from '#features/units';
import type { Day } from '#platform/clock';

export const LEVEL_WORDS: Readonly<Record<UnitLevel, string>> = {
  province: 'Tỉnh, thành phố',
  district: 'Huyện',
  commune: 'Xã, phường, đặc khu',
};

/** The level directly below on a day: provinces had districts until 30/06/2025 (R12.1). */
export function childLevel(level: UnitLevel, day: Day): UnitLevel | null {
  if (level === 'commune') return null;
  return level === 'province' && day < TWO_LEVELS_FROM ? 'district' : 'commune';
}
