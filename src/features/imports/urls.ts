/** Addresses of lists brought in. */
export const importPaths = {
  list: '/nhap-danh-sach',
  one: (id: string) => `/nhap-danh-sach/${id}`,
  columns: (id: string) => `/nhap-danh-sach/${id}/cot`,
  row: (id: string, no: number | string) => `/nhap-danh-sach/${id}/dong/${no}`,
  settle: (id: string) => `/nhap-danh-sach/${id}/xu-ly`,
  write: (id: string) => `/nhap-danh-sach/${id}/ghi`,
  undo: (id: string) => `/nhap-danh-sach/${id}/hoan-tac`,
  cancel: (id: string) => `/nhap-danh-sach/${id}/bo`,
  readAgain: (id: string) => `/nhap-danh-sach/${id}/doc-lai`,
  stop: (id: string) => `/nhap-danh-sach/${id}/dung`,
} as const;
