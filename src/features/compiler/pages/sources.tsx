import { counts, type ProvinceLine } from '../sources.ts';
import { reportPaths } from '../urls.ts';

/** The very versions of the provinces a report of the country was made of. */
export function SourceLinks({ lines }: { lines: readonly ProvinceLine[] }) {
  const used = lines.filter(counts);
  if (used.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="mo-nguon">
      <h2 id="mo-nguon">Mở báo cáo của tỉnh</h2>
      <ul class="stack-2">
        {used.map(({ name, report, no }) => (
          <li key={name}>
            <a class="inline-block py-1" href={reportPaths.version(report ?? '', no ?? 1)}>
              {name}, bản {no}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
