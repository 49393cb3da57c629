/** What the pages of a producer's record share. */
import type { ComponentChildren } from 'preact';
import { Button, FactsList, formatDay } from '#ui';
import { type Item, wordsOf } from '../facts.ts';
import type { PartOn } from '../record.ts';
import type { Part, PartValue } from '../sections.ts';
import { producerPaths } from '../urls.ts';

interface Shown {
  readonly id: string;
  readonly on: PartOn;
  /** Null: read only. */
  readonly edit: boolean;
}

/** One part of the record: what it says, since when, and the way to change it. */
export function PartSection({ id, on, edit }: Shown) {
  const { part, value, since, items } = on;
  const heading = `phan-${part.key}`;
  const empty = part.many ? items.length === 0 : value === null;
  return (
    <section class="stack" aria-labelledby={heading}>
      <div class="row between line">
        <h2 id={heading} class="text-lg">
          {part.title}
        </h2>
        {edit && (
          <Button
            small
            icon={part.many || empty ? 'plus' : 'pen'}
            href={producerPaths.part(id, part.path)}
            label={`${part.many || empty ? 'Thêm' : 'Sửa'}: ${part.title}`}
          >
            {part.many || empty ? 'Thêm' : 'Sửa'}
          </Button>
        )}
      </div>
      {empty && <p class="mut">Chưa ghi.</p>}
      {value && <FactsList facts={factsOf(part, value)} />}
      {value && since && <p class="sm mut">Như vậy từ ngày {formatDay(since)}.</p>}
      {items.length > 0 && (
        <ul class="border-t border-line">
          {items.map((item) => (
            <ItemRow key={item.item} id={id} part={part} item={item} edit={edit} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What a part says, field by field; a paper leads to its page. */
export function factsOf(part: Part, value: PartValue): { term: string; value: ComponentChildren }[] {
  return part.fields.flatMap((field) => {
    const words = wordsOf(field, value);
    if (words === null || words === '') return [];
    const paper = field.as === 'paper' && <a href={`/giay-to/${String(value.paper)}`}>{words}</a>;
    return [
      {
        term: field.label,
        value: paper || <span class={field.as === 'lines' ? 'whitespace-pre-line' : undefined}>{words}</span>,
      },
    ];
  });
}

function ItemRow({ id, part, item, edit }: { id: string; part: Part; item: Item; edit: boolean }) {
  const facts = factsOf(part, item.value);
  const [first, ...rest] = facts;
  return (
    <li class="border-b border-line py-3">
      <div class="row between line">
        <div class="grow">
          <p class="font-semibold">
            {first?.value}
            {!item.runs && <span class="sm mut"> (không còn hoặc chưa có hiệu lực)</span>}
          </p>
          <p class="sm ink2">
            {rest.map(({ term, value }, at) => (
              <span key={term}>
                {at > 0 && ' · '}
                {term}: {value}
              </span>
            ))}
          </p>
        </div>
        {edit && (
          <Button
            small
            icon="pen"
            href={producerPaths.item(id, part.path, item.item)}
            label={`Sửa ${part.many?.one ?? ''}`}
          >
            Sửa
          </Button>
        )}
      </div>
    </li>
  );
}
