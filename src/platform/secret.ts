import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSecret } from './config.ts';

/** The key of this install in DATA_DIR/secret (0600), made the first time (S40). Throws when the file holds no real one. */
export async function secretIn(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret');
  await mkdir(dataDir, { recursive: true });
  const made = randomBytes(32).toString('base64url');
  try {
    await writeFile(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const kept = (await readFile(path, 'utf8')).trim();
  if (!isSecret(kept))
    throw new Error(`${path} does not hold a usable secret; put the old one back, or remove the file.`);
  return kept;
}
