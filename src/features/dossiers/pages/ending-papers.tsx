import { paperTerm } from '#law/dossier';
import { formatDay, Note } from '#ui';
import { paperPath } from '../urls.ts';
import type { WalletPaper } from '../wallet.ts';

/** The papers of a dossier that have ended or end soon, each with the way to it; nothing where all hold. */
export function EndingPapersNote({
  papers,
  day,
  soonOn,
}: {
  papers: readonly WalletPaper[];
  day: string;
  soonOn: string;
}) {
  const ending = papers.filter(({ endsOn }) => paperTerm(endsOn, day, soonOn) !== 'holds');
  if (ending.length === 0) return null;
  return (
    <Note kind="soon" icon="hourglass" title={`${ending.length} giấy tờ hết hạn hoặc sắp hết hạn:`}>
      <ul>
        {ending.map(({ id, title, endsOn }) => (
          <li key={id}>
            <a href={paperPath(id)}>{title}</a>
            {endsOn && `, ${endsOn < day ? 'hết hạn' : 'hạn đến'} ${formatDay(endsOn)}`}
          </li>
        ))}
      </ul>
    </Note>
  );
}
