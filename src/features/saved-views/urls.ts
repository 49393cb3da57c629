import { LISTS, type ListName } from './schema.ts';

/** Addresses of this chapter. */
export const viewPaths = {
  all: '/bo-loc',
  add: '/bo-loc/moi',
  rename: (id: string) => `/bo-loc/${id}/ten`,
  remove: (id: string) => `/bo-loc/${id}/xoa`,
} as const;

/** The list with a kept filter. */
export const openPath = (list: ListName, query: string) =>
  query === '' ? LISTS[list].path : `${LISTS[list].path}?${query}`;

/** The list as a kept filter shows it. */
export const openView = (view: { list: ListName; query: string }) => openPath(view.list, view.query);
