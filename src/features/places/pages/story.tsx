import type { Day } from '#platform/clock';
import { formatDay, type Step, Timeline } from '#ui';
import type { KinLine, UnitStory, VersionLine } from '../queries.ts';
import { placeUrl } from '../urls.ts';

/** What the unit was called and where it lay, what it came from and what it became, with day and act. */
export function Story({ story, today }: { story: UnitStory; today: Day }) {
  return (
    <section class="stack-2">
      <h2>Qua các thời kỳ</h2>
      <Timeline label="Qua các thời kỳ" steps={stepsOf(story, today)} />
    </section>
  );
}

function stepsOf({ formers, versions, successors, validTo }: UnitStory, today: Day): Step[] {
  const begun = versions[0]?.from ?? null;
  const steps: Step[] = [];
  if (formers.length > 0) {
    steps.push({
      state: 'done',
      what: begun === null ? 'Có phần từ đơn vị đã nhập vào' : `Lập từ ${formers.length} đơn vị`,
      when: whenOf(formers),
      note: <Kin lines={formers} />,
    });
  }
  for (const [n, version] of versions.entries()) steps.push(versionStep(version, n, today));
  if (successors.length > 0) {
    const ended = validTo !== null;
    steps.push({
      state: ended ? 'stop' : 'now',
      what: ended
        ? `Nhập vào ${successors.length === 1 ? 'đơn vị mới' : `${successors.length} đơn vị`}`
        : 'Một phần chuyển sang đơn vị khác',
      when: whenOf(successors),
      note: <Kin lines={successors} />,
    });
  }
  return steps;
}

function versionStep({ from, to, place, code, act }: VersionLine, n: number, today: Day): Step {
  const now = (from === null || from <= today) && (to === null || to >= today);
  const span = from === null ? 'Từ trước 01/11/2021' : `Từ ${formatDay(from)}`;
  return {
    state: now ? 'now' : to !== null && to < today ? 'done' : 'next',
    what: n === 0 ? place : `Là ${place}`,
    when: [to === null ? span : `${span} đến ${formatDay(to)}`, code === null ? null : `mã ${code}`, actWords(act)]
      .filter(Boolean)
      .join(', '),
  };
}

const actWords = (act: string | null) => (act === null ? null : `văn bản ${act}`);

function whenOf(lines: readonly KinLine[]): string {
  const days = [...new Set(lines.map(({ on }) => on))];
  const acts = [...new Set(lines.map(({ act }) => act).filter((act) => act !== null))];
  const [day] = days.length === 1 ? days : [null];
  return [
    day == null ? 'Nguồn không ghi ngày' : `Từ ngày ${formatDay(day)}`,
    acts.length > 0 ? `văn bản ${acts.join('; ')}` : null,
  ]
    .filter(Boolean)
    .join(', ');
}

function Kin({ lines }: { lines: readonly KinLine[] }) {
  return (
    <ul class="plain">
      {lines.map(({ unit, place, part }) => (
        <li key={unit}>
          <a href={placeUrl(unit)}>{place}</a>
          {part === 'partial' && <span class="mut"> (một phần)</span>}
        </li>
      ))}
    </ul>
  );
}
