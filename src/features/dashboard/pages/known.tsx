import { figureOf, type KnownReport, type MovedRecord } from '#features/reports';
import { formatDay, formatNumber, Note } from '#ui';

/** Says that the board tells what was known on an earlier day, what is another number today and why, and what it cannot tell. */
export function KnownNote({ news, knownAt }: { news: KnownReport | null; knownAt: string | null }) {
  if (news === null || knownAt === null) return null;
  const { changes, unknown } = news;
  const nothing = knowsNothing(news);
  if (nothing !== null)
    return (
      <Note kind="soon" title={`Không biết lại được số liệu như hết ngày ${formatDay(knownAt)}.`}>
        {nothing}
      </Note>
    );
  return (
    <div class="note soon">
      <div class="stack-2">
        <p>
          Số liệu như hồ sơ đã ghi đến hết ngày {formatDay(knownAt)}.{' '}
          {changes.length === 0 && unknown.length === 0 && 'Hỏi lại hôm nay vẫn ra đúng các số này.'}
        </p>
        {changes.length > 0 && (
          <details>
            <summary>{formatNumber(changes.length)} số hôm nay đã khác</summary>
            <ul class="stack-2">
              {changes.map(({ id, label, known, today, records, total }) => (
                <li key={id}>
                  {label}: khi đó {said(known)}, nay {said(today)}
                  <Records records={records} came words="Nay có thêm" />
                  <Records records={records} came={false} words="Nay không còn" />
                  {total > records.length && (
                    <span class="sm block">và {formatNumber(total - records.length)} bản ghi khác</span>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
        {unknown.length > 0 && (
          <details>
            <summary>{formatNumber(unknown.length)} số không biết lại được</summary>
            <ul class="stack-2">
              {unknown.map(({ id, reason }) => (
                <li key={id}>
                  {figureOf(id)?.label ?? id}: {reason}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}

/** Why nothing at all can be told of that day; null where anything can. */
export const knowsNothing = (news: KnownReport | null): string | null =>
  news !== null && news.unknown.length === news.figures.length ? (news.unknown[0]?.reason ?? null) : null;

const said = (value: number | null): string => (value === null ? 'chưa có' : formatNumber(value));

function Records({ records, came, words }: { records: readonly MovedRecord[]; came: boolean; words: string }) {
  const some = records.filter((one) => one.came === came);
  if (some.length === 0) return null;
  return (
    <span class="sm block">
      {words}: {some.map(({ name }) => name).join('; ')}
    </span>
  );
}
