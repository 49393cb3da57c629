/** Turns the usual reasons below a field into buttons that write into it. */

/** `element` holds one <span> a reason and names the field's id in `data-into`. */
export function mount(element: HTMLElement): void {
  const field = document.getElementById(element.dataset.into ?? '');
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
  for (const reason of [...element.querySelectorAll('span')]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = reason.textContent;
    button.addEventListener('click', () => write(field, reason.textContent ?? ''));
    reason.replaceWith(button);
  }
}

/** Adds the sentence after what stands there; nothing typed is lost. */
function write(field: HTMLTextAreaElement | HTMLInputElement, sentence: string): void {
  const before = field.value.trim();
  if (!before.includes(sentence))
    field.value = before === '' ? sentence : `${before.replace(/[.;]$/, '')}. ${sentence}`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.focus();
}
