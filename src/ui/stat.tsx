import type { ComponentChildren } from 'preact';

export interface Figure {
  label: string;
  /** Already written: "61", "1.234". */
  value: string;
  /** The list behind the figure. */
  href: string;
  /** Rate or plan: "Đạt 174,3% kế hoạch". */
  sub?: ComponentChildren;
}

/** One figure large, two others beside it, in one frame; every figure leads to its list. */
export function StatBlock({ main, others }: { main: Figure; others: readonly Figure[] }) {
  return (
    <div class="statbox">
      <div>
        <p class="ink2">{main.label}</p>
        <p>
          <a class="bigno" href={main.href}>
            {main.value}
          </a>
        </p>
        {main.sub && <p class="sm">{main.sub}</p>}
      </div>
      {others.map((figure) => (
        <div key={figure.label}>
          <p class="ink2">{figure.label}</p>
          <p>
            <a class="midno" href={figure.href}>
              {figure.value}
            </a>
          </p>
          {figure.sub && <p class="sm ink2">{figure.sub}</p>}
        </div>
      ))}
    </div>
  );
}

export interface BarRow {
  label: string;
  value: number;
  /** How the value is written; the number itself if left out. */
  words?: string | undefined;
  href?: string | undefined;
}

/** Bars with their words in HTML; the longest fills the width. */
export function BarList({ rows, caption }: { rows: readonly BarRow[]; caption: string }) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <dl class="bars" aria-label={caption}>
      {rows.map(({ label, value, words, href }) => (
        <div key={label}>
          <dt>{href ? <a href={href}>{label}</a> : label}</dt>
          <dd>
            <svg aria-hidden="true">
              <rect width={`${((value / most) * 100).toFixed(2)}%`} height="14" />
            </svg>
            <b class="num">{words ?? value}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
