/** Templates of reports: data read from the files of `templates/`, checked when the programme starts. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { figureOf } from '#features/reports';
import { PERIODS } from '#law/report-periods';
import { COUNTRY_LISTS, LISTS, type ListName } from './list-names.ts';

export const COLUMNS = ['value', 'share', 'before', 'change'] as const;
const isFigure = (id: string): boolean => figureOf(id) !== null;
const figure = z.string().refine(isFigure, {
  error: ({ input }) => `Không có số liệu “${String(input)}”: dùng mã có trong danh mục số liệu.`,
});
/** Words in braces that are no figure. */
export const MARKS = {
  unit: 'tên địa bàn',
  period: 'kỳ báo cáo',
  asOf: 'ngày số liệu',
  from: 'ngày đầu kỳ',
  before: 'ngày số liệu của kỳ trước',
  achievement: 'kết quả so với kế hoạch',
} as const;
const MARK = /\{([^{}]*)\}/gu;

const sentence = z.string().check(({ value, issues }) => {
  for (const [, inside = ''] of value.matchAll(MARK)) {
    const [name = '', mode] = inside.split(':');
    const known = Object.hasOwn(MARKS, inside) || (isFigure(name) && [undefined, 'before', 'change'].includes(mode));
    if (!known)
      issues.push({ code: 'custom', message: `Không có số liệu “${inside}” để đặt vào câu “${value}”.`, input: value });
  }
});

const choiceOfLists = z.enum(Object.keys({ ...LISTS, ...COUNTRY_LISTS }) as [ListName, ...ListName[]], {
  error: ({ input }) => `Không có danh sách “${String(input)}”: chọn một danh sách có sẵn.`,
});

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  z.strictObject({ kind: z.literal('text'), text: sentence }),
  z.strictObject({
    kind: z.literal('free'),
    id: z.string().regex(/^[a-z][a-zA-Z0-9]{0,30}$/),
    label: z.string(),
    hint: z.string().optional(),
    required: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('table'),
    id: z.string(),
    caption: z.string(),
    /** Figures, or each unit directly in the one reported on. */
    rows: z.union([z.array(figure).min(1), z.literal('units')]),
    /** The figure shares are taken of. */
    of: figure.optional(),
    columns: z.array(z.enum(COLUMNS)).min(1),
    /** Leave out rows that are 0 now and before. */
    hideZeros: z.boolean().default(false),
    /** Bars beside the numbers. */
    bars: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('plot'),
    id: z.string(),
    caption: z.string(),
    rows: z.union([z.array(figure).min(1), z.literal('units')]),
  }),
  z.strictObject({ kind: z.literal('list'), id: z.string(), caption: z.string(), of: choiceOfLists }),
]);

const template = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/),
    version: z.int().positive(),
    name: z.string(),
    /** What the report is about; stands below its title. */
    summary: sentence,
    periods: z.array(z.enum(Object.keys(PERIODS) as [keyof typeof PERIODS, ...(keyof typeof PERIODS)[]])).min(1),
    sections: z.array(z.strictObject({ heading: z.string(), blocks: z.array(block).min(1) })).min(1),
  })
  .check(({ value, issues }) => {
    for (const one of value.sections.flatMap(({ blocks }) => blocks))
      if (one.kind === 'table' && one.columns.includes('share') && one.of === undefined)
        issues.push({
          ...{ code: 'custom', input: one.caption },
          message: `Bảng “${one.caption}” có cột tỷ lệ mà không nói tỷ lệ của số nào: chọn số làm mẫu.`,
        });
  });
export type Template = z.output<typeof template>;
export type Block = z.output<typeof block>;

/** A template put together on a screen, or the sentences that say why it cannot be used. */
export function judgeTemplate(made: unknown): { readonly template: Template } | { readonly problems: string[] } {
  const found = template.safeParse(made);
  if (found.success) return { template: found.data };
  return { problems: [...new Set(found.error.issues.map(({ message }) => message))] };
}

/** A template from its JSON text. Throws an error that names in words what is wrong: an unknown figure, an unknown period. */
export function readTemplate(text: string): Template {
  const found = template.safeParse(JSON.parse(text));
  if (found.success) return found.data;
  throw new Error(`Mẫu báo cáo không dùng được. ${found.error.issues.map(({ message }) => message).join(' ')}`);
}

const FOLDER = new URL('./templates/', import.meta.url);

/** All templates by id, in the order of their names. */
export const TEMPLATES: ReadonlyMap<string, Template> = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readTemplate(readFileSync(new URL(name, FOLDER), 'utf8')))
    .map((one) => [one.id, one]),
);

/** The template as the Ministry uses it: at its end stands what the provinces sent. */
export const withSources = (made: Template): Template => ({
  ...made,
  sections: [
    ...made.sections,
    {
      heading: 'NGUỒN: BÁO CÁO CỦA CÁC TỈNH, THÀNH PHỐ',
      blocks: (['provinces.sums', 'provinces.reports'] as const).map((of, at) => ({
        ...{ kind: 'list', id: `nguon${at + 1}`, caption: COUNTRY_LISTS[of], of },
      })),
    },
  ],
});

/** A sentence cut at its marks: text, and names in braces. */
export function cutSentence(text: string): (string | { readonly mark: string })[] {
  return text
    .split(/(\{[^{}]*\})/u)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? { mark: part.slice(1, -1) } : part));
}
