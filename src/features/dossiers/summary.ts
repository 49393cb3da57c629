import type { ProductSet } from '#law/rulebooks';
import { setWords } from './progress.ts';
import type { DossierRecord } from './record.ts';
import { applicationKinds } from './schema.ts';

/** What of the form is shown once more before handing in; the long texts are cut, they stand on the printed forms. */
const SHOWN = {
  applicant: 'Chủ thể',
  representative: 'Đại diện',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  productName: 'Sản phẩm',
  specification: 'Quy cách',
  market: 'Thị trường',
  plan: 'Kế hoạch',
} as const;
const LONGEST = 160;

/** The dossier in short: what is applied for, by whom, with what. */
export function contentSummary(dossier: DossierRecord, set: ProductSet): { term: string; value: string }[] {
  const kept: Readonly<Record<string, unknown>> = {
    ...dossier.form.general,
    ...dossier.form.results,
    ...dossier.form.plan,
  };
  return [
    { term: 'Lần đăng ký', value: applicationKinds[dossier.kind] },
    { term: 'Bộ sản phẩm', value: setWords(set) },
    ...Object.entries(SHOWN).map(([name, term]) => ({ term, value: cut(kept[name]) })),
  ];
}

function cut(value: unknown): string {
  if (typeof value !== 'string' || value === '') return 'Chưa ghi';
  return value.length <= LONGEST ? value : `${value.slice(0, value.lastIndexOf(' ', LONGEST))}…`;
}
