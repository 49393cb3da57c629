/** Addresses of this chapter. */
export const revocationPaths = {
  revoke: (recognition: string) => `/giay-chung-nhan/${recognition}/thu-hoi`,
  draft: (recognition: string) => `/giay-chung-nhan/${recognition}/thu-hoi/du-thao`,
  /** The decision as it was recorded; with '.pdf' or '.docx' its paper. */
  decision: (recognition: string) => `/giay-chung-nhan/${recognition}/quyet-dinh-thu-hoi`,
} as const;
