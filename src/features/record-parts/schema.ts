/**
 * A record that is kept part by part, as data: what each part holds, which of it is restricted, by which act it is changed.
 * The form, the API operation, the page and the history of a part are made from its row.
 */
import { z } from 'zod';
import type { Day } from '#platform/clock';
import { choice, day, flag, text, uuid } from '#platform/http/fields';

/** What a part says, by field. */
export type PartValue = Readonly<Record<string, string | number | boolean>>;

export interface PartField {
  readonly name: string;
  readonly label: string;
  readonly schema: z.ZodType;
  readonly as: 'line' | 'lines' | 'day' | 'choice' | 'tick' | 'number' | 'commune' | 'paper' | 'set' | 'file';
  readonly hint?: string;
  /** Words of the values of a choice. */
  readonly words?: Readonly<Record<string, string>>;
  readonly unit?: string;
  /** What a file may be. */
  readonly takes?: 'picture' | 'evidence';
  /** Kept out of the ledger and out of reports (R19.1). */
  readonly restricted?: true;
}

export interface Part {
  readonly key: string;
  readonly path: string;
  readonly title: string;
  /** The act, and the row of the policy table. */
  readonly act: string;
  readonly doing: string;
  readonly fields: readonly PartField[];
  /** Several of them: what one is called, which field names it, when it begins and ends (its last day counts unless said). */
  readonly many?: {
    readonly one: string;
    readonly by: string;
    readonly begins?: string;
    readonly ends?: string;
    readonly lastDayOut?: true;
  };
  readonly explain?: string;
}

/** Does one of several run on a day: has it begun, and not ended before? */
export function runsOn({ many }: Part, value: PartValue, day: Day): boolean {
  const begins = many?.begins === undefined ? undefined : value[many.begins];
  const ends = many?.ends === undefined ? undefined : value[many.ends];
  const ended = ends !== undefined && (many?.lastDayOut ? ends <= day : ends < day);
  return (begins === undefined || begins <= day) && !ended;
}

type More = Partial<Pick<PartField, 'hint' | 'restricted' | 'unit' | 'takes'>>;
const about = (label: string, more: More = {}) => ({ label, ...(more.hint ? { hint: more.hint } : {}) });
export const line = (name: string, label: string, max: number, more: More & { must?: true } = {}): PartField => {
  const { must, ...kept } = more;
  const schema = text({ ...about(label, more), max });
  return { name, label, as: 'line', schema: must ? schema : schema.optional(), ...kept };
};
export const lines = (name: string, label: string, more: More = {}): PartField => {
  const schema = text({ ...about(label, more), max: 5000, lines: 'many' });
  return { name, label, as: 'lines', schema: schema.optional(), ...more };
};
export const on = (name: string, label: string, more: More & { must?: true } = {}): PartField => {
  const { must, ...kept } = more;
  const schema = day(about(label, more));
  return { name, label, as: 'day', schema: must ? schema : schema.optional(), ...kept };
};
export const oneOf = (
  name: string,
  label: string,
  words: Readonly<Record<string, string>>,
  more: More & { must?: true } = {},
): PartField => {
  const { must, ...kept } = more;
  const schema = choice(words, about(label, more));
  return { name, label, as: 'choice', words, schema: must ? schema : schema.optional(), ...kept };
};
export const tick = (name: string, label: string, more: More = {}): PartField => ({
  ...{ name, label, as: 'tick' as const, schema: flag(about(label, more)).optional() },
  ...more,
});
export const field = (
  as: PartField['as'],
  name: string,
  label: string,
  schema: z.ZodType,
  more: More = {},
): PartField => ({
  ...{ name, label, as, schema },
  ...more,
});
export const paper = field('paper', 'paper', 'Giấy tờ trong kho', uuid({ label: 'Giấy tờ trong kho' }).optional(), {
  hint: 'Giấy tờ đã có trong kho của chủ thể, dùng lại được nhiều lần.',
});

export const subjectOut = z.object({ id: uuid(), version: z.int() });
export type SubjectOut = z.output<typeof subjectOut>;

export const NATURES = {
  changed: 'Thay đổi thật',
  mistake: 'Ghi sai, sửa lại',
} as const;

export const reason = text({ label: 'Lý do', max: 500 });

/** What every change of a part says beside its own fields. */
const aboutChange = {
  id: uuid(),
  nature: choice(NATURES, { label: 'Vì sao sửa' }).optional(),
  from: day({ label: 'Từ ngày' }).optional(),
  reason: reason.optional(),
};
const aboutItem = { item: uuid().optional(), remove: flag({ label: 'Ghi nhầm, bỏ mục này' }).optional() };

/** The message of a change of a part: its own fields, and why, since when. */
export function changeInput(part: Part) {
  const fields = Object.fromEntries(part.fields.map(({ name, schema }) => [name, schema]));
  return z.strictObject({ ...fields, ...aboutChange, ...(part.many ? aboutItem : {}) });
}
/** Names of a change that are not of the part itself. */
export const ABOUT_CHANGE: ReadonlySet<string> = new Set([...Object.keys(aboutChange), ...Object.keys(aboutItem)]);
