/** Addresses of handbooks. */
export const handbookPaths = {
  list: '/cam-nang',
  one: (id: string) => `/cam-nang/${id}`,
  file: (id: string) => `/cam-nang/${id}/cam-nang.pdf`,
  stop: (id: string) => `/cam-nang/${id}/dung`,
} as const;
