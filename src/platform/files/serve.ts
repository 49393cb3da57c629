import { dispositionOf } from './names.ts';

/** A kept file as the table names it. */
export interface ServedFile {
  name: string;
  type: string;
  size: number;
  sha256: string;
}

/**
 * Headers for a file that has passed the authorization check (S28). `inline` is only for re-encoded pictures and for
 * PDFs; everything is put in a sandbox, so nothing in it can run as this site. Never cached by anyone in between.
 */
export function fileHeaders(file: ServedFile, mode: 'attachment' | 'inline' = 'attachment'): Record<string, string> {
  const showable = file.type === 'application/pdf' || file.type === 'image/webp' || file.type === 'image/jpeg';
  return {
    'content-type': file.type === 'text/csv' || file.type === 'text/plain' ? `${file.type}; charset=utf-8` : file.type,
    'content-length': String(file.size),
    'content-disposition': dispositionOf(file.name, mode === 'inline' && showable ? 'inline' : 'attachment'),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    etag: `"${file.sha256}"`,
  };
}
