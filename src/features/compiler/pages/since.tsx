import { formatDay, formatMoment, formatNumber, Note } from '#ui';
import type { Explained, Moved } from '../kept-rows.ts';
import type { Since } from '../since.ts';
import type { NewerSource } from '../sources.ts';
import { reportPaths } from '../urls.ts';

const shown = (value: number | null): string => (value === null ? 'chưa có' : formatNumber(value));

/** Says that today's records give other figures than those sent, figure by figure, and what changed since. */
export function SinceNote({ since: { changed, causes, newer } }: { since: Since }) {
  if (changed.length === 0 && newer.length === 0)
    return <Note kind="good">Hỏi lại hôm nay vẫn ra đúng các số đã gửi.</Note>;
  return (
    <div class="note soon">
      <div class="stack-2">
        <h2 class="text-base">Đã thay đổi từ khi gửi</h2>
        <p>
          Bản đã gửi giữ nguyên.
          {changed.length > 0 && ' Cùng câu hỏi, hôm nay các số sau khác đi:'}
        </p>
        <ul class="stack-2">
          {changed.map(({ figure, label, asOf, sent, now, list, explained }) => (
            <li key={`${figure} ${asOf}`}>
              {label} (đến ngày {formatDay(asOf)}): đã gửi {shown(sent)}, nay{' '}
              {list === null ? shown(now) : <a href={list.replace('/api/v1/figures/', '/so-lieu/')}>{shown(now)}</a>}
              <Explanation explained={explained} />
            </li>
          ))}
        </ul>
        {newer.length > 0 && <Newer newer={newer} />}
        {causes.length > 0 && (
          <details>
            <summary>Hồ sơ đổi từ {formatMoment(causes[0]?.at ?? new Date(0))}</summary>
            <ul class="stack-2">
              {causes.map(({ no, at, verb, name }) => (
                <li key={no}>
                  {formatMoment(at)}: {verb}
                  {name && `, ${name}`}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}

/** Provinces that sent another version than the one this report was made of. */
const Newer = ({ newer }: { newer: readonly NewerSource[] }) => (
  <>
    <p>Báo cáo của tỉnh gửi sau khi lập:</p>
    <ul class="stack-2">
      {newer.map(({ name, report, used, now, givenBack }) => (
        <li key={name}>
          {report === null ? name : <a href={reportPaths.one(report)}>{name}</a>}: khi lập{' '}
          {used === null ? 'chưa gửi' : `dùng bản ${used}`}, nay{' '}
          {givenBack ? 'đã trả lại tỉnh' : now === null ? 'không còn' : `có bản ${now}`}
        </li>
      ))}
    </ul>
  </>
);

const hrefOf = ({ id, each }: Moved): string => (each === 'product' ? `/so-san-pham/${id}` : `/so-chu-the/${id}`);

/** Which records came to the figure and which left it. */
function Explanation({ explained }: { explained: Explained | null }) {
  if (explained === null || explained.total === 0) return null;
  const { moved, total } = explained;
  const names = (came: boolean) => {
    const some = moved.filter((one) => one.came === came);
    return some.length === 0 ? null : (
      <span class="sm block">
        {came ? 'Nay có thêm: ' : 'Nay không còn: '}
        {some.map((one, at) => (
          <span key={one.id}>
            {at > 0 && '; '}
            <a href={hrefOf(one)}>{one.name}</a>
          </span>
        ))}
      </span>
    );
  };
  return (
    <>
      {names(true)}
      {names(false)}
      {total > moved.length && <span class="sm block">và {formatNumber(total - moved.length)} bản ghi khác</span>}
    </>
  );
}
