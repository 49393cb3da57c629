import type { ComponentChildren } from 'preact';
import type { PageHead } from '#platform/http/page';
import { Button, formatDay, formatWeekday, Icon, type IconName, type Task } from '#ui';
import type { Helper, OwnDossier } from '../queries.ts';
import { applicationKinds } from '../schema.ts';
import { dossierPath, paths } from '../urls.ts';

/** Who helps, with a number to tap; stands at the same place on every page of the producer (U13, U22). */
export function HelpBox({ helpers }: { helpers: readonly Helper[] }) {
  const [first] = helpers;
  return (
    <section class="box stack-2" aria-labelledby="can-giup">
      <h2 class="row tight line text-base" id="can-giup">
        <Icon name="phone" />
        Cần người giúp?
      </h2>
      {helpers.map(({ name, commune }) => (
        <p key={name} class="sm">
          {name}, cán bộ OCOP {lower(commune)}
        </p>
      ))}
      {!first && <p class="sm">Liên hệ Ủy ban nhân dân xã nơi sản xuất.</p>}
      {first?.phone && (
        <Button full href={`tel:${first.phone}`}>
          Gọi {first.phone}
        </Button>
      )}
      <p class="sm">
        <a href={paths.help}>Giấy tờ cần có và các bước</a>
      </p>
    </section>
  );
}

/** "Xã Tân Hưng" within a sentence: "xã Tân Hưng". */
export function lower(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

/** One dossier as a row that leads to it. */
export function dossierTask({ id, kind, state, productName, dueOn, askedBy }: OwnDossier, day: string): Task {
  if (askedBy !== null) {
    const hint = `Gửi giấy tờ Tổ tư vấn đề nghị. ${termWords(askedBy, day)}`;
    return { href: dossierPath(id), name: productName, state: 'fix', icon: 'send', status: `dossier.${state}`, hint };
  }
  const term = state === 'returned' && dueOn ? `. ${termWords(dueOn, day)}` : '';
  return {
    href: dossierPath(id),
    name: productName,
    state: state === 'returned' ? 'fix' : 'work',
    icon: ICONS[state] ?? 'clock',
    status: `dossier.${state}`,
    hint: `${applicationKinds[kind]}${term}`,
  };
}
const ICONS: Partial<Record<OwnDossier['state'], IconName>> = {
  draft: 'pen',
  returned: 'back',
  submitted: 'send',
  recognised: 'seal',
  notRecognised: 'cross',
  excluded: 'bar',
  withdrawn: 'back',
};

/** "Hạn: thứ Năm, 03/12/2026", or that it is over. */
export function termWords(dueOn: string, day: string): string {
  return dueOn < day ? `Quá hạn từ ngày ${formatDay(dueOn)}` : `Hạn: ${formatWeekday(dueOn)}`;
}

/** Head of a page inside a dossier. */
export function dossierHead(title: string, id: string, more: Partial<PageHead> = {}): PageHead {
  return { title, here: paths.home, up: { href: dossierPath(id), words: 'Về hồ sơ' }, ...more };
}

/** Main column and the aside of a producer's page. */
export function Columns({ children, aside }: { children: ComponentChildren; aside: ComponentChildren }) {
  return (
    <div class="aside">
      <div class="stack-5">{children}</div>
      <div class="stack-5">{aside}</div>
    </div>
  );
}
