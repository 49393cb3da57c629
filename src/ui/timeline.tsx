import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

export interface Step {
  state: 'done' | 'now' | 'next' | 'stop';
  /** Verb first: "Đã nộp cho xã". */
  what: string;
  /** Date, then office; never a person's name on a producer's page. */
  when?: ComponentChildren;
  note?: ComponentChildren;
  icon?: IconName | undefined;
}

const ICONS: Record<Step['state'], IconName | undefined> = {
  done: 'check',
  now: 'clock',
  next: undefined,
  stop: 'cross',
};
const SAID: Record<'vi' | 'en', Record<Step['state'], string>> = {
  vi: { done: 'Đã xong: ', now: 'Đang ở đây: ', next: 'Sẽ tới: ', stop: 'Dừng: ' },
  en: { done: 'Done: ', now: 'Now: ', next: 'To come: ', stop: 'Stopped: ' },
};

/** Where a thing is: what was done, where it stands, what comes. */
export function Timeline({
  steps,
  label,
  lang = 'vi',
}: {
  steps: readonly Step[];
  label?: string | undefined;
  lang?: 'vi' | 'en';
}) {
  return (
    <ol class="tl" aria-label={label}>
      {steps.map(({ state, what, when, note, icon }) => {
        const shape = icon ?? ICONS[state];
        return (
          <li key={what} class={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span class="nd">{shape && <Icon name={shape} />}</span>
            <b>
              <span class="sr">{SAID[lang][state]}</span>
              {what}
            </b>
            {when && <p>{when}</p>}
            {note && <p>{note}</p>}
          </li>
        );
      })}
    </ol>
  );
}
