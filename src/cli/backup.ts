import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { writeBackup } from '#platform/backup/backup';
import { openFileStore } from '#platform/files/store';
import { complain, ownerOf, say, withDatabaseOf } from './operator.ts';

/** `saolang backup FILE.tar.gz`: database and files as one instant, while the product runs. `-` writes to standard output. */
export async function run([file]: readonly string[]): Promise<number> {
  if (file === undefined) {
    complain('Usage: saolang backup FILE.tar.gz');
    return 2;
  }
  return withDatabaseOf(async (located, config) => {
    const { owner } = ownerOf(located);
    const files = await openFileStore(config.filesUrl, config.dataDir);
    if (file === '-') {
      await writeBackup(owner, files, process.stdout);
      return 0;
    }
    if (await exists(file)) throw new Error(`${file} is there already: choose another name.`);
    const half = `${file}.part`;
    try {
      const result = await writeBackup(owner, files, createWriteStream(half, { mode: 0o600 }));
      await rename(half, file);
      say(
        `${file}: ${result.tables} tables, ${result.rows} rows, ${result.files} files (${Math.ceil(result.bytes / 1024)} KiB).`,
      );
      say('It holds personal data: keep it where only you can read it, and SECRET in another place.');
      return 0;
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
