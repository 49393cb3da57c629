import type { ProductSet, Rulebook } from '#law/rulebooks';

/** The product sets of a rulebook, group by group. */
export function SetList({ rulebook, hrefOf }: { rulebook: Rulebook; hrefOf: (set: ProductSet) => string }) {
  return (
    <div class="stack">
      {rulebook.groups.map((group) => {
        const sets = rulebook.productSets.filter((set) => set.group === group.code);
        if (sets.length === 0) return null;
        return (
          <div key={group.code}>
            <h3>
              Nhóm {group.code}. {calm(group.name)}
            </h3>
            <ul class="setlist">
              {sets.map((set) => (
                <li key={set.id}>
                  <a href={hrefOf(set)}>
                    <span class="n">{set.no}</span>
                    <span>
                      {set.name}
                      {set.effectiveTo !== undefined && <span class="sm mut"> (mẫu trước sửa đổi)</span>}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

/** Headings that the act prints in capitals, written as a sentence. */
export const calm = (text: string): string =>
  text === text.toUpperCase() ? text.charAt(0) + text.slice(1).toLowerCase() : text;
