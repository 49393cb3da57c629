/** Words of official papers: dates, numbers, blanks (R18.5, R18.8, R21.2, R21.3). Days are 'YYYY-MM-DD'. */

/** 'ngày 05 tháng 02 năm 2026'; for null a blank that the office fills in when it issues the paper. */
export function longDate(day: string | null, year?: number | string): string {
  if (!day) return `ngày      tháng      năm ${year ?? '20    '}`;
  const [y, m, d] = parts(day);
  return `ngày ${two(d)} tháng ${m < 3 ? two(m) : m} năm ${y}`;
}

/** 'Bắc Ninh, ngày 05 tháng 02 năm 2026'. */
export function placeDate(place: string, day: string | null, year?: number | string): string {
  return `${place}, ${longDate(day, year)}`;
}

/** 05/02/2026. */
export function shortDate(day: string): string {
  const [y, m, d] = parts(day);
  return `${two(d)}/${two(m)}/${y}`;
}

/** 'Số: 12/QĐ-UBND', or with room for the number: 'Số:        /QĐ-UBND'. */
export function numberLine(number: string | null, symbol: string): string {
  return `Số: ${number ?? '       '}/${symbol}`;
}

/** Whole numbers from 1 to 9 with a leading zero, as papers write counts: '05 sản phẩm'. */
export function count(value: number): string {
  return value < 10 ? two(value) : value.toLocaleString('vi-VN');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function parts(day: string): [number, number, number] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new RangeError(`not a day: ${day}`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}
