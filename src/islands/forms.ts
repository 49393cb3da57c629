/** What every form gets with JavaScript: focus on the error summary, one submit at a time, words while it is on its way. */

const ready = new WeakSet<Document>();

/** Focuses what went wrong and watches every form of the page. */
export function helpForms(page: Document): void {
  page.querySelector<HTMLElement>('[data-focus]')?.focus();
  if (ready.has(page)) return;
  ready.add(page);
  page.addEventListener('submit', onSubmit);
  // Coming back by the back button shows the page as it was left: pressed buttons must work again.
  window.addEventListener('pageshow', (event) => event.persisted && release(page));
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  if (form.dataset.sent === 'true') {
    event.preventDefault();
    return;
  }
  // After the other listeners: one of them may have kept the form back.
  queueMicrotask(() => {
    if (event.defaultPrevented) return;
    form.dataset.sent = 'true';
    if (event.submitter instanceof HTMLButtonElement) markBusy(event.submitter);
  });
}

/** The button keeps its width and says that the form is on its way. */
export function markBusy(button: HTMLButtonElement): void {
  const words = button.dataset.busy;
  if (!words) return;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.dataset.idle = button.textContent ?? '';
  button.setAttribute('aria-busy', 'true');
  button.textContent = words;
}

/** The button says again what it does. */
export function markIdle(button: HTMLButtonElement): void {
  const words = button.dataset.idle;
  if (words === undefined) return;
  button.textContent = words;
  button.removeAttribute('aria-busy');
  delete button.dataset.idle;
}

function release(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset.sent;
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[aria-busy]')) markIdle(button);
}
