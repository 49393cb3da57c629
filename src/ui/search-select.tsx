import { type Choice, PickRow } from './choices.tsx';
import { type FieldBase, FieldFrame, oneOf, useTie } from './field.tsx';
import { useField, useFieldId } from './form.tsx';

export interface SearchSelectProps extends Omit<FieldBase, 'value'> {
  /** What was searched for, and what was found; the server answers both. */
  query?: string | undefined;
  found?: readonly Choice[] | undefined;
  /** The kept choice. */
  chosen?: Choice | undefined;
  /** Address that answers <SearchFound> for `?_q.<name>=…`; with it the list follows the typing. */
  source?: string | undefined;
  /** Address of this page: without JavaScript "Tìm" asks it again with everything typed in the query. */
  page: string;
}

/** Field name of the words searched for; it belongs to the machinery and is never part of the message. */
export function searchName(name: string): string {
  return `_q.${name}`;
}

/**
 * Chooses from a long list by typing. Sends `name`, the choice. The list follows the typing; without JavaScript the
 * button "Tìm" opens the page again with the words (`searchName`) in its query, and the server shows what it found.
 */
export function SearchSelect(props: SearchSelectProps) {
  const field = useField(props.name);
  const words = useField(searchName(props.name));
  const error = props.error ?? field.error;
  const id = useFieldId(props.name);
  return (
    <FieldFrame {...props} error={error}>
      {props.chosen && (
        <div class="picks boxed mb-2">
          <PickRow type="radio" name={props.name} choice={props.chosen} on first={false} />
        </div>
      )}
      <div class="unit-row">
        <input
          class="inp"
          type="search"
          value={oneOf(words.typed) ?? props.query}
          autocomplete="off"
          data-hx-get={props.source}
          data-hx-trigger={props.source ? 'input changed delay:250ms' : undefined}
          data-hx-target={props.source ? `#${id}-found` : undefined}
          {...useTie(props.name, props.hint, error)}
          name={searchName(props.name)}
        />
        <button class="btn" type="submit" formMethod="get" formAction={props.page} formNoValidate>
          Tìm
        </button>
      </div>
      <div id={`${id}-found`} aria-live="polite">
        {props.found && <SearchFound name={props.name} found={props.found} />}
      </div>
    </FieldFrame>
  );
}

/** What a search found, as radios; the answer of a SearchSelect's source. */
export function SearchFound({ name, found }: { name: string; found: readonly Choice[] }) {
  if (found.length === 0) return <p class="hint mt-2">Không thấy. Thử tên ngắn hơn, không cần gõ dấu.</p>;
  return (
    <div class="picks boxed mt-2">
      {found.map((choice) => (
        <PickRow key={choice.value} type="radio" name={name} choice={choice} on={false} first={false} />
      ))}
    </div>
  );
}
