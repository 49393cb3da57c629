import { UPDATE_MATTERS } from '#law/dossier';
import { FactsList } from '#ui';
import { changesContent } from '../changes.ts';
import type { DossierRecord } from '../record.ts';
import type { WalletPaper } from '../wallet.ts';

interface Props {
  readonly dossier: DossierRecord;
  readonly papers: readonly WalletPaper[];
}

/** What changed since recognition, to read: each change with the papers that show it. */
export function ChangesShown({ dossier, papers }: Props) {
  const { changes, matters, unrenewed } = changesContent(dossier);
  if (dossier.kind === 'upgrade')
    return (
      <FactsList
        facts={changes.map(({ what, papers: of }, row) => ({
          term: `Thay đổi ${row + 1}`,
          value: <span class="whitespace-pre-line">{what}</span>,
          sub: <Proof of={of} papers={papers} />,
        }))}
      />
    );
  const reasons = Object.values(unrenewed).filter(Boolean);
  return (
    <FactsList
      facts={[
        ...UPDATE_MATTERS.map(({ name, label }) => {
          const given = matters[name];
          const changed = given?.answer === 'changed';
          return {
            term: label,
            value: changed ? (
              <span class="whitespace-pre-line">{given.words ?? 'Có thay đổi'}</span>
            ) : given?.answer === 'same' ? (
              'Không thay đổi'
            ) : (
              'Chưa ghi'
            ),
            sub: changed && <Proof of={given.papers} papers={papers} />,
          };
        }),
        reasons.length > 0 && { term: 'Giấy tờ chưa thay', value: reasons.join('; ') },
      ]}
    />
  );
}

function Proof({ of, papers }: { of: readonly string[]; papers: readonly WalletPaper[] }) {
  const shown = papers.filter(({ id }) => of.includes(id));
  if (shown.length === 0) return <>Chưa gắn minh chứng</>;
  return (
    <>
      Minh chứng:{' '}
      {shown.map(({ id, title, file }, at) => (
        <span key={id}>
          {at > 0 && '; '}
          <a href={`/tep/${file.id}`}>{title}</a>
        </span>
      ))}
    </>
  );
}
