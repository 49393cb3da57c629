/** Addresses of this chapter. */
export const unitChangePaths = {
  list: '/quan-tri/don-vi',
  new: '/quan-tri/don-vi/moi',
  newFor: (kind: string, unit: string) => `/quan-tri/don-vi/moi?kind=${kind}&unit=${unit}`,
  one: (id: string) => `/quan-tri/don-vi/${id}`,
  lists: '/quan-tri/don-vi/danh-sach',
  listOf: (id: string) => `/quan-tri/don-vi/danh-sach/${id}`,
  settle: '/xep-lai-xa',
} as const;
