/**
 * Files of a form: the names chosen, photos shrunk to 2,000 px on the device (papers never), progress per file, and
 * another try after a cut connection. A field with `data-parts` sends in parts beforehand (file-list.ts). Without
 * JavaScript the form simply takes the files along.
 */
import { shrink } from './photos.ts';
import { sendForm, sizeOf } from './send-form.ts';

/** Photos still being shrunk, by form: sending waits for them. */
const preparing = new WeakMap<HTMLFormElement, Promise<void>>();

/** `element` is the file input. */
export function mount(element: HTMLElement): void {
  if (!(element instanceof HTMLInputElement) || !element.form) return;
  // Hashing needs a page that came by https or from this machine; without it the form takes the files along.
  if (element.dataset.parts && 'subtle' in crypto) {
    const { form } = element;
    void import('./file-list.ts').then(({ listFiles }) => listFiles(element, form));
    return;
  }
  const list = document.createElement('ul');
  list.className = 'stack-2 mt-2 sm';
  element.after(list);
  const { form } = element;
  element.addEventListener('change', () => {
    const before = preparing.get(form);
    const now = prepare(element, list);
    preparing.set(
      form,
      Promise.all([before, now]).then(() => undefined),
    );
  });
  if (form.dataset.upload === 'true') return;
  form.dataset.upload = 'true';
  form.addEventListener('submit', (event) => onSubmit(event, form));
}

/** Shrinks what may be shrunk and lists what will be sent. */
async function prepare(input: HTMLInputElement, list: HTMLElement): Promise<void> {
  const given = [...(input.files ?? [])];
  const files = input.dataset.paper === 'true' ? given : await Promise.all(given.map(shrink));
  const box = new DataTransfer();
  for (const file of files) box.items.add(file);
  input.files = box.files;
  list.replaceChildren(...files.map(lineOf));
}

function lineOf(file: File): HTMLElement {
  const line = document.createElement('li');
  const words = document.createElement('p');
  words.textContent = `${file.name} (${sizeOf(file.size)}), gửi cùng biểu mẫu`;
  const meter = document.createElement('progress');
  meter.className = 'meter';
  meter.max = file.size;
  meter.value = 0;
  meter.setAttribute('aria-label', `Đã gửi ${file.name}`);
  meter.hidden = true; // nothing is on its way before the form is sent
  line.append(words, meter);
  return line;
}

function onSubmit(event: SubmitEvent, form: HTMLFormElement): void {
  if (event.defaultPrevented || chosenIn(form).length === 0) return;
  event.preventDefault();
  if (form.dataset.sent === 'true') return;
  form.dataset.sent = 'true';
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined;
  void Promise.resolve(preparing.get(form)).then(() => send(form, button, chosenIn(form)));
}

/** Every file chosen in a form, in the order of its inputs. */
function chosenIn(form: HTMLFormElement): File[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')].flatMap((each) => [...(each.files ?? [])]);
}

function send(form: HTMLFormElement, button: HTMLButtonElement | undefined, files: readonly File[]): void {
  sendForm(form, button, new FormData(form, button), { progress: (loaded) => showProgress(form, files, loaded) });
}

/** Files go one after the other, so what was sent fills them in order. */
function showProgress(form: HTMLFormElement, files: readonly File[], loaded: number): void {
  let left = loaded;
  for (const [i, meter] of [...form.querySelectorAll<HTMLProgressElement>('progress.meter')].entries()) {
    const size = files[i]?.size ?? 0;
    meter.hidden = false;
    meter.value = Math.max(0, Math.min(size, left));
    left -= size;
  }
}
