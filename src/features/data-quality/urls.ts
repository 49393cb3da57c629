import { withFilters } from '#ui';

/** Addresses of this chapter. */
export const qualityPaths = {
  home: '/chat-luong-du-lieu',
  of: (commune: string | undefined) => withFilters('/chat-luong-du-lieu', { xa: commune }),
  check: (check: string, query: { xa?: string | undefined; ten?: string | undefined; sau?: string | undefined } = {}) =>
    withFilters(`/chat-luong-du-lieu/${check}`, query),
  sheet: (check: string, query: { xa?: string | undefined } = {}) =>
    withFilters(`/chat-luong-du-lieu/${check}/danh-sach.xlsx`, query),
} as const;
