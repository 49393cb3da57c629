/** Sends a form without leaving the page: progress, another try after a cut connection, and the answer in its place. */

/** A size in words: "340 KB", "1,2 MB". */
export const sizeOf = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} KB`
    : `${String(Math.round(bytes / 100_000) / 10).replace('.', ',')} MB`;

interface Watch {
  /** Bytes of the body that are on their way. */
  progress?(loaded: number): void;
  /** The server has answered, so it has what was sent. */
  done?(): void;
}

/** Sends `body` to where the form (or its button) leads. The answer replaces the page, as a plain submit would have done. */
export function sendForm(
  form: HTMLFormElement,
  button: HTMLButtonElement | undefined,
  body: FormData,
  watch: Watch = {},
): void {
  const request = new XMLHttpRequest();
  request.open('POST', button?.formAction && button.hasAttribute('formaction') ? button.formAction : form.action);
  form.dataset.sent = 'true';
  button?.setAttribute('aria-disabled', 'true');
  request.upload.addEventListener('progress', ({ loaded }) => watch.progress?.(loaded));
  request.addEventListener('error', () => {
    button?.removeAttribute('aria-disabled');
    delete form.dataset.sent;
    offerAgain(form, () => sendForm(form, button, body, watch));
  });
  request.addEventListener('load', () => {
    if (request.status < 500) watch.done?.();
    swapIn(request);
  });
  request.send(body);
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
