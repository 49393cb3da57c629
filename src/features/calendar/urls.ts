/** Addresses of this chapter. */
export const calendarPaths = {
  month: '/lich',
  file: '/lich.ics',
  open: '/lich/dang-ky',
  close: '/lich/dang-ky/huy',
  feed: (token: string) => `/lich/${token}/sao-lang.ics`,
} as const;
