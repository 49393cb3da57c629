import { FORM_01, FORM_02, type FormField, type FormSection, HELPER } from '#law/dossier';
import { formatDay } from '#ui';
import { changeText } from './changes.ts';
import type { DossierRecord } from './record.ts';
import type { WalletPaper } from './wallet.ts';

/** A part of the forms as it was filled in: its heading, and what stands under each label. */
export interface FiledPart {
  readonly title: string;
  readonly answers: readonly { readonly term: string; readonly value: string }[];
}

const NOT_SAID = 'Chưa ghi';

/** Everything answered in Forms 01 and 02, each datum once, under the printed labels. The self-score is not among it. */
export function filedParts(dossier: DossierRecord, papers: readonly WalletPaper[]): readonly FiledPart[] {
  const kept: Readonly<Record<string, unknown>> = {
    ...dossier.form.general,
    ...dossier.form.results,
    ...dossier.form.plan,
    ...changeText(dossier, papers),
  };
  const told = new Set<string>();
  const part = (form: string, { code, title, fields }: FormSection): FiledPart[] => {
    const asked = fields.filter(({ name, only }) => (only === undefined || only === dossier.kind) && !told.has(name));
    for (const { name } of asked) told.add(name);
    const answers = asked.map((field) => ({ term: field.label, value: said(field, kept[field.name]) }));
    return answers.length > 0 ? [{ title: `${form}, mục ${code}. ${title}`, answers }] : [];
  };
  return [
    ...FORM_01.sections.flatMap((section) => part(FORM_01.number, section)),
    ...FORM_02.sections.flatMap((section) => part(FORM_02.number, section)),
    { title: 'Ngoài mẫu', answers: [{ term: HELPER.label, value: said(HELPER, kept[HELPER.name]) }] },
  ];
}

function said({ kind, name }: FormField, value: unknown): string {
  if (kind === 'tick') return value === true ? 'Có' : 'Không';
  if (typeof value !== 'string' || value === '') return NOT_SAID;
  if (name === 'sex') return value === 'female' ? 'Nữ' : 'Nam';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value;
}
