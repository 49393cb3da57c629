import { producerFields } from '#law/dossier';
import type { ProductSet } from '#law/rulebooks';
import { setWords } from './progress.ts';
import type { DossierRecord } from './record.ts';
import { applicationKinds } from './schema.ts';

/** Names of the form shown once more before handing in; the long ones are cut, they stand on the printed forms. */
const SHOWN: readonly string[] = [
  'applicant',
  'representative',
  'address',
  'phone',
  'productName',
  'specification',
  'plan',
];
const LONGEST = 160;

/** The dossier in short: what is applied for, by whom, with what. */
export function contentSummary(dossier: DossierRecord, set: ProductSet): { term: string; value: string }[] {
  const kept: Readonly<Record<string, unknown>> = {
    ...dossier.form.general,
    ...dossier.form.results,
    ...dossier.form.plan,
  };
  const fields = producerFields(dossier.kind).filter(({ name }) => SHOWN.includes(name));
  return [
    { term: 'Lần đăng ký', value: applicationKinds[dossier.kind] },
    { term: 'Bộ sản phẩm', value: setWords(set) },
    ...fields.map(({ name, label }) => ({ term: label, value: cut(kept[name]) })),
  ];
}

function cut(value: unknown): string {
  if (typeof value !== 'string' || value === '') return 'Chưa ghi';
  return value.length <= LONGEST ? value : `${value.slice(0, value.lastIndexOf(' ', LONGEST))}…`;
}
