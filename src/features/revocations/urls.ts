/** Addresses of this chapter. */
export const revocationPaths = {
  revoke: (recognition: string) => `/giay-chung-nhan/${recognition}/thu-hoi`,
} as const;
