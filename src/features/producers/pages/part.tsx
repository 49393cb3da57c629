import {
  type PaperChoice,
  type Part,
  type PartField,
  PartForm,
  type PartValue,
  papersOf,
} from '#features/record-parts';
import { type Chosen, choices, otherProvince } from '#features/registry';
import { byId, uuid } from '#platform/http/fields';
import { type Page, page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { factsOf, getProducer, type ProducerRow, recordOn } from '../record.ts';
import { pathsOf, producerPaths } from '../urls.ts';

interface Data {
  readonly row: ProducerRow;
  /** What stands there now; null for a new one. */
  readonly value: PartValue | null;
  readonly item: string | undefined;
  readonly chosen: Chosen | null;
  readonly papers: readonly PaperChoice[];
}

/** The form of one part of the record; `?muc=` opens one of several. */
export function partPage(part: Part): Page {
  const holds = (as: PartField['as']) => part.fields.some((field) => field.as === as);
  return page({
    permission: part.act,
    params: byId,
    query: otherProvince.extend({ muc: uuid().optional().catch(undefined) }),
    subject: ({ id }) => id,
    shell: 'auto',
    async load(ctx, { id }, { tinh, muc }): Promise<Data | ReturnType<typeof redirect>> {
      const row = await getProducer(ctx.db, id, ctx.day);
      if (row.joinedInto !== null) return redirect(producerPaths.one(row.joinedInto));
      const on = recordOn(row, await factsOf(ctx.db, id), ctx.day, ctx.day).find((one) => one.part.key === part.key);
      const item = muc === undefined ? undefined : on?.items.find((one) => one.item === muc);
      if (muc !== undefined && !item) throw notFound();
      return {
        ...{ row, item: muc, value: part.many ? (item?.value ?? null) : (on?.value ?? null) },
        chosen: holds('commune') ? await choices(ctx.db, tinh ?? row.province, ctx.day) : null,
        papers: holds('paper') ? await papersOf(ctx.db, id) : [],
      };
    },
    personal: (_data, { id }) => ({ subject: id, what: `producer ${part.key}` }),
    head: ({ row, value }) => ({
      title: `${part.many && !value ? `Thêm ${part.many.one}` : part.title} – ${row.name}`,
      up: { href: producerPaths.one(row.id), words: row.name },
    }),
    view: ({ row, value, item, chosen, papers }, ctx) => (
      <PartForm
        part={part}
        of={{ href: producerPaths.one(row.id), version: row.version }}
        paths={pathsOf(row.id)}
        value={value}
        item={item}
        offers={{ chosen, papers }}
        state={ctx.form(part.act)}
      />
    ),
  }) as Page;
}
