import { councilPaths } from '#features/councils';

/** Typed paths of this chapter, for links. */
export const meetingPaths = {
  room: councilPaths.room,
  product: (session: string, dossier: string) => `/phien/${session}/hop?sp=${dossier}`,
  note: (session: string, dossier: string) => `/phien/${session}/hop/thao-luan/${dossier}`,
  propose: (session: string, dossier: string) => `/phien/${session}/hop/de-xuat/${dossier}`,
  follow: councilPaths.follow,
  flights: (session: string) => `/phien/${session}/nem`,
  flight: (id: string) => `/nem/${id}`,
  key: (id: string) => `/nem/${id}/ma`,
  card: (flight: string, card: string) => `/nem/${flight}/mau/${card}`,
} as const;
