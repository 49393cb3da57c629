import { Note } from '#ui';
import type { StoredResult } from '../results-read.ts';

/** One list of star marks: met, or each missing criterion with what it needs and what the sheets gave. */
export function Gate({ star, result }: { star: 3 | 4 | 5; result: StoredResult }) {
  const gate = result.gates[star];
  if (gate.met) return <Note kind="good" title={`Điều kiện ${star} sao: đủ.`} />;
  return (
    <Note kind="soon" title={`Điều kiện ${star} sao: thiếu ${gate.missing.length}.`}>
      <ul>
        {gate.missing.map((one) => (
          <li key={one.criterion}>
            Tiêu chí {one.criterion}: cần {one.needs} điểm, các phiếu cho {one.got.join(', ')}
          </li>
        ))}
      </ul>
    </Note>
  );
}
