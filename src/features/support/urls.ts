import { withFilters } from '#ui';

/** Addresses of this chapter. */
export const supportPaths = {
  list: '/ho-tro',
  sheet: '/ho-tro.xlsx',
  new: '/ho-tro/moi',
  newFor: (producer: string) => withFilters('/ho-tro/moi', { chuthe: producer }),
  one: (id: string) => `/ho-tro/${id}`,
  correct: (id: string) => `/ho-tro/${id}/sua`,
  withdraw: (id: string) => `/ho-tro/${id}/rut`,
} as const;

export const policyPaths = {
  list: '/chinh-sach-ho-tro',
  new: '/chinh-sach-ho-tro/moi',
  one: (id: string) => `/chinh-sach-ho-tro/${id}`,
  cancel: (id: string) => `/chinh-sach-ho-tro/${id}/bo`,
} as const;
