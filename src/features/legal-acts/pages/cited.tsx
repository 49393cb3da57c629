import { ACT_HOLDS } from '#law/act-validity';
import { Icon } from '#ui';
import type { CitedAct } from '../cited.ts';
import { actPaths } from '../urls.ts';
import { standingWords } from '../words.ts';

/** Leads to an act that is cited, with a warning where it does not hold today. */
export function Cited({ act, words }: { act: CitedAct; words?: string | undefined }) {
  const holds = ACT_HOLDS.includes(act.standing.state);
  return (
    <>
      <a href={actPaths.one(act.id)}>{words ?? 'Xem trong sổ văn bản'}</a>
      {!holds && act.standing.state !== 'unknown' && (
        <span class="row tight sm font-semibold">
          <Icon name="warn" />
          Văn bản này: {standingWords(act)}
        </span>
      )}
    </>
  );
}
