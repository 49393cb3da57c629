import type { Actor } from '../actor.ts';
import { type ListForm, type ListToTake, listFormOf } from '../documents/list-file.ts';
import { notFound } from '../refusal.ts';
import { writeAccess } from './refused-access.ts';
import { contextOf, mayDo } from './requests.ts';
import { readParams, readQuery } from './serve-page.ts';
import type { Web } from './web.ts';

/**
 * The list behind an address of a download, as it is for an actor, without a request: for files made in the background.
 * Written to the access log as an export (S38). Throws notFound when there is no such list or the actor may not take it.
 */
export async function listBehind(
  web: Web,
  actor: Actor,
  url: string,
  id: string,
): Promise<{ list: ListToTake; form: ListForm }> {
  const { pathname, searchParams } = new URL(url, 'http://list.invalid');
  for (const route of web.routes) {
    if (route.kind !== 'download' || route.download.open || route.download.fresh) continue;
    const found = patternOf(route.path).exec(pathname);
    if (found === null) continue;
    const { download } = route;
    const asker = { actor, url, id, ip: '', headers: {}, sessionToken: null, deviceToken: null };
    const params = readParams(download.params, found.groups ?? {});
    const subject = download.subject?.(params);
    if (download.permission !== null && !(await mayDo(web, web.db.app, actor, download.permission, subject))) break;
    const raw = Object.fromEntries(searchParams);
    const list = await download.run(contextOf(web, asker, actor), params, readQuery(download.query, raw));
    if (!('lines' in list)) break;
    await writeAccess(web, asker, 'export', { what: download.name, path: url }, subject ?? null);
    return { list, form: listFormOf(raw) };
  }
  throw notFound('Không tìm thấy danh sách này, hoặc tài khoản không được lấy danh sách này.');
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/:([A-Za-z]+)/g, '(?<$1>[^/]+)')}$`);
