/** Templates a province made: the blocks of the form, the template they make, and those its offices may choose. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { KINDS, PRODUCER_SORTS, SECTOR_FIGURES, STARS } from '#features/reports';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import { type Block, judgeTemplate, TEMPLATES, type Template } from './template.ts';
import type { BlockGiven, TemplateGiven } from './template-schema.ts';

const stars = STARS.map((star) => `stock.star.${star}`);
/** Rows a table or plot may have, by name; the last one is the whole where they are parts of one. */
export const ROW_SETS = {
  stars: { label: 'Hạng sao', rows: [...stars, 'stock.products'] },
  sectors: {
    label: 'Nhóm sản phẩm',
    rows: [...Object.values(SECTOR_FIGURES).map(([word]) => `stock.sector.${word}`), 'stock.products'],
  },
  kinds: { label: 'Loại hình chủ thể', rows: [...KINDS.map(([kind]) => `stock.producers.${kind}`), 'stock.producers'] },
  units: { label: 'Địa bàn trực thuộc', rows: 'units' as const },
  flow: {
    label: 'Kết quả trong kỳ',
    rows: ['recognised', 'new', 'upgraded', 'reEvaluated', 'expired', 'revoked', 'annulled'].map(
      (word) => `period.${word}`,
    ),
  },
  sold: {
    label: 'Nơi bán, doanh thu, lao động',
    rows: [
      ...['stock.online', 'stock.salesPoints', 'stock.ecommerce', 'stock.producers.modern', 'stock.yearTold'],
      ...['stock.revenue', 'stock.jobs', 'stock.jobs.women'],
    ],
  },
} as const;
export type RowSet = keyof typeof ROW_SETS;

/** Figures a single line may say, and shares may be taken of. */
export const LINE_FIGURES = [
  ...['stock.products', ...stars, 'stock.expiring', 'stock.undetermined', 'stock.candidates', 'stock.producers'],
  ...Object.keys(PRODUCER_SORTS).map((kind) => `stock.producers.${kind}`),
  ...['stock.producers.women', 'stock.producers.ethnicMinority', 'stock.producers.modern', 'stock.producers.circular'],
  ...['stock.villages', 'stock.online', 'stock.salesPoints', 'stock.ecommerce', 'stock.yearTold', 'stock.revenue'],
  ...['stock.jobs', 'stock.jobs.women', 'share.producers.cooperative', 'share.producers.smallMediumEnterprise'],
  ...['share.producers.modern', 'share.producers.circular', 'period.recognised', 'period.new', 'period.upgraded'],
  ...['period.reEvaluated', 'period.expired', 'period.revoked', 'period.annulled', 'period.plan', 'period.achievement'],
] as const;

/** What is wrong with a template of the form: the block it is in, where it is known. */
export interface TemplateProblem {
  readonly field: string;
  readonly message: string;
}

/** The template the blocks make, in the order of their numbers; or what is wrong, block by block. Pure. */
export function builtTemplate(
  id: string,
  no: number,
  { name, summary, periods, blocks }: TemplateGiven,
): { readonly template: Template } | { readonly problems: readonly TemplateProblem[] } {
  const given = blocks
    .map((block, place) => ({ ...block, place }))
    .filter(({ kind }) => kind !== undefined)
    .toSorted((a, b) => (a.at ?? a.place + 1) - (b.at ?? b.place + 1));
  const [first] = given;
  if (first?.kind !== 'section')
    return {
      problems: [
        { field: `blocks.${first?.place ?? 0}.kind`, message: 'Bắt đầu bằng tên một phần, ví dụ: I. KẾT QUẢ.' },
      ],
    };
  const problems: TemplateProblem[] = [];
  const sections: { heading: string; blocks: unknown[] }[] = [];
  const wrap = (block: unknown) => ({
    id,
    version: no,
    name,
    summary,
    periods,
    sections: [{ heading: name, blocks: [block] }],
  });
  for (const one of given) {
    if (needsText(one)) problems.push({ field: `blocks.${one.place}.text`, message: 'Ghi lời của khối này.' });
    else if (one.kind === 'section') sections.push({ heading: one.text ?? '', blocks: [] });
    else {
      const block = blockOf(one, one.place + 1);
      const judged = judgeTemplate(wrap(block));
      if ('problems' in judged)
        problems.push(
          ...judged.problems.map((message) => ({
            field: `blocks.${one.place}.${one.kind === 'table' ? 'of' : 'text'}`,
            message,
          })),
        );
      sections.at(-1)?.blocks.push(block);
    }
  }
  for (const { heading, blocks: own } of sections)
    if (own.length === 0) problems.push({ field: 'blocks', message: `Phần “${heading}” chưa có khối nào.` });
  if (problems.length > 0) return { problems };
  const whole = judgeTemplate({ id, version: no, name, summary, periods, sections });
  if ('template' in whole) return whole;
  return { problems: whole.problems.map((message) => ({ field: 'summary', message })) };
}

const needsText = ({ kind, text }: BlockGiven): boolean => kind !== 'figure' && (text ?? '').trim() === '';

function blockOf(one: BlockGiven, n: number): Partial<Block> {
  const { text = '', rows = 'stars', columns = [] } = one;
  const id = `muc${n}`;
  switch (one.kind) {
    case 'figure':
      return { kind: 'text', text: `${text === '' ? '' : `${text}: `}{${one.figure ?? 'stock.products'}}.` };
    case 'table':
      return {
        ...{
          kind: 'table',
          id,
          caption: text,
          rows: [...ROW_SETS[rows].rows] as string[],
          hideZeros: false,
          bars: false,
        },
        ...(rows === 'units' && { rows: 'units' as const }),
        columns: columns.length === 0 ? ['value'] : [...columns],
        ...(one.of !== undefined && { of: one.of }),
      };
    case 'plot':
      return { kind: 'plot', id, caption: text, rows: rows === 'units' ? 'units' : parts(rows) };
    case 'list':
      return { kind: 'list', id, caption: text, of: one.list ?? 'period.recognised' };
    case 'free':
      return { kind: 'free', id, label: text, required: one.required ?? false };
    case 'heading':
      return { kind: 'heading', text };
    default:
      return { kind: 'text', text };
  }
}

/** A plot shows parts, never their whole. */
const parts = (rows: Exclude<RowSet, 'units'>): string[] =>
  ROW_SETS[rows].rows.filter((id) => id !== 'stock.products' && id !== 'stock.producers');

const kept = z.object({ id: z.string(), no: z.number(), version: z.number(), name: z.string() });
/** A template of a province as its list shows it. */
export type OwnTemplate = z.output<typeof kept> & { readonly content: Template; readonly given: TemplateGiven };

/** Templates of a province in use, by name; at most 200. */
export async function ownTemplates(db: Kysely<DB> | Tx, province: string, id?: string): Promise<OwnTemplate[]> {
  const { rows } = await sql<OwnTemplate>`
    select t.id, t.no, l.version, t.name, t.content, t.given from report_template t join lifecycle l on l.id = t.id and l.state = 'inUse'
     where t.province = ${province}::uuid ${id === undefined ? sql`` : sql`and t.id = ${id}::uuid`}
     order by t.name collate "vi-x-icu", t.id limit 200`.execute(db);
  return rows;
}

/** One of a province; throws notFound. */
export async function ownTemplate(db: Kysely<DB> | Tx, province: string | null, id: string): Promise<OwnTemplate> {
  const [found] = province === null ? [] : await ownTemplates(db, province, id);
  if (found === undefined) throw notFound();
  return found;
}

/** All a report of the province (null: the Ministry) or its communes may be begun with: the ready ones, then its own. */
export async function templatesOf(db: Kysely<DB> | Tx, province: string | null): Promise<Template[]> {
  const own = province === null ? [] : await ownTemplates(db, province);
  return [...TEMPLATES.values(), ...own.map(({ content }) => content)];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A template by its name or id; undefined when the province has none such in use. */
export async function templateOf(
  db: Kysely<DB> | Tx,
  province: string | null,
  id: string,
): Promise<Template | undefined> {
  if (!UUID.test(id)) return TEMPLATES.get(id);
  if (province === null) return undefined;
  return (await ownTemplates(db, province, id))[0]?.content;
}
