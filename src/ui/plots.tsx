import { Fragment } from 'preact';
import { formatNumber } from './format.ts';

/** One part of a column; its look is one of the inks of plots. */
export interface PlotPart {
  label: string;
  value: number;
  look: 'a' | 'b' | 'c' | 'd';
}

export interface PlotColumn {
  /** "2021", "22/11/2026". */
  label: string;
  parts: readonly PlotPart[];
  /** The list behind the column. */
  href?: string | undefined;
}

/** A piece of a column in a square of 100: measured from the top. */
export interface PlotPiece {
  y: number;
  height: number;
  look: PlotPart['look'];
}

const sumOf = (parts: readonly PlotPart[]): number => parts.reduce((sum, { value }) => sum + value, 0);

/** Where the parts of each column stand: the first at the bottom, the highest column fills its square of 100. */
export function plotPieces(columns: readonly Pick<PlotColumn, 'parts'>[]): PlotPiece[][] {
  const most = Math.max(1, ...columns.map(({ parts }) => sumOf(parts)));
  return columns.map(({ parts }) => {
    let below = 0;
    return parts.flatMap(({ value, look }) => {
      below += value;
      const height = (value / most) * 100;
      return value > 0 ? [{ y: 100 - (below / most) * 100, height, look }] : [];
    });
  });
}

interface ColumnPlotProps {
  caption: string;
  columns: readonly PlotColumn[];
  /** What is counted: "sản phẩm". */
  unit: string;
}

/** Columns over time with their sums in words, what the inks mean, and the same numbers as a table one tap away. */
export function ColumnPlot({ caption, columns, unit }: ColumnPlotProps) {
  const pieces = plotPieces(columns);
  const looks = columns[0]?.parts ?? [];
  return (
    <figure class="plot" aria-label={caption}>
      <ol>
        {columns.map(({ label, parts, href }, at) => (
          <li key={label}>
            <b class="num">{href ? <a href={href}>{formatNumber(sumOf(parts))}</a> : formatNumber(sumOf(parts))}</b>
            <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
              {pieces[at]?.map((piece) => (
                <rect
                  key={piece.look}
                  class={piece.look}
                  x="0"
                  y={piece.y.toFixed(2)}
                  width="10"
                  height={piece.height.toFixed(2)}
                />
              ))}
            </svg>
            <span class="sr">{unit}, </span>
            <span>{label}</span>
          </li>
        ))}
      </ol>
      {looks.length > 1 && (
        <ul class="inks" aria-hidden="true">
          {looks.map(({ label, look }) => (
            <li key={label}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <rect class={look} x="1" y="1" width="14" height="14" />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>Xem bảng số</summary>
        <PlotTable caption={caption} columns={columns} />
      </details>
    </figure>
  );
}

function PlotTable({ caption, columns }: Pick<ColumnPlotProps, 'caption' | 'columns'>) {
  const looks = columns[0]?.parts ?? [];
  return (
    <div class="tbwrap">
      <table class="tb">
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Thời điểm</th>
            {looks.map(({ label }) => (
              <th key={label} scope="col" class="r">
                {label}
              </th>
            ))}
            {looks.length > 1 && (
              <th scope="col" class="r">
                Cộng
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ label, parts }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {parts.map((part) => (
                <td key={part.label} class="r">
                  {formatNumber(part.value)}
                </td>
              ))}
              {looks.length > 1 && <td class="r">{formatNumber(sumOf(parts))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One whole in its parts side by side, each with its number and share in words below. */
export function ShareBar({ caption, parts }: { caption: string; parts: readonly (PlotPart & { href?: string })[] }) {
  const whole = sumOf(parts);
  const shown = parts.filter(({ value }) => value > 0);
  let from = 0;
  return (
    <figure class="plot share" aria-label={caption}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {shown.map(({ value, look }) => {
          const x = (from / whole) * 100;
          from += value;
          return (
            <rect
              key={look}
              class={look}
              x={x.toFixed(2)}
              y="0"
              width={((value / whole) * 100).toFixed(2)}
              height="10"
            />
          );
        })}
      </svg>
      <dl>
        {parts.map(({ label, value, look, href }) => (
          <Fragment key={label}>
            <dt>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <rect class={look} x="1" y="1" width="14" height="14" />
              </svg>
              {label}
            </dt>
            <dd>
              <b class="num">{href ? <a href={href}>{formatNumber(value)}</a> : formatNumber(value)}</b>
              {whole > 0 && <span class="mut"> {formatNumber(Math.round((value / whole) * 1000) / 10)}%</span>}
            </dd>
          </Fragment>
        ))}
      </dl>
    </figure>
  );
}
