/** Addresses of this chapter. */
export const delegationPaths = {
  list: '/nghi-phep',
  new: '/nghi-phep/moi',
  /** The administrator records it for somebody. */
  newFor: (account: string) => `/nghi-phep/moi?nguoi=${account}`,
  one: (id: string) => `/nghi-phep/${id}`,
} as const;
