import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icons.tsx';

export interface Chip {
  href: string;
  words: string;
  count?: number | undefined;
  on?: boolean | undefined;
  icon?: IconName | undefined;
  /** A chosen filter: pressing it takes it away. */
  removes?: boolean | undefined;
}

/** Ready-made filters of a list as plain links; the chosen one is filled with ink. */
export function Chips({
  chips,
  label,
  children,
}: {
  chips: readonly Chip[];
  label: string;
  children?: ComponentChildren;
}) {
  return (
    <nav class="chips" aria-label={label}>
      {chips.map(({ href, words, count, on, icon, removes }) => (
        <a key={href} class="chip" href={href} aria-current={on || removes ? 'true' : undefined}>
          {icon && <Icon name={icon} />}
          {removes && <span class="sr">Bỏ lọc: </span>}
          {words}
          {count !== undefined && <span>{count}</span>}
          {removes && <Icon name="cross" />}
        </a>
      ))}
      {children}
    </nav>
  );
}

export interface FacetWay {
  href: string;
  words: ComponentChildren;
  count?: number | undefined;
  on?: boolean | undefined;
}

/** One question of a filter column, each answer a link that adds or takes it away, with its count. */
export function Facet({
  title,
  ways,
  children,
}: {
  title: string;
  ways?: readonly FacetWay[] | undefined;
  children?: ComponentChildren;
}) {
  return (
    <section class="facet">
      <h3>{title}</h3>
      {children}
      {ways && (
        <ul>
          {ways.map(({ href, words, count, on }) => (
            <li key={href}>
              <a href={href} aria-current={on ? 'true' : undefined}>
                <span class="tick">
                  <Icon name="check" />
                </span>
                <span class="w">{words}</span>
                {count !== undefined && <span class="n">{count}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The column of filters; on a phone it is folded behind one button. */
export function Filters({
  title = 'Lọc',
  open,
  children,
}: {
  title?: string | undefined;
  open?: boolean | undefined;
  children: ComponentChildren;
}) {
  return (
    <details class="filters" open={open}>
      <summary class="btn">
        <Icon name="filter" />
        {title}
      </summary>
      <div class="inside">
        <h2 class="wide text-lg">{title}</h2>
        {children}
      </div>
    </details>
  );
}

/** One question of a list's filter line as a select; the first way, empty, asks nothing. */
export function FilterSelect({
  name,
  label,
  chosen,
  ways,
}: {
  name: string;
  label: string;
  chosen: string | undefined;
  ways: readonly (readonly [value: string, words: string])[];
}) {
  return (
    <select class="inp max-w-56" name={name} aria-label={label}>
      <option value="">{label}: tất cả</option>
      {ways.map(([value, words]) => (
        <option key={value} value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** The end of a list by keys: how many are shown, and "Xem thêm" when more follow. */
export function LoadMore({
  said,
  href,
  words = 'Xem thêm',
}: {
  said?: ComponentChildren;
  href?: string | null | undefined;
  words?: string | undefined;
}) {
  if (!said && !href) return null;
  return (
    <div class="more">
      <span class="sm mut">{said}</span>
      {href && (
        <Button href={href} iconAfter="right">
          {words}
        </Button>
      )}
    </div>
  );
}
