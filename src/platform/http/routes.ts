import type { z } from 'zod';
import type { Action } from './action.ts';
import type { Page } from './page.ts';
import type { Download, List, Read } from './read.ts';

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What happens after a form: where the browser is led, and which page shows the form again when it was refused. */
export interface FormRoute<In extends z.ZodObject, Out> {
  /** Local path after success (303). */
  back(out: Out, input: z.output<In>): string;
  /** What was done, said once on the next page: "Đã nộp hồ sơ lúc 14:05". */
  done?(out: Out, input: z.output<In>): string;
  /** The page the form stands on. Its path names must be among those of the form's path. */
  page: Page;
}

export type Route =
  | { readonly kind: 'page'; readonly path: string; readonly page: Page }
  | { readonly kind: 'download'; readonly path: string; readonly download: Download }
  | {
      readonly kind: 'form';
      readonly path: string;
      readonly action: Action;
      readonly form: FormRoute<z.ZodObject, unknown>;
    }
  | { readonly kind: 'apiAction'; readonly method: Method; readonly path: string; readonly action: Action }
  | { readonly kind: 'apiRead'; readonly path: string; readonly read: Read | List };

/** A page or a file at this path: `get('/ho-so/:id', dossierPage)`. */
export function get(path: string, what: Page | Download): Route {
  return what.kind === 'page' ? { kind: 'page', path, page: what } : { kind: 'download', path, download: what };
}

/** A form's target: `post('/ho-so/:id/nop', submitDossier, { back: (out) => …, page: dossierPage })`. */
export function post<In extends z.ZodObject, Out>(
  path: string,
  action: Action<In, Out>,
  form: FormRoute<In, Out>,
): Route {
  return { kind: 'form', path, action, form };
}

/** An operation of the API below /api/v1: `api('POST', '/dossiers/:id/submission', submitDossier)`, `api('GET', '/products', listProducts)`. */
export function api(method: 'GET', path: string, what: Read | List): Route;
export function api<In extends z.ZodObject, Out>(method: Method, path: string, what: Action<In, Out>): Route;
export function api(method: 'GET' | Method, path: string, what: Read | List | Action): Route {
  if (what.kind === 'action') {
    if (method === 'GET') throw new TypeError(`${what.name} is an act and cannot be a GET`);
    return { kind: 'apiAction', method, path: `/api/v1${path}`, action: what };
  }
  return { kind: 'apiRead', path: `/api/v1${path}`, read: what };
}
