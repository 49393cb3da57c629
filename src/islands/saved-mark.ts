/** Writes the state of saving where the page shows it, and asks the person when two devices differ. */
import { differences } from './both-versions.ts';
import type { SaveStatus } from './saver.ts';

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const WORDS: Readonly<Record<Exclude<SaveStatus['kind'], 'saved' | 'refused'>, string>> = {
  sending: 'Đang lưu…',
  waiting: 'Mất mạng, đang giữ trên máy này',
  conflict: 'Có bản lưu mới hơn',
};

/** Says how saving stands. */
export function showStatus(status: SaveStatus): void {
  const said =
    status.kind === 'saved'
      ? `Đã lưu ${CLOCK.format(status.at)}`
      : status.kind === 'refused'
        ? status.message
        : WORDS[status.kind];
  for (const mark of document.querySelectorAll<HTMLElement>('[data-saved]')) {
    mark.classList.toggle('off', status.kind !== 'saved' && status.kind !== 'sending');
    const words = mark.querySelector('[data-saved-words]');
    if (words && words.textContent !== said) words.textContent = said;
  }
}

/**
 * The form is sent by its button: it carries the text itself. It waits for a saving on its way, so that its version is
 * the newest. Without network it stays here, with everything typed.
 */
export function letGo(event: SubmitEvent, saver: { settle(again: () => void): boolean }): void {
  if (!navigator.onLine) {
    event.preventDefault();
    showStatus({ kind: 'waiting' });
    return;
  }
  const { currentTarget: form, submitter } = event;
  if (!(form instanceof HTMLFormElement)) return;
  if (!saver.settle(() => form.requestSubmit(submitter))) event.preventDefault();
}

interface Choice {
  /** Keep what stands on this device. */
  mine(): void;
  /** Take what the server has; the page is loaded again. */
  theirs(): void;
}

/** Most differences listed; the page itself shows the rest. */
const MOST = 20;

/** Both versions of what differs, under the question. */
async function showBoth(form: HTMLFormElement, into: HTMLElement): Promise<void> {
  const found = await differences(form);
  const list = document.createElement('ul');
  list.className = 'stack-2 mt-2';
  for (const { field, mine, theirs } of found.slice(0, MOST)) {
    const row = document.createElement('li');
    const name = document.createElement('b');
    name.textContent = field;
    row.append(name, `: máy này “${mine || 'để trống'}”; bản đã lưu “${theirs || 'để trống'}”`);
    list.append(row);
  }
  if (found.length > MOST) {
    const rest = document.createElement('li');
    rest.textContent = `Và ${found.length - MOST} chỗ khác nữa.`;
    list.append(rest);
  }
  if (found.length > 0) into.after(list);
}

/** Asks which of two texts stays, above the form, and shows where they differ. */
export function askWhich(form: HTMLFormElement, { mine, theirs }: Choice): void {
  const box = document.createElement('div');
  box.className = 'note soon mb-4';
  box.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.className = 'grow';
  words.textContent =
    'Phiếu này vừa được lưu từ máy khác. Chọn bản muốn giữ; bản trên máy này vẫn còn cho đến khi bạn chọn.';
  const acts = document.createElement('p');
  acts.className = 'row mt-2';
  acts.append(
    button('Giữ bản trên máy này', () => {
      box.remove();
      mine();
    }),
    button('Dùng bản đã lưu', theirs),
  );
  const inside = document.createElement('div');
  inside.append(words, acts);
  box.append(inside);
  form.before(box);
  box.scrollIntoView({ block: 'center' });
  void showBoth(form, words);
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn small';
  made.textContent = words;
  made.addEventListener('click', press);
  return made;
}
