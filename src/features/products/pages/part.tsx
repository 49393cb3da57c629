import {
  type PaperChoice,
  type Part,
  type PartField,
  PartForm,
  type PartValue,
  papersOf,
  partsOn,
} from '#features/record-parts';
import { type Chosen, choices, otherProvince } from '#features/registry';
import { byId, uuid } from '#platform/http/fields';
import { type Page, page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { factsOf, getProduct, type ProductRow } from '../record.ts';
import { type OfferedSet, offeredSets } from '../sets.ts';
import { pathsOf, productPaths } from '../urls.ts';

interface Data {
  readonly row: ProductRow;
  /** What stands there now; null for a new one. */
  readonly value: PartValue | null;
  readonly item: string | undefined;
  readonly chosen: Chosen | null;
  readonly papers: readonly PaperChoice[];
  readonly sets: readonly OfferedSet[];
}

/** The form of one part of a product's record; `?muc=` opens one of several. */
export function productPartPage(part: Part): Page {
  const holds = (as: PartField['as']) => part.fields.some((field) => field.as === as);
  return page({
    permission: part.act,
    params: byId,
    query: otherProvince.extend({ muc: uuid().optional().catch(undefined) }),
    subject: ({ id }) => id,
    shell: 'auto',
    async load(ctx, { id }, { tinh, muc }): Promise<Data | ReturnType<typeof redirect>> {
      const row = await getProduct(ctx.db, id, ctx.day);
      if (row.joinedInto !== null) return redirect(productPaths.one(row.joinedInto));
      const facts = await factsOf(ctx.db, id, part.key);
      const [on] = partsOn([part], row.columns, facts, { day: ctx.day, today: ctx.day });
      const item = muc === undefined ? undefined : on?.items.find((one) => one.item === muc);
      if (muc !== undefined && !item) throw notFound();
      return {
        ...{ row, item: muc, value: part.many ? (item?.value ?? null) : (on?.value ?? null) },
        chosen: holds('commune') ? await choices(ctx.db, tinh ?? row.province, ctx.day) : null,
        papers: holds('paper') && row.producer !== null ? await papersOf(ctx.db, row.producer) : [],
        sets: holds('set') ? await offeredSets(ctx.day, row.set) : [],
      };
    },
    head: ({ row, value }, ctx) => ({
      title: `${part.many && !value ? `Thêm ${part.many.one}` : part.title} – ${row.name}`,
      up: { href: productPaths.one(row.id), words: row.name },
      here: ctx.actor.role === 'producer' ? '/cua-toi/san-pham' : '/so-san-pham',
    }),
    view: ({ row, value, item, chosen, papers, sets }, ctx) => (
      <PartForm
        part={part}
        of={{ href: productPaths.one(row.id), version: row.version }}
        paths={pathsOf(row.id)}
        value={value}
        item={item}
        offers={{ chosen, papers, sets }}
        state={ctx.form(part.act)}
      />
    ),
  }) as Page;
}
