/** Addresses of this chapter. */
export const trainingPaths = {
  list: '/tap-huan',
  sheet: '/tap-huan.xlsx',
  new: '/tap-huan/moi',
  one: (id: string) => `/tap-huan/${id}`,
  correct: (id: string) => `/tap-huan/${id}/sua`,
  attend: (id: string) => `/tap-huan/${id}/chu-the`,
  withdraw: (id: string) => `/tap-huan/${id}/rut`,
} as const;
