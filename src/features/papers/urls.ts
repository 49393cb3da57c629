/** Addresses of this chapter. */
export const paperPaths = {
  mandates: '/giao-ky',
  newMandate: '/giao-ky/moi',
  mandate: (id: string) => `/giao-ky/${id}`,
  templates: '/mau-van-ban',
  template: (paper: string) => `/mau-van-ban/${paper}`,
  oneTemplate: (paper: string, id: string) => `/mau-van-ban/${paper}/${id}`,
} as const;
