import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

export type NoteKind = 'plain' | 'info' | 'good' | 'soon' | 'stop';

const ICONS: Record<NoteKind, IconName> = { plain: 'info', info: 'info', good: 'check', soon: 'warn', stop: 'bar' };

/** A sentence set apart by its edge. At most one above the fold. */
export function Note({
  kind = 'plain',
  icon,
  title,
  children,
}: {
  kind?: NoteKind | undefined;
  icon?: IconName | undefined;
  title?: string | undefined;
  children?: ComponentChildren;
}) {
  return (
    <div class={kind === 'plain' ? 'note' : `note ${kind}`}>
      <Icon name={icon ?? ICONS[kind]} />
      <div>
        {title && <b>{title} </b>}
        {children}
      </div>
    </div>
  );
}

/** What just happened and when; stays until it is closed or the next page. `still`: drawn in its place, not floating. */
export function Toast({
  children,
  link,
  still,
}: {
  children: ComponentChildren;
  link?: { href: string; words: string } | undefined;
  still?: boolean | undefined;
}) {
  return (
    <div class={still ? 'toast still' : 'toast'} role="status">
      <Icon name="check" />
      <p>{children}</p>
      {link && <a href={link.href}>{link.words}</a>}
      <button type="button" data-close aria-label="Đóng" hidden>
        <Icon name="cross" />
      </button>
    </div>
  );
}
