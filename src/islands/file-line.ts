/** One chosen file as a line of the list. */
import { isPhoto, thumbnail } from './photos.ts';
import { sizeOf } from './send-form.ts';
import type { SendNews } from './send-parts.ts';

const EDGE = 72;

/** A file chosen, and what became of it so far. */
export interface Chosen {
  file: File;
  news: SendNews | { readonly kind: 'waiting' };
  stop: AbortController;
}

/** What the buttons of a line do; a missing one has no button. */
export interface LineActs {
  turn?(): void;
  up?(): void;
  down?(): void;
  replace(): void;
  leave(): void;
  again(): void;
}

/** Small pictures are drawn once a file. */
const pictures = new WeakMap<File, Promise<HTMLCanvasElement | undefined>>();

/** The line of the file at place `at` (from 0) of `count`. */
export function drawLine(one: Chosen, at: number, count: number, acts: LineActs): HTMLLIElement {
  const line = document.createElement('li');
  line.className = 'box stack-2';
  const head = document.createElement('div');
  head.className = 'row tight line';
  const picture = document.createElement('span');
  picture.setAttribute('aria-hidden', 'true');
  picture.className = 'thumb';
  if (isPhoto(one.file)) void pictureOf(one.file).then((canvas) => canvas && picture.append(canvas));
  else picture.hidden = true;
  const words = document.createElement('div');
  words.className = 'grow min-w-0';
  const name = document.createElement('p');
  name.className = 'break-words';
  name.textContent = count > 1 ? `${at + 1}. ${one.file.name}` : one.file.name;
  words.append(name, stateOf(one));
  head.append(picture, words);
  line.append(head);
  if (one.news.kind === 'sending' || one.news.kind === 'offline') line.append(meterOf(one.file, one.news.sent));
  line.append(buttonsOf(one, acts));
  return line;
}

function pictureOf(file: File): Promise<HTMLCanvasElement | undefined> {
  const made = pictures.get(file) ?? thumbnail(file, EDGE);
  pictures.set(file, made);
  return made;
}

function stateOf({ file, news }: Chosen): HTMLElement {
  const state = document.createElement('p');
  state.className = 'sm mut';
  const size = sizeOf(file.size);
  switch (news.kind) {
    case 'waiting':
      state.textContent = `${size}. Chưa gửi, còn trên máy này`;
      break;
    case 'sending':
      state.textContent = `${size}. Đang gửi, đã được ${Math.floor((news.sent / file.size) * 100)}%`;
      break;
    case 'offline':
      state.textContent = `${size}. Mất mạng. Tệp còn trên máy này, có mạng sẽ tự gửi tiếp`;
      break;
    case 'sent':
      state.textContent = `${size}. Đã gửi xong, chưa lưu vào hồ sơ`;
      break;
    case 'refused':
      state.className = 'err';
      state.tabIndex = -1;
      state.dataset.stopped = '';
      state.setAttribute('role', 'alert');
      state.textContent = news.message;
      break;
    case 'signIn': {
      const way = document.createElement('a');
      way.href = `/dang-nhap?tiep=${encodeURIComponent(location.pathname + location.search)}`;
      way.textContent = 'Đăng nhập lại để gửi tiếp';
      state.className = 'sm';
      state.dataset.stopped = '';
      state.tabIndex = -1;
      state.append('Phiên đã hết, tệp còn trên máy này. ', way);
    }
  }
  return state;
}

function meterOf(file: File, sent: number): HTMLElement {
  const meter = document.createElement('progress');
  meter.className = 'meter';
  meter.max = file.size;
  meter.value = sent;
  meter.setAttribute('aria-label', `Đã gửi ${file.name}`);
  return meter;
}

function buttonsOf({ file, news }: Chosen, acts: LineActs): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row tight';
  const add = (words: string, act: (() => void) | undefined) => {
    if (!act) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn small';
    button.textContent = words;
    button.setAttribute('aria-label', `${words}: ${file.name}`);
    button.addEventListener('click', act);
    row.append(button);
  };
  if (news.kind === 'refused') add('Gửi lại', acts.again);
  add('Quay', acts.turn);
  add('Lên', acts.up);
  add('Xuống', acts.down);
  add('Thay', acts.replace);
  add('Bỏ', acts.leave);
  return row;
}
