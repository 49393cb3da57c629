/**
 * The files of a field that sends in parts (U16, Q7): each in a line with its picture, how far it is, and buttons to
 * turn, reorder, replace or leave it out. What is not yet sent stays on this device, whatever happens to the page.
 */
import { keepFiles, keptFiles } from './device-files.ts';
import { type Chosen, drawLine, type LineActs } from './file-line.ts';
import { ownPlace } from './own-place.ts';
import { isPhoto, shrink, turn } from './photos.ts';
import { sendForm } from './send-form.ts';
import { type SendNews, sendInParts } from './send-parts.ts';

const IDLE = { kind: 'waiting' } as const;

/** `input` takes files whose door is named by `data-parts`. */
export function listFiles(input: HTMLInputElement, form: HTMLFormElement): void {
  new FileList(input, form).begin();
}

class FileList {
  private readonly input: HTMLInputElement;
  private readonly form: HTMLFormElement;
  private readonly list = document.createElement('ul');
  private readonly words = document.createElement('p');
  private readonly place: string;
  private chosen: Chosen[] = [];
  private busy = false;
  /** Photos being shrunk: sending waits for them. */
  private preparing: Promise<void> | undefined;
  /** Called when nothing is on its way any more. */
  private settled: (() => void) | undefined;

  constructor(input: HTMLInputElement, form: HTMLFormElement) {
    this.input = input;
    this.form = form;
    // Several forms of a page may have a field of this name.
    this.place = ownPlace(`${new URL(form.action).pathname} ${input.name}`);
  }

  begin(): void {
    this.list.className = 'stack-2 mt-2';
    this.list.setAttribute('aria-label', 'Tệp đã chọn');
    this.words.setAttribute('role', 'status');
    this.words.className = 'sr';
    this.input.after(this.list, this.words);
    this.input.addEventListener('change', () => void this.add([...(this.input.files ?? [])]));
    this.form.addEventListener('submit', (event) => this.onSubmit(event));
    void keptFiles(this.place).then((files) => files.length > 0 && this.take(files));
  }

  private async add(given: readonly File[]): Promise<void> {
    this.input.value = '';
    const made = Promise.all([this.preparing, ...given.map((file) => this.ready(file))]);
    const preparing = made.then(() => undefined);
    this.preparing = preparing;
    const [, ...files] = await made;
    this.take(files);
    if (this.preparing === preparing) this.preparing = undefined;
  }

  /** A photo is shrunk, a paper never. */
  private async ready(file: File): Promise<File> {
    return this.input.dataset.paper === 'true' ? file : shrink(file);
  }

  private take(files: readonly File[]): void {
    const fresh = files.map((file): Chosen => ({ file, news: IDLE, stop: new AbortController() }));
    if (!this.input.multiple) for (const { stop } of this.chosen) stop.abort();
    this.chosen = this.input.multiple ? [...this.chosen, ...fresh] : fresh.slice(-1);
    this.changed();
  }

  /** Keeps, draws and sends what there is now. */
  private changed(): void {
    void keepFiles(
      this.place,
      this.chosen.map(({ file }) => file),
    );
    this.draw();
    void this.sendWaiting();
  }

  private draw(): void {
    this.list.replaceChildren(
      ...this.chosen.map((one, at) => drawLine(one, at, this.chosen.length, this.actsOf(one, at))),
    );
  }

  private actsOf(one: Chosen, at: number): LineActs {
    return {
      ...(isPhoto(one.file) ? { turn: () => void turn(one.file).then((file) => this.exchange(one, file)) } : {}),
      ...(at > 0 ? { up: () => this.move(at, at - 1) } : {}),
      ...(at < this.chosen.length - 1 ? { down: () => this.move(at, at + 1) } : {}),
      replace: () => this.choose(one),
      leave: () => this.leave(one),
      again: () => this.exchange(one, one.file),
    };
  }

  private move(from: number, to: number): void {
    const [one] = this.chosen.splice(from, 1);
    if (one) this.chosen.splice(to, 0, one);
    this.changed();
    this.say(`Đã chuyển đến vị trí ${to + 1}.`);
    this.list.children[to]?.querySelector('button')?.focus();
  }

  private leave(one: Chosen): void {
    one.stop.abort();
    this.chosen = this.chosen.filter((other) => other !== one);
    this.changed();
    this.say(`Đã bỏ ${one.file.name}.`);
    this.input.focus();
  }

  private exchange(one: Chosen, file: File): void {
    one.stop.abort();
    Object.assign(one, { file, news: IDLE, stop: new AbortController() });
    this.changed();
  }

  private choose(one: Chosen): void {
    const asking = document.createElement('input');
    asking.type = 'file';
    asking.accept = this.input.accept;
    asking.addEventListener('change', () => {
      const [file] = asking.files ?? [];
      if (!file) return;
      void this.ready(file).then((small) => this.exchange(one, small));
    });
    asking.click();
  }

  /** One file after the other: a weak network carries one. */
  private async sendWaiting(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (let next = this.nextWaiting(); next; next = this.nextWaiting()) {
      const one = next;
      const { stop } = one;
      await sendInParts(
        one.file,
        this.input.dataset.parts ?? 'evidence',
        (news) => this.tell(one, stop, news),
        stop.signal,
      );
    }
    this.busy = false;
    this.settled?.();
  }

  private nextWaiting(): Chosen | undefined {
    return this.chosen.find(({ news }) => news.kind === 'waiting');
  }

  private tell(one: Chosen, stop: AbortController, news: SendNews): void {
    if (one.stop !== stop) return;
    one.news = news;
    this.draw();
  }

  private say(words: string): void {
    this.words.textContent = words;
  }

  private onSubmit(event: SubmitEvent): void {
    if (event.defaultPrevented || (this.chosen.length === 0 && this.preparing === undefined)) return;
    event.preventDefault();
    if (this.form.dataset.sent === 'true') return;
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined;
    void Promise.resolve(this.preparing).then(() => {
      this.settled = () => {
        this.settled = undefined;
        this.handIn(button);
      };
      if (this.busy) this.say('Đang gửi tệp, gửi xong sẽ lưu.');
      else this.settled();
    });
  }

  /** The files go by their ids; one that was refused, or waits for a sign-in, keeps the form here. */
  private handIn(button: HTMLButtonElement | undefined): void {
    const ids = this.chosen.flatMap(({ news }) => (news.kind === 'sent' ? [news.id] : []));
    if (ids.length < this.chosen.length) {
      this.say('Có tệp chưa gửi được. Xem dòng của tệp ấy.');
      this.list.querySelector<HTMLElement>('[data-stopped]')?.focus();
      return;
    }
    const body = new FormData(this.form, button);
    const earlier = this.input.multiple
      ? body.getAll(this.input.name).filter((value) => typeof value === 'string')
      : [];
    body.delete(this.input.name);
    for (const id of [...earlier, ...ids]) body.append(this.input.name, id);
    sendForm(this.form, button, body, { done: () => void keepFiles(this.place, []) });
  }
}
