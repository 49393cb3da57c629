import { Chips } from '#ui';
import type { SavedView } from '../queries.ts';
import { filtersOf, type ListName } from '../schema.ts';
import { openPath, viewPaths } from '../urls.ts';

/** Above a list: the views kept for it, each one link, and the way to keep the present filters. */
export function Views({ list, query, views }: { list: ListName; query: string; views: readonly SavedView[] }) {
  const now = filtersOf(list, query);
  const kept = views.some((view) => view.query === now);
  if (views.length === 0 && now === '') return null;
  return (
    <Chips
      label="Bộ lọc đã lưu"
      chips={views.map((view) => ({
        href: openPath(list, view.query),
        words: view.name,
        icon: 'filter',
        on: view.query === now,
      }))}
    >
      {now !== '' && !kept && (
        <a href={`${viewPaths.add}?${new URLSearchParams({ list, query: now })}`}>Lưu bộ lọc này</a>
      )}
      {views.length > 0 && <a href={viewPaths.all}>Sửa bộ lọc đã lưu</a>}
    </Chips>
  );
}
