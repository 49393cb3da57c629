import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

/** main: the one act of a view; plain: the others; stop: ends or takes away; solid: stop on its confirmation page. */
export type ButtonKind = 'main' | 'plain' | 'stop' | 'solid' | 'good' | 'bare' | 'key';

export interface ButtonProps {
  children: ComponentChildren;
  kind?: ButtonKind | undefined;
  /** Draws a link that looks like a button. */
  href?: string | undefined;
  /** Opens in a new tab or downloads. */
  download?: boolean | undefined;
  icon?: IconName | undefined;
  iconAfter?: IconName | undefined;
  small?: boolean | undefined;
  full?: boolean | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Another target than the form's. */
  formAction?: string | undefined;
  /** The form's id, for a button that stands outside it. */
  form?: string | undefined;
  /** Skips the browser's own checks: save a draft, search inside a form. */
  novalidate?: boolean | undefined;
  /** Why it cannot be pressed now and who or what unlocks it; the button is then off and the sentence stands below. */
  off?: string | undefined;
  /** Said while the form is on its way. */
  busy?: string | undefined;
  /** Shortcut shown inside: 'D'. */
  shortcut?: string | undefined;
  type?: 'submit' | 'button' | undefined;
  label?: string | undefined;
  lang?: string | undefined;
}

const CLASSES: Record<ButtonKind, string> = {
  main: 'btn main',
  plain: 'btn',
  stop: 'btn stop',
  solid: 'btn stop solid',
  good: 'btn good',
  bare: 'btn bare',
  key: 'btn key',
};

/** A button or link named by its act. Off, it stays visible beside one sentence that says why. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', small, full, off } = props;
  const look = `${CLASSES[kind]}${small ? ' small' : ''}${full ? ' full' : ''}`;
  if (off !== undefined) {
    return (
      <span class="offer">
        <button class={look} type="button" aria-disabled="true">
          <Face {...props} />
        </button>
        <span class="why block">{off}</span>
      </span>
    );
  }
  if (props.href !== undefined) {
    return (
      <a
        class={look}
        href={props.href}
        aria-label={props.label}
        lang={props.lang}
        download={props.download}
        data-key={props.shortcut}
      >
        <Face {...props} />
      </a>
    );
  }
  return (
    <button
      class={look}
      type={props.type ?? 'submit'}
      name={props.name}
      value={props.value}
      form={props.form}
      formAction={props.formAction}
      formNoValidate={props.novalidate}
      aria-label={props.label}
      data-busy={props.busy ?? 'Đang gửi…'}
    >
      <Face {...props} />
    </button>
  );
}

function Face({ icon, iconAfter, children, shortcut }: ButtonProps) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {shortcut && <kbd>{shortcut}</kbd>}
      {iconAfter && <Icon name={iconAfter} />}
    </>
  );
}
