import type { ComponentChildren } from 'preact';

/** One fact: its name, its value, a smaller line below it. */
export interface Fact {
  term: string;
  value: ComponentChildren;
  sub?: ComponentChildren;
}

/** Names and values under each other, one line under each. Facts without a value are left out. */
export function FactsList({ facts }: { facts: readonly (Fact | null | undefined | false)[] }) {
  const shown = facts.filter((fact): fact is Fact => Boolean(fact));
  return (
    <dl class="facts">
      {shown.map(({ term, value, sub }) => [
        <dt key={term}>{term}</dt>,
        <dd key={`${term}-value`}>
          {value}
          {sub && <span class="sm mut block">{sub}</span>}
        </dd>,
      ])}
    </dl>
  );
}
