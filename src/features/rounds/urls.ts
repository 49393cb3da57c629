/** Addresses of this chapter. */
export const roundPaths = {
  list: '/dot',
  plan: '/dot/moi',
  correct: (id: string) => `/dot/${id}`,
} as const;
