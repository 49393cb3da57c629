type Lang = 'vi' | 'en';
const base = (lang: Lang) => (lang === 'en' ? '/en' : '');

/** Addresses of this chapter, built in one place. */
export const misusePaths = { list: '/phan-anh', sheet: '/phan-anh.xlsx', one: '/phan-anh/:id' } as const;
export const reportPath = (lang: Lang = 'vi') => `${base(lang)}/bao-dung-sai`;
export const reportStatePath = (number: string, lang: Lang = 'vi') =>
  `${reportPath(lang)}/${encodeURIComponent(number)}`;
export const misusePath = (id: string) => `/phan-anh/${id}`;
export const photoPath = (id: string) => `${misusePath(id)}/anh`;
export const closePath = (id: string) => `${misusePath(id)}/ket-luan`;
