import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';
import { Slats } from './slats.tsx';

export interface Seat {
  /** Office and part: "Sở Công Thương", "Lãnh đạo UBND tỉnh, Chủ tịch". */
  name: string;
  present: boolean;
  note?: string | undefined;
}

/** Who is there, as seats, and whether that is enough, in words; before the day: who is called. */
export function Seats({
  seats,
  quorum,
  enough,
  called = false,
  present: here = 'Có mặt',
}: {
  seats: readonly Seat[];
  quorum: string;
  enough: boolean;
  /** The session has not begun: those who have not excused themselves are expected, not present. */
  called?: boolean | undefined;
  /** What is said of those who are not away; nobody is present where opinions are asked for in writing. */
  present?: string;
}) {
  const said = called ? 'Dự kiến dự' : here;
  const present = seats.filter((seat) => seat.present).length;
  return (
    <section class="box stack-2">
      <div class="row between">
        <h2 class="text-lg">
          {said} {present} trong {seats.length}
        </h2>
        <p class={`row tight line text-sm font-semibold ${enough ? 'text-bamboo' : 'text-clay'}`}>
          <Icon name={enough ? 'check' : 'warn'} />
          {quorum}
        </p>
      </div>
      <Slats
        slats={seats.map((seat) => (seat.present ? 'done' : 'missing'))}
        said={`${present} người ${said.toLocaleLowerCase('vi')}`}
        hideWords
      />
      <ul class="seats">
        {seats.map(({ name, present: there, note }) => (
          <li key={name} class={there ? 'seat' : 'seat no'}>
            <Cell state={there ? 'in' : 'out'} said={there ? said : 'Vắng'} />
            <span>
              {name}
              {note && <span class="xs block">{note}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export type CellState = 'in' | 'out' | 'recused' | 'absent';

const ICONS: Record<CellState, IconName | undefined> = {
  in: 'check',
  out: undefined,
  recused: undefined,
  absent: 'minus',
};
const WORDS: Record<CellState, string> = { in: 'Đã nộp', out: 'Chưa nộp', recused: 'Tránh', absent: 'Vắng' };

/** One cell of the matrix: its shape and its word. */
function Cell({ state, said = WORDS[state] }: { state: CellState; said?: string }) {
  const icon = ICONS[state];
  return (
    <span class={`cell ${state}`} role="img" aria-label={said} title={said}>
      {icon && <Icon name={icon} />}
    </span>
  );
}

export interface MatrixRow {
  name: string;
  who?: string | undefined;
  href?: string | undefined;
  cells: readonly CellState[];
  /** "8/8", an act, a tag. */
  end?: ComponentChildren;
}

/** Who has submitted a sheet for which product; says nothing about points. */
export function SubmittedMatrix({
  members,
  rows,
  caption,
}: {
  members: readonly string[];
  rows: readonly MatrixRow[];
  caption: string;
}) {
  return (
    <>
      <table class="mx">
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Sản phẩm</th>
            {members.map((member) => (
              <th key={member} scope="col">
                {member}
              </th>
            ))}
            <th scope="col">Đã nộp</th>
            <th scope="col">
              <span class="sr">Việc</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const done = row.cells.filter((cell) => cell === 'in').length;
            const of = row.cells.filter((cell) => cell === 'in' || cell === 'out').length;
            return (
              <tr key={row.name}>
                <th scope="row">
                  <b>{row.href ? <a href={row.href}>{row.name}</a> : row.name}</b>
                  {row.who && <span class="mut block">{row.who}</span>}
                </th>
                {row.cells.map((cell, i) => (
                  <td key={members[i]}>
                    <Cell state={cell} said={`${members[i]}: ${WORDS[cell]}`} />
                  </td>
                ))}
                <td class="num">
                  <b>{done}</b>
                  <span class="mut">/{of}</span>
                </td>
                <td class="end">{row.end}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="legend" aria-hidden="true">
        {(['in', 'out', 'recused', 'absent'] as const).map((state) => (
          <span key={state}>
            <Cell state={state} /> {state === 'recused' ? 'Tránh vì xung đột lợi ích' : WORDS[state]}
          </span>
        ))}
      </p>
    </>
  );
}

export interface OpenedProduct {
  name: string;
  who?: string | undefined;
  href?: string | undefined;
  /** Total of each member's sheet. */
  points: readonly number[];
  /** The exact mean: its sum and count, and how it is written ("84,62"). */
  mean: { sum: number; count: number; words: string };
  /** The band of the resulting star: from, to. */
  band: readonly [number, number];
  /** The range is beyond the limit. */
  over?: boolean | undefined;
  /** Star row or tag, and what follows. */
  result: ComponentChildren;
}

/** A product after its sheets were opened: dots over the band of the star, the range, the mean, the star. */
export function OpenedRow(product: OpenedProduct) {
  const { name, who, href, mean, result } = product;
  return (
    <article class="opened">
      <div>
        <h3 class="text-base">{href ? <a href={href}>{name}</a> : name}</h3>
        {who && <p class="sm mut">{who}</p>}
      </div>
      <DotPlot {...product} />
      <p class="mean">
        <span class="sr">Trung bình </span>
        {mean.words} <span class="sm">điểm</span>
      </p>
      <div class="stack-2">{result}</div>
    </article>
  );
}

const AXIS = 76;

/** The members' totals as dots on the scale; a sentence says the same for readers. */
function DotPlot({ points, mean, band, over }: OpenedProduct) {
  const least = Math.min(...points);
  const most = Math.max(...points);
  const from = Math.max(0, Math.floor((Math.min(least, band[0]) - 5) / 10) * 10);
  const to = Math.min(100, Math.ceil((Math.max(most, band[1]) + 5) / 10) * 10);
  const at = (value: number) => `${(((value - from) / (to - from)) * 94 + 3).toFixed(2)}%`;
  const ticks = Array.from({ length: (to - from) / 10 + 1 }, (_, i) => from + i * 10);
  const seen = new Map<number, number>();
  const dots = [...points]
    .sort((a, b) => a - b)
    .map((value) => {
      const level = seen.get(value) ?? 0;
      seen.set(value, level + 1);
      return { value, level };
    });
  const average = mean.sum / mean.count;
  return (
    <svg
      class="dots"
      role="img"
      aria-label={`${points.length} phiếu từ ${least} đến ${most} điểm, trung bình ${mean.words}`}
    >
      <rect class="band" x={at(Math.max(band[0], from))} y="14" width={widthOf(band, from, to)} height={AXIS - 14} />
      <line class="axis" x1="1%" x2="99%" y1={AXIS} y2={AXIS} />
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="axis" x1={at(tick)} x2={at(tick)} y1={AXIS} y2={AXIS + 6} />
          <text x={at(tick)} y={AXIS + 22}>
            {tick}
          </text>
        </g>
      ))}
      <line class={over ? 'span over' : 'span'} x1={at(least)} x2={at(most)} y1="20" y2="20" />
      <line class={over ? 'span over' : 'span'} x1={at(least)} x2={at(least)} y1="14" y2="26" />
      <line class={over ? 'span over' : 'span'} x1={at(most)} x2={at(most)} y1="14" y2="26" />
      <line class="mean" x1={at(average)} x2={at(average)} y1="32" y2={AXIS} />
      {dots.map(({ value, level }) => (
        <circle key={`${value}-${level}`} cx={at(value)} cy={AXIS - 7 - level * 12} r="5.5" />
      ))}
    </svg>
  );
}

function widthOf(band: readonly [number, number], from: number, to: number): string {
  const width = ((Math.min(band[1], to) - Math.max(band[0], from)) / (to - from)) * 94;
  return `${Math.max(0, width).toFixed(2)}%`;
}
