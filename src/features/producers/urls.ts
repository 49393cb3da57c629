/** Addresses of this chapter. */
export const producerPaths = {
  list: '/so-chu-the',
  sheet: '/so-chu-the.xlsx',
  new: '/so-chu-the/moi',
  one: (id: string) => `/so-chu-the/${id}`,
  /** The record as of a past day. */
  on: (id: string, day: string) => `/so-chu-the/${id}?ngay=${day}`,
  part: (id: string, path: string) => `/so-chu-the/${id}/${path}`,
  /** One of several contracts, certifications, consents. */
  item: (id: string, path: string, item: string) => `/so-chu-the/${id}/${path}?muc=${item}`,
  history: (id: string) => `/so-chu-the/${id}/lich-su`,
  unjoin: (id: string) => `/so-chu-the/${id}/tach-lai`,
  duplicates: '/chu-the-trung',
  pair: (id: string, other: string) => `/chu-the-trung/${id}/${other}`,
  apart: (id: string, other: string) => `/chu-the-trung/${id}/${other}/khong-trung`,
} as const;

/** Where the parts of one record are changed. */
export const pathsOf = (id: string) => ({
  part: (path: string) => producerPaths.part(id, path),
  item: (path: string, item: string) => producerPaths.item(id, path, item),
});
