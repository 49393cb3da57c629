/** What the pages of a record share: one part of it, read or to be changed. */
import type { ComponentChildren } from 'preact';
import { Button, FactsList, formatDay } from '#ui';
import { type Item, type PartOn, wordsOf } from './facts.ts';
import type { Part, PartValue } from './schema.ts';

interface Shown {
  readonly on: PartOn;
  /** Where the part is changed; null: read only. */
  readonly edit: PartPaths | null;
  /** What stands above the part's own words: a drawing, its pictures. */
  readonly children?: ComponentChildren;
}

/** Where a part of a record is changed, and one of several in it. */
export interface PartPaths {
  part(path: string): string;
  item(path: string, item: string): string;
}

/** One part of the record: what it says, since when, and the way to change it. */
export function PartSection({ on, edit, children }: Shown) {
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
            href={edit.part(part.path)}
            label={`${part.many || empty ? 'Thêm' : 'Sửa'}: ${part.title}`}
          >
            {part.many || empty ? 'Thêm' : 'Sửa'}
          </Button>
        )}
      </div>
      {children}
      {empty && <p class="mut">Chưa ghi.</p>}
      {value && <FactsList facts={factsOf(part, value)} />}
      {value && since && <p class="sm mut">Như vậy từ ngày {formatDay(since)}.</p>}
      {items.length > 0 && (
        <ul class="border-t border-line">
          {items.map((item) => (
            <ItemRow key={item.item} part={part} item={item} edit={edit} />
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

function ItemRow({ part, item, edit }: { part: Part; item: Item; edit: PartPaths | null }) {
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
          <Button small icon="pen" href={edit.item(part.path, item.item)} label={`Sửa ${part.many?.one ?? ''}`}>
            Sửa
          </Button>
        )}
      </div>
    </li>
  );
}
