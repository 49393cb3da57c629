/** Addresses of acts on many dossiers. */
export const manyPaths = {
  receive: '/nhieu-ho-so/tiep-nhan',
  accept: '/nhieu-ho-so/vao-dot',
  result: (id: string) => `/nhieu-ho-so/ket-qua/${id}`,
} as const;

/** The preview of an act with these dossiers chosen; the form on it is sent to the same address. */
export function chosenPath(path: string, ids: readonly string[], back: string | undefined): string {
  const params = new URLSearchParams(ids.map((id) => ['chon', id]));
  if (back !== undefined) params.set('ve', back);
  return `${path}?${params.toString()}`;
}
