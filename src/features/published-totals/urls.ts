/** Addresses of this chapter. */
export const totalPaths = {
  list: '/so-da-cong-bo',
  sheet: '/so-da-cong-bo.xlsx',
  new: '/so-da-cong-bo/moi',
  one: (id: string) => `/so-da-cong-bo/${id}`,
  remove: (id: string) => `/so-da-cong-bo/${id}/bo`,
} as const;
