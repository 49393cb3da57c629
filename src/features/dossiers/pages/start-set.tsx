import { EmptyState, Icon, TextField } from '#ui';
import type { SetGroup } from '../choosing.ts';

interface Props {
  groups: readonly SetGroup[];
  query: string | undefined;
  /** The product, if it is in the registry. */
  name: string | undefined;
  path: string;
  /** What the search must carry along. */
  chosen: Readonly<Record<string, string | undefined>>;
  to: (set: string) => string;
}

/** Chooses the product set: it decides the score sheet. By group, with search and examples. */
export function SetStep({ groups, query, name, path, chosen, to }: Props) {
  return (
    <>
      <div>
        {name && <p class="sm mut">{name}</p>}
        <h1>Sản phẩm thuộc bộ nào?</h1>
        <p class="ink2 mt-2">Mỗi bộ sản phẩm có một phiếu chấm riêng. Chọn bộ có ví dụ giống sản phẩm của bạn nhất.</p>
      </div>
      <form action={path} class="row items-end">
        {Object.entries(chosen).map(
          ([field, value]) =>
            value !== undefined &&
            field !== 'q' &&
            field !== 'productSet' && <input key={field} type="hidden" name={field} value={value} />,
        )}
        <TextField
          name="q"
          label="Tìm bộ sản phẩm"
          hint="Ví dụ: miến, mật ong, đan tre"
          type="search"
          value={query}
          optional
        />
        <button class="btn" type="submit">
          Tìm
        </button>
      </form>
      {groups.length === 0 && <EmptyState title="Không thấy bộ nào">Thử một từ khác, hoặc hỏi cán bộ xã.</EmptyState>}
      {groups.map((group) => (
        <section key={group.name} class="stack">
          <h2 class="text-lg">{calm(group.name)}</h2>
          <ul class="tasks" aria-label={calm(group.name)}>
            {group.sets.map(({ set, examples }) => (
              <li key={set.id}>
                <a class="t" href={to(set.id)}>
                  <span class="st">{set.no}</span>
                  <span class="nm">{set.name}</span>
                  <span class="go">
                    <Icon name="right" />
                  </span>
                  {examples && <span class="sub">Ví dụ: {examples}</span>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** "SẢN PHẨM THỰC PHẨM" → "Sản phẩm thực phẩm". */
function calm(title: string): string {
  const low = title.toLocaleLowerCase('vi');
  return low.charAt(0).toLocaleUpperCase('vi') + low.slice(1);
}
