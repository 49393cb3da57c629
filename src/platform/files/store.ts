import { fileURLToPath } from 'node:url';
import type { FileStore } from './file-store.ts';
import { folderStore } from './folder-store.ts';

export type { FileStore, StoredFile } from './file-store.ts';

/**
 * The store for the setting FILES_URL: `file:` with a folder (absolute, or relative to `base`).
 * Throws an Error for an address it does not know.
 */
export function openFileStore(url: string, base: string): Promise<FileStore> {
  if (!url.startsWith('file:'))
    throw new Error(`FILES_URL: only file: addresses are known here, not ${url.split(':')[0]}:`);
  const root = new URL(`${base.replace(/\/+$/, '')}/`, 'file:///');
  return folderStore(fileURLToPath(new URL(url.slice('file:'.length), root)));
}
