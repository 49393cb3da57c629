/** Two devices, one form: what differs between what stands here and what the server has, field by field in words. */

/** One field that differs; both as a person reads them. */
export interface Difference {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Compares the form with the same form of the page as it is saved; nothing where it cannot be fetched. */
export async function differences(form: HTMLFormElement): Promise<Difference[]> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const action = form.getAttribute('action');
  const saved = [...page.forms].find((one) => one.getAttribute('action') === action);
  if (!saved) return [];
  const names = [...new Set([...form.elements].map(nameOf))].filter((name) => name !== '' && !name.startsWith('_'));
  return names.flatMap((name) => {
    const [mine, theirs] = [saidIn(form, name), saidIn(saved, name)];
    return mine === theirs ? [] : [{ field: labelOf(form, name), mine, theirs }];
  });
}

const nameOf = (one: Element): string =>
  one instanceof HTMLInputElement && one.type === 'hidden' ? '' : (one.getAttribute('name') ?? '');

/** Fields of one name; those of a parsed page are of another window's kind, so tags are asked, not classes. */
const fieldsOf = (form: HTMLFormElement, name: string) =>
  [...form.elements].filter((one) => one.getAttribute('name') === name);

/** What is chosen or written, as the page says it. */
function saidIn(form: HTMLFormElement, name: string): string {
  return fieldsOf(form, name)
    .flatMap((one) => {
      if (one.matches('[type="radio"], [type="checkbox"]')) return one.matches(':checked') ? [wordsOf(one)] : [];
      const { value } = one as HTMLInputElement;
      return value.trim() === '' ? [] : [value.trim()];
    })
    .join('; ');
}

/** The words beside a choice. */
function wordsOf(one: Element): string {
  const label = one.closest('label') ?? one.parentElement?.querySelector(`label[for="${CSS.escape(one.id)}"]`);
  return plain(label) || (one as HTMLInputElement).value;
}

/** The question a field answers: the legend above a choice, the label of a text. */
function labelOf(form: HTMLFormElement, name: string): string {
  const [one] = fieldsOf(form, name);
  if (!one) return name;
  const legend = one.matches('[type="radio"], [type="checkbox"]')
    ? one.closest('fieldset')?.querySelector('legend')
    : null;
  return plain(legend) || plain(form.querySelector(`label[for="${CSS.escape(one.id)}"]`)) || name;
}

const plain = (one: Element | null | undefined): string => (one?.textContent ?? '').replace(/\s+/g, ' ').trim();
