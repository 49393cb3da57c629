/**
 * Files of a form: the names chosen, photos shrunk to 2,000 px on the device (papers never), progress per file, and
 * another try after a cut connection. Without JavaScript the form simply takes the files along.
 */
const LONGEST_SIDE = 2000;
const SHRINKABLE = /^image\/(jpeg|png|webp)$/;

/** Photos still being shrunk, by form: sending waits for them. */
const preparing = new WeakMap<HTMLFormElement, Promise<void>>();

/** `element` is the file input. */
export function mount(element: HTMLElement): void {
  if (!(element instanceof HTMLInputElement) || !element.form) return;
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
  words.textContent = `${file.name} (${sizeOf(file.size)}), còn trên máy này`;
  const meter = document.createElement('progress');
  meter.className = 'meter';
  meter.max = file.size;
  meter.value = 0;
  meter.setAttribute('aria-label', `Đã gửi ${file.name}`);
  line.append(words, meter);
  return line;
}

const sizeOf = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} KB`
    : `${String(Math.round(bytes / 100_000) / 10).replace('.', ',')} MB`;

/** A photo of at most 2,000 px; anything else stays as it is. */
export async function shrink(file: File): Promise<File> {
  if (!SHRINKABLE.test(file.type)) return file;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return file;
  const scale = LONGEST_SIDE / Math.max(picture.width, picture.height);
  if (scale >= 1) return file;
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  return new File([small], file.name.replace(/\.\w+$/, '.jpg'), {
    type: 'image/jpeg',
    lastModified: file.lastModified,
  });
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

/** Sends the form with progress. The answer replaces the page, as a plain submit would have done. */
function send(form: HTMLFormElement, button: HTMLButtonElement | undefined, files: readonly File[]): void {
  const body = new FormData(form, button);
  const request = new XMLHttpRequest();
  request.open('POST', button?.formAction && button.hasAttribute('formaction') ? button.formAction : form.action);
  form.dataset.sent = 'true';
  button?.setAttribute('aria-disabled', 'true');
  request.upload.addEventListener('progress', ({ loaded }) => showProgress(form, files, loaded));
  request.addEventListener('error', () => {
    button?.removeAttribute('aria-disabled');
    delete form.dataset.sent;
    offerAgain(form, () => send(form, button, files));
  });
  request.addEventListener('load', () => swapIn(request));
  request.send(body);
}

/** Files go one after the other, so what was sent fills them in order. */
function showProgress(form: HTMLFormElement, files: readonly File[], loaded: number): void {
  let left = loaded;
  for (const [i, meter] of [...form.querySelectorAll<HTMLProgressElement>('progress.meter')].entries()) {
    const size = files[i]?.size ?? 0;
    meter.value = Math.max(0, Math.min(size, left));
    left -= size;
  }
}

function offerAgain(form: HTMLFormElement, again: () => void): void {
  form.querySelector('[data-again]')?.remove();
  const box = document.createElement('div');
  box.className = 'note soon mt-4';
  box.dataset.again = '';
  box.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.className = 'grow';
  words.textContent = 'Mất mạng khi đang gửi. Tệp vẫn còn trên máy này.';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn small';
  button.textContent = 'Gửi lại';
  button.addEventListener('click', () => {
    box.remove();
    again();
  });
  box.append(words, button);
  form.append(box);
  // Back on the network it goes on by itself; the key in the form keeps it one act.
  window.addEventListener('online', () => box.isConnected && button.click(), { once: true });
}

function swapIn(request: XMLHttpRequest): void {
  const page = new DOMParser().parseFromString(request.responseText, 'text/html');
  document.title = page.title;
  document.body.replaceWith(document.importNode(page.body, true));
  if (request.responseURL !== location.href) history.pushState(null, '', request.responseURL);
  window.scrollTo(0, 0);
  window.addEventListener('popstate', () => location.reload(), { once: true });
  document.dispatchEvent(new Event('saolang:swapped'));
}
