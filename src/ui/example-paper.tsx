/** What a good paper looks like, drawn in lines: numbered marks show what must be on it. Never a real paper. */

export type ExampleShape = 'certificate' | 'list' | 'contract' | 'results' | 'photo' | 'screen';

interface Mark {
  readonly x: number;
  readonly y: number;
}

interface Drawing {
  /** Outlines, and lines of writing. */
  readonly lines: string;
  readonly marks: readonly Mark[];
  readonly wide?: boolean;
}

const row = (y: number, from = 16, to = 104) => `M${from} ${y}H${to}`;
const rows = (...all: readonly number[]) => all.map((y) => row(y)).join('');
const SHEET = 'M8 4H112V156H8Z';
const SEAL = 'M92 134a11 11 0 1 1-22 0a11 11 0 1 1 22 0M81 128v12M75 134h12';
const LANDSCAPE = 'M8 4H152V108H8Z';

/** The marks stand in the order of the words beside the drawing. */
const DRAWINGS: Readonly<Record<ExampleShape, Drawing>> = {
  certificate: {
    lines: `${SHEET}${row(18, 16, 56)}${row(18, 64, 104)}${row(38, 34, 86)}${rows(54, 64, 74, 84)}${row(104, 16, 60)}${row(114, 64, 104)}${SEAL}`,
    marks: [
      { x: 100, y: 38 },
      { x: 16, y: 64 },
      { x: 16, y: 104 },
      { x: 62, y: 136 },
    ],
  },
  list: {
    lines: `${SHEET}${row(18, 34, 86)}M16 34H104V112H16ZM16 48H104M16 64H104M16 80H104M16 96H104M28 34V112M62 34V112M84 34V112${row(126, 64, 104)}${SEAL}`,
    marks: [
      { x: 26, y: 18 },
      { x: 45, y: 41 },
      { x: 73, y: 41 },
      { x: 62, y: 136 },
    ],
  },
  contract: {
    lines: `${SHEET}${row(16, 34, 86)}${row(26, 44, 76)}${rows(44, 54, 64, 74, 84, 94)}${row(118, 16, 46)}${row(118, 74, 104)}M18 138q8-12 14 0t14-6M78 138q8-12 12 0t12-6`,
    marks: [
      { x: 100, y: 20 },
      { x: 16, y: 49 },
      { x: 16, y: 84 },
      { x: 60, y: 134 },
    ],
  },
  results: {
    lines: `${SHEET}${row(18, 34, 86)}${rows(32, 42)}M16 54H104V112H16ZM16 66H104M16 78H104M16 90H104M16 101H104M58 54V112M82 54V112${row(122, 16, 54)}${SEAL}`,
    marks: [
      { x: 100, y: 18 },
      { x: 16, y: 37 },
      { x: 70, y: 60 },
      { x: 62, y: 136 },
    ],
  },
  photo: {
    lines: `${LANDSCAPE}M8 88L48 52L72 74L100 40L152 86M40 30a9 9 0 1 1-18 0a9 9 0 1 1 18 0`,
    marks: [
      { x: 78, y: 62 },
      { x: 136, y: 20 },
      { x: 24, y: 98 },
      { x: 136, y: 98 },
    ],
    wide: true,
  },
  screen: {
    lines: `${LANDSCAPE}M8 20H152M16 12H18M24 12H26${row(12, 36, 120)}M18 32H66V72H18Z${row(36, 76, 140)}${row(48, 76, 128)}${row(60, 76, 134)}${row(86, 18, 140)}${row(96, 18, 110)}`,
    marks: [
      { x: 130, y: 12 },
      { x: 42, y: 52 },
      { x: 108, y: 48 },
      { x: 124, y: 96 },
    ],
    wide: true,
  },
};

export interface ExamplePaperProps {
  shape: ExampleShape;
  /** At most four, in the order of the marks: what must be there. */
  words: readonly string[];
}

/** A drawn example with what its numbers mean beside it. */
export function ExamplePaper({ shape, words }: ExamplePaperProps) {
  const { lines, marks, wide } = DRAWINGS[shape];
  const size = wide ? { width: 160, height: 112 } : { width: 120, height: 160 };
  return (
    <div class="example">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} {...size} aria-hidden="true">
        <path class="lines" d={lines} />
        {marks.slice(0, words.length).map(({ x, y }, at) => (
          <g key={`${x}-${y}`}>
            <circle cx={x} cy={y} r="8" />
            <text x={x} y={y + 3.5} text-anchor="middle">
              {at + 1}
            </text>
          </g>
        ))}
      </svg>
      <ol>
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
    </div>
  );
}
