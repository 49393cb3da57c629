// Fields that many papers share, from the data the common forms print.
import type { Issuance, Signature } from '#platform/documents/issuance';
import { longDate } from '#platform/documents/words';

/** Who issues, where, under which number and on which day; `province` as papers name it. */
export const officeFields = ({ issuer, place, number, date, year }: Issuance, province: string) => ({
  ...{ tinh: province, coQuan: issuer, diaDanh: place, so: number ?? '' },
  ngay: longDate(date, year),
});

/** Who signs and in what capacity. */
export const signingFields = ({ capacity, name }: Signature) => ({
  thamQuyen: capacity.map((one) => one.toLocaleUpperCase('vi')).join('\n'),
  nguoiKy: name ?? '',
});
