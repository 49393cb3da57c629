import type { ComponentChildren } from 'preact';
import { advicePaths, type DossierRecord, dossierPath } from '#features/dossiers';
import type { Actor } from '#platform/actor';
import { Icon } from '#ui';

/** Where the place of production is likely to be: the address of the form, with the commune where it does not name it. */
export const placeOf = ({ form, commune }: DossierRecord): string => {
  const address = form.general?.address ?? '';
  const named = address.toLocaleLowerCase('vi').includes(commune.name.toLocaleLowerCase('vi'));
  return [address, named ? '' : commune.name].filter(Boolean).join(', ');
};

/** A member goes back to the own part, an office to its desk. */
export const backFor = ({ byName }: Actor) => (byName ? { toDesk: 'part' as const } : {});

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
  toDesk?: boolean | 'part';
  /** Left out where the page's head names the way back. */
  crumb?: boolean;
  children: ComponentChildren;
}) {
  const { href, words } =
    toDesk === 'part'
      ? { href: advicePaths.part(dossier.id), words: 'Phần thẩm tra của tôi' }
      : toDesk
        ? { href: advicePaths.desk(dossier.id), words: 'Việc của Tổ tư vấn' }
        : { href: dossierPath(dossier.id), words: 'Về hồ sơ' };
  return (
    <div class="stack-5 max-w-[44rem]">
      <div>
        {crumb && (
          <p class="mb-1">
            <a class="crumb" href={href}>
              <Icon name="left" />
              {words}
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
