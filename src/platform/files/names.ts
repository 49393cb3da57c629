import { create } from 'content-disposition';

/** Longest name kept, in characters; a file system takes 255 bytes and a Vietnamese letter is up to three. */
const LONGEST = 80;
const EMPTY_NAME = 'tep-tin';
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name fit to be stored, shown and sent back (S30): NFC, last part of a path only, without control, direction and
 * zero-width characters, without quotes and characters Windows refuses, at most 80 characters with its extension kept.
 * Never empty. The bytes on disk never carry this name.
 */
export function cleanName(given: string | null | undefined): string {
  const base = (given ?? '').normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = base
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/["'`<>:|?*]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  const extension = extensionOf(plain);
  const stem = (extension ? plain.slice(0, -extension.length - 1) : plain).replace(/[\s.]+$/u, '');
  const room = LONGEST - (extension ? extension.length + 1 : 0);
  const kept = [...stem].slice(0, room).join('').trim() || EMPTY_NAME;
  const name = extension ? `${kept}.${extension}` : kept;
  return DEVICE_NAME.test(name) ? `_${name}` : name;
}

/** The extension without its dot, in lower case; '' when the name has none. Only 1–8 letters or digits count. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A `Content-Disposition` value by RFC 6266 for a stored name (S28). The name is cleaned again. */
export function dispositionOf(name: string, type: 'attachment' | 'inline'): string {
  const clean = cleanName(name);
  const ascii = clean
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^ -~]/g, '_');
  return create(clean, { type, fallback: ascii });
}
