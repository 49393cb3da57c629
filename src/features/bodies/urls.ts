/** Addresses of this chapter. */
export const bodyPaths = {
  list: '/ban-chi-dao',
  sheet: '/ban-chi-dao.xlsx',
  new: '/ban-chi-dao/moi',
  one: (id: string) => `/ban-chi-dao/${id}`,
  members: (id: string) => `/ban-chi-dao/${id}/thanh-vien.xlsx`,
  correct: (id: string) => `/ban-chi-dao/${id}/sua`,
  dissolve: (id: string) => `/ban-chi-dao/${id}/giai-the`,
  change: (id: string) => `/ban-chi-dao/${id}/thay-doi`,
  member: (id: string, member: string) => `/ban-chi-dao/${id}/thanh-vien/${member}`,
} as const;

export const officerPaths = {
  list: '/can-bo-phu-trach',
  sheet: '/can-bo-phu-trach.xlsx',
  missingSheet: '/can-bo-phu-trach/xa-chua-co.xlsx',
  new: '/can-bo-phu-trach/moi',
  newFor: (commune: string) => `/can-bo-phu-trach/moi?xa=${commune}`,
  one: (id: string) => `/can-bo-phu-trach/${id}`,
  end: (id: string) => `/can-bo-phu-trach/${id}/thoi`,
} as const;
