import type { ComponentChildren } from 'preact';
import { advicePaths, type DossierRecord, dossierPath } from '#features/dossiers';
import { Icon } from '#ui';

/** Where the place of production is likely to be: the address of the form, with the commune where it does not name it. */
export const placeOf = ({ form, commune }: DossierRecord): string => {
  const address = form.general?.address ?? '';
  const named = address.toLocaleLowerCase('vi').includes(commune.name.toLocaleLowerCase('vi'));
  return [address, named ? '' : commune.name].filter(Boolean).join(', ');
};

/** Head of an office's page of the advisory team's work, with the way back to the desk or to the dossier. */
export function Frame({
  dossier,
  title,
  lead,
  toDesk = true,
  crumb = true,
  children,
}: {
  dossier: DossierRecord;
  title: string;
  lead?: string;
  toDesk?: boolean;
  /** Left out where the page's head names the way back. */
  crumb?: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class="stack-5 max-w-[44rem]">
      <div>
        {crumb && (
          <p class="mb-1">
            <a class="crumb" href={toDesk ? advicePaths.desk(dossier.id) : dossierPath(dossier.id)}>
              <Icon name="left" />
              {toDesk ? 'Việc của Tổ tư vấn' : 'Về hồ sơ'}
            </a>
          </p>
        )}
        <p class="sm mut">
          {dossier.product.name} · {dossier.producer.name}
        </p>
        <h1>{title}</h1>
        {lead && <p class="ink2">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
