/** Numbers as offices type them. */
export const WHOLE = String.raw`\d{1,3}(?:\.\d{3})+|\d+`;

/** `1.234,5` → 1234.5 */
export const readNumber = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.'));
