/** A browser without JavaScript and a program with a cookie, in one: keeps cookies, follows nothing. */
import { v7 } from 'uuid';
import { formsIn, type PageForm, textOf } from './forms.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** Path of a redirect. */
  location: string | null;
  html: string;
  text: string;
  forms: PageForm[];
  /** The form whose target ends so; throws with the forms there are. */
  form(target: string): PageForm;
}

export interface JsonAnswer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export interface Upload {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export class Client {
  readonly base: string;
  readonly cookies = new Map<string, string>();

  constructor(base: string) {
    this.base = base;
  }

  /** A raw request with this client's cookies; what is set is kept. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(this.base + path, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** Opens a page. */
  async page(path: string): Promise<Answer> {
    return readAnswer(await this.fetch(path, { headers: { accept: 'text/html' } }));
  }

  /** Opens a page and goes on to where it leads, at most five times. */
  async follow(path: string): Promise<Answer> {
    let answer = await this.page(path);
    for (let hops = 0; answer.location !== null && hops < 5; hops++) answer = await this.page(answer.location);
    return answer;
  }

  /** Sends a form of a page with changes; `null` leaves a field out. Files make it multipart. */
  submit(
    form: PageForm,
    changes: Record<string, string | string[] | null> = {},
    files: Record<string, Upload | Upload[]> = {},
  ): Promise<Answer> {
    const kept = form.fields.filter(([name]) => !(name in changes));
    const added = Object.entries(changes).flatMap(([name, value]): [string, string][] =>
      value === null ? [] : [value].flat().map((one) => [name, one]),
    );
    return this.post(
      form.action,
      [...kept, ...added],
      form.multipart || Object.keys(files).length > 0 ? files : undefined,
    );
  }

  /** Posts fields as a form of one's own making. */
  async post(
    path: string,
    fields: [string, string][] | Record<string, string>,
    files?: Record<string, Upload | Upload[]>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
    let body: URLSearchParams | FormData = new URLSearchParams(pairs);
    if (files) {
      body = new FormData();
      for (const [name, value] of pairs) body.append(name, value);
      for (const [name, some] of Object.entries(files)) {
        for (const { bytes, type, name: fileName } of [some].flat())
          body.append(name, new Blob([bytes], { type }), fileName);
      }
    }
    return readAnswer(await this.fetch(path, { method: 'POST', body, headers: { origin: this.base, ...headers } }));
  }

  /** Calls the API. `key` true makes a new idempotency key; `ifMatch` is the version read. */
  async json(
    method: string,
    path: string,
    body?: unknown,
    options: { key?: boolean | string; ifMatch?: number | string; headers?: Record<string, string> } = {},
  ): Promise<JsonAnswer> {
    const headers: Record<string, string> = { origin: this.base, ...options.headers };
    if (body !== undefined) headers['content-type'] ??= 'application/json';
    if (options.key) headers['idempotency-key'] = options.key === true ? v7() : options.key;
    if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
    const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const answer = await this.fetch(path, { method, headers, ...init });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text.startsWith('{') ? JSON.parse(text) : {} };
  }
}

async function readAnswer(answer: Response): Promise<Answer> {
  const html = await answer.text();
  const forms = formsIn(html);
  return {
    status: answer.status,
    headers: answer.headers,
    location: answer.headers.get('location'),
    html,
    text: textOf(html),
    forms,
    form(target) {
      const found = forms.find(({ action }) => action.split('?')[0]?.endsWith(target));
      if (!found) throw new Error(`no form to ${target}; there are: ${forms.map(({ action }) => action).join(', ')}`);
      return found;
    },
  };
}
