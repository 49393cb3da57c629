/** Addresses of this chapter; those below a dossier stand in the dossiers' `officePaths`. */
export const reviewPaths = {
  list: '/xem-xet-lai',
  sheet: '/xem-xet-lai.xlsx',
  one: (id: string) => `/xem-xet-lai/${id}`,
  accept: (id: string) => `/xem-xet-lai/${id}/thu-ly`,
  decline: (id: string) => `/xem-xet-lai/${id}/khong-thu-ly`,
  withdraw: (id: string) => `/xem-xet-lai/${id}/rut`,
  answer: (id: string) => `/xem-xet-lai/${id}/tra-loi`,
  annul: (recognition: string) => `/giay-chung-nhan/${recognition}/thu-hoi-cong-nhan`,
} as const;
