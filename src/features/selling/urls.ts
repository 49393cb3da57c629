/** Addresses of how a product is bought. */
export const sellingPaths = {
  form: (product: string) => `/so-san-pham/${product}/noi-ban`,
  season: (lang: 'vi' | 'en', month?: number) =>
    `${lang === 'en' ? '/en' : ''}/dang-mua${month === undefined ? '' : `?thang=${month}`}`,
} as const;
