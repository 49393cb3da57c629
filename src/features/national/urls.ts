/** Addresses of the table for the national system. */
export const nationalPaths = {
  table: '/bang-quoc-gia',
  file: '/bang-quoc-gia/tep',
  back: '/bang-quoc-gia/nhan-lai',
} as const;
