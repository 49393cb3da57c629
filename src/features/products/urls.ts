/** Addresses of this chapter. */
export const productPaths = {
  one: (id: string) => `/so-san-pham/${id}`,
  /** The record as of a past day. */
  on: (id: string, day: string) => `/so-san-pham/${id}?ngay=${day}`,
  part: (id: string, path: string) => `/so-san-pham/${id}/${path}`,
  /** One of several pictures, labels, standards, tests, barcodes. */
  item: (id: string, path: string, item: string) => `/so-san-pham/${id}/${path}?muc=${item}`,
  history: (id: string) => `/so-san-pham/${id}/lich-su`,
  /** A file of the record, as a re-encoded picture. */
  file: (id: string, file: string) => `/so-san-pham/${id}/tep/${file}`,
  /** A product's picture for everybody. */
  picture: (file: string) => `/anh/${file}`,
  /** Other products of its producer, to be looked at side by side. */
  others: (id: string) => `/san-pham-trung/${id}`,
  pair: (id: string, other: string) => `/san-pham-trung/${id}/${other}`,
  apart: (id: string, other: string) => `/san-pham-trung/${id}/${other}/khong-trung`,
  unjoin: (id: string) => `/so-san-pham/${id}/tach-lai`,
} as const;

/** Where the parts of one record are changed. */
export const pathsOf = (id: string) => ({
  part: (path: string) => productPaths.part(id, path),
  item: (path: string, item: string) => productPaths.item(id, path, item),
});
