/**
 * The kinds of file people may hand in (S25), and how each shows itself in a name, a declared type and a content.
 * A place that takes files names its list: `EVIDENCE` for papers of a dossier, `OFFICE` for officers, `IMPORT` for lists.
 */

/** One kind of file; the name is also what is stored in words for people. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'webp' | 'svg' | 'xlsx' | 'docx' | 'csv' | 'txt';

interface KindFacts {
  /** Word on the screen. */
  word: string;
  /** Media type it is stored and served with. */
  type: string;
  extensions: readonly string[];
  /** Other types browsers and office programs declare for it. */
  alsoDeclared: readonly string[];
}

export const KINDS: Readonly<Record<FileKind, KindFacts>> = {
  pdf: { word: 'PDF', type: 'application/pdf', extensions: ['pdf'], alsoDeclared: ['application/x-pdf'] },
  jpeg: { word: 'JPG', type: 'image/jpeg', extensions: ['jpg', 'jpeg'], alsoDeclared: ['image/jpg', 'image/pjpeg'] },
  png: { word: 'PNG', type: 'image/png', extensions: ['png'], alsoDeclared: ['image/x-png'] },
  webp: { word: 'WebP', type: 'image/webp', extensions: ['webp'], alsoDeclared: [] },
  svg: { word: 'SVG', type: 'image/svg+xml', extensions: ['svg'], alsoDeclared: ['text/xml', 'application/xml'] },
  xlsx: {
    word: 'XLSX',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    alsoDeclared: ['application/vnd.ms-excel', 'application/zip', 'application/x-zip-compressed'],
  },
  docx: {
    word: 'DOCX',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    alsoDeclared: ['application/msword', 'application/zip', 'application/x-zip-compressed'],
  },
  csv: {
    word: 'CSV',
    type: 'text/csv',
    extensions: ['csv'],
    alsoDeclared: ['application/csv', 'application/vnd.ms-excel', 'text/plain'],
  },
  txt: { word: 'TXT', type: 'text/plain', extensions: ['txt'], alsoDeclared: [] },
};

/** What a door takes: the kinds, and the largest size in bytes. */
export interface Accepted {
  kinds: readonly FileKind[];
  maxBytes: number;
}

const MEGABYTE = 1024 * 1024;
/** Papers and pictures from producers (S25). */
export const EVIDENCE: Accepted = { kinds: ['pdf', 'jpeg', 'png', 'webp'], maxBytes: 20 * MEGABYTE };
/** Officers may also hand in office files. */
export const OFFICE: Accepted = { kinds: ['pdf', 'jpeg', 'png', 'webp', 'xlsx', 'docx'], maxBytes: 20 * MEGABYTE };
/** Pictures only. */
export const PICTURE: Accepted = { kinds: ['jpeg', 'png', 'webp'], maxBytes: 20 * MEGABYTE };
/** A mark as its owner gives it out; it is drawn anew before anybody sees it. */
export const LOGO: Accepted = { kinds: ['png', 'svg'], maxBytes: 2 * MEGABYTE };
/** Lists to be read in: accounts, units. */
export const IMPORT: Accepted = { kinds: ['xlsx', 'csv', 'txt'], maxBytes: 20 * MEGABYTE };

/** The sentence that says what a door takes, e.g. "Hãy nộp tệp PDF, JPG hoặc PNG, không quá 20 MB." */
export function acceptedSentence(accepted: Accepted): string {
  const words = accepted.kinds.map((kind) => KINDS[kind].word);
  const last = words.pop() ?? '';
  const list = words.length > 0 ? `${words.join(', ')} hoặc ${last}` : last;
  return `Hãy nộp tệp ${list}, không quá ${Math.floor(accepted.maxBytes / MEGABYTE)} MB.`;
}

/** The kind an extension (without the dot, any case) stands for, or null. */
export function kindOfExtension(extension: string): FileKind | null {
  const wanted = extension.toLowerCase();
  for (const kind of Object.keys(KINDS) as FileKind[]) {
    if (KINDS[kind].extensions.includes(wanted)) return kind;
  }
  return null;
}
