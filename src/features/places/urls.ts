import { withFilters } from '#ui';

export const placesPath = '/don-vi';

/** The days of an address; left out: today. */
export interface PlaceDays {
  ngay?: string | undefined;
  hieuluc?: string | undefined;
}

export const placesUrl = (days: PlaceDays = {}): string => withFilters(placesPath, { ...days });
export const placeUrl = (unit: string, days: PlaceDays = {}): string =>
  withFilters(`${placesPath}/${unit}`, { ...days });
export const placesSheetUrl = (days: PlaceDays, by: 'tinh' | 'xa'): string =>
  withFilters(`${placesPath}.xlsx`, { ...days, cap: by });
export const placeSheetUrl = (unit: string, days: PlaceDays): string =>
  withFilters(`${placesPath}/${unit}/so-luong.xlsx`, { ...days });
