import { ACT_HOLDS } from '#law/act-validity';
import { Icon } from '#ui';
import type { CitedAct } from '../cited.ts';
import { actPaths } from '../urls.ts';
import { standingWords } from '../words.ts';

/**
 * Leads to an act that is cited, with a warning where it holds no longer. `open`: to the page for everybody;
 * an act its office keeps to itself is then not named.
 */
export function Cited({ act, words, open = false }: { act: CitedAct; words?: string | undefined; open?: boolean }) {
  if (open && !act.open) return <span>{words}</span>;
  const holds = ACT_HOLDS.includes(act.standing.state);
  return (
    <>
      <a href={open ? actPaths.openOne(act.id) : actPaths.one(act.id)}>{words ?? 'Xem trong sổ văn bản'}</a>
      {!holds && act.standing.state !== 'unknown' && (
        <span class="block sm font-semibold">
          <Icon name="warn" /> Văn bản này: {standingWords(act)}
        </span>
      )}
    </>
  );
}
