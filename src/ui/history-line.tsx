import type { ComponentChildren } from 'preact';

/** A field before and after a change, in words; null: there was nothing, or it was taken away. */
interface OldAndNew {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface HistoryLineProps {
  /** What was done. */
  readonly what: ComponentChildren;
  readonly changes: readonly OldAndNew[];
  readonly reason: string | null;
  /** When and by whom. */
  readonly told: ComponentChildren;
}

/** One line of what happened to a record: the act, what it changed, why, when and by whom. Stands in an `ol`. */
export function HistoryLine({ what, changes, reason, told }: HistoryLineProps) {
  return (
    <li class="stack-2 border-b border-line py-4">
      <p>{what}</p>
      {changes.length > 0 && (
        <dl class="facts">
          {changes.map((change) => [
            <dt key={change.label}>{change.label}</dt>,
            <dd key={`${change.label} nay`}>
              <Change {...change} />
            </dd>,
          ])}
        </dl>
      )}
      {reason !== null && <p class="ink2">Lý do: {reason}</p>}
      <p class="sm mut">{told}</p>
    </li>
  );
}

function Change({ before, after }: OldAndNew) {
  if (before === null) return <>{after}</>;
  return (
    <>
      <del class="mut">
        <span class="sr">Trước: </span>
        {before}
      </del>{' '}
      {after === null ? (
        <span class="ink2">(bỏ)</span>
      ) : (
        <ins class="no-underline">
          <span class="sr">Nay: </span>→ {after}
        </ins>
      )}
    </>
  );
}
