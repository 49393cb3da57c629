/** Addresses of this chapter. */
export const roundPaths = {
  list: '/dot',
  sheet: '/dot.xlsx',
  plan: '/dot/moi',
  correct: (id: string) => `/dot/${id}`,
} as const;
