import { Note } from '#ui';
import type { StoredResult } from '../results-read.ts';

/** One list of star marks: met, or each missing criterion with what it needs and what the sheets gave. */
export function Gate({
  star,
  result,
  titles,
}: {
  star: 3 | 4 | 5;
  result: StoredResult;
  /** What each criterion is called, by its code. */
  titles: ReadonlyMap<string, string>;
}) {
  const gate = result.gates[star];
  if (gate.met) return <Note kind="good" title={`Điều kiện ${star} sao: đủ.`} />;
  return (
    <Note kind="soon" title={`Điều kiện ${star} sao: thiếu ${gate.missing.length}.`}>
      <ul>
        {gate.missing.map((one) => (
          <li key={one.criterion}>
            Tiêu chí {one.criterion} {titles.get(one.criterion)}: cần {one.needs} điểm, các phiếu cho{' '}
            {one.got.join(', ')} điểm
          </li>
        ))}
      </ul>
    </Note>
  );
}
