/** Words of a search as the stored word vector knows them: small letters without marks, đ as d. */
export function wordsOf(text: string): string[] {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return bare.split(/[^a-z0-9]+/).filter((word) => word !== '');
}
