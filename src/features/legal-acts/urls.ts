/** Addresses of this chapter: the officers' register, and the public list. */
export const actPaths = {
  list: '/so-van-ban',
  sheet: '/so-van-ban.xlsx',
  new: '/so-van-ban/moi',
  one: (id: string) => `/so-van-ban/${id}`,
  correct: (id: string) => `/so-van-ban/${id}/sua`,
  relate: (id: string) => `/so-van-ban/${id}/quan-he`,
  unrelate: (id: string) => `/so-van-ban/${id}/quan-he/bo`,
  remove: (id: string) => `/so-van-ban/${id}/bo`,
  open: '/van-ban',
  openOne: (id: string) => `/van-ban/${id}`,
  file: (id: string) => `/van-ban/${id}/tep`,
} as const;
