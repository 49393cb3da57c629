/**
 * Shortcuts of the desk: J and K move in a queue, Enter opens (the focused link does), / searches; in the reader the
 * letters shown on choices and links press them. They sleep while somebody types and can be switched off.
 */

const SWITCH = 'saolang.keys';
let listening = false;

/** Starts listening once a page, and makes the switch work. */
export function mount(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-keys-switch]')) prepare(button);
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', onKey);
}

const isOn = () => localStorage.getItem(SWITCH) !== 'off';

function prepare(button: HTMLButtonElement): void {
  button.hidden = false;
  const say = () => {
    button.textContent = isOn() ? 'Tắt phím tắt' : 'Bật phím tắt';
  };
  button.addEventListener('click', () => {
    localStorage.setItem(SWITCH, isOn() ? 'off' : 'on');
    say();
  });
  say();
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !isOn() || isTyping(event.target)) return;
  const key = event.key.toLowerCase();
  const pressed = pressChoice(key) || ((key === 'j' || key === 'k') && moveInQueue(key === 'j' ? 1 : -1));
  if (pressed) event.preventDefault();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Presses what carries this letter: a choice is chosen (Enter then sends the form), a link is followed, a field is entered. */
function pressChoice(key: string): boolean {
  for (const each of document.querySelectorAll<HTMLElement>('[data-key]')) {
    if (each.dataset.key?.toLowerCase() !== key || each.offsetParent === null) continue;
    if (each instanceof HTMLAnchorElement || (each instanceof HTMLInputElement && each.type === 'radio')) each.click();
    each.focus();
    return true;
  }
  return false;
}

/** Moves the chosen row up or down and focuses its link. */
function moveInQueue(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('table.tb[data-island="keys"] tbody tr')];
  if (rows.length === 0) return false;
  const now = rows.findIndex((row) => row.classList.contains('sel'));
  const next = now === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + step));
  rows[now]?.classList.remove('sel');
  rows[next]?.classList.add('sel');
  rows[next]?.querySelector<HTMLElement>('a')?.focus();
  return true;
}
