/** The OCOP mark as its owner gives it out: kept as a setting of the system, never drawn by us (R11.5). */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { FileProblem } from '#platform/files/problem';
import type { FileStore } from '#platform/files/store';
import { setting } from '#platform/settings';
import type { Logo } from '#ui';
import { logoPaths } from './urls.ts';

export const LOGO_SETTING = 'logo';

const kept = z.object({
  file: z.uuid(),
  sha256: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type KeptLogo = z.output<typeof kept>;

/** The mark in use on a day, as the setting keeps it; null: none. */
export async function keptLogo(db: Kysely<DB>, day: Day): Promise<KeptLogo | null> {
  const read = kept.safeParse(await setting(db, LOGO_SETTING, { day }));
  return read.success ? read.data : null;
}

/** The mark to show on public pages of a day. */
export async function logoOn(db: Kysely<DB>, day: Day): Promise<Logo | null> {
  const logo = await keptLogo(db, day);
  return logo && { src: logoPaths.picture(logo.file), width: logo.width, height: logo.height };
}

/** The mark as PNG, for documents; null where there is none, or its file is gone. */
export async function logoPng(
  { db, files }: { readonly db: Kysely<DB>; readonly files: Pick<FileStore, 'read'> },
  day: Day,
): Promise<Uint8Array | null> {
  const logo = await keptLogo(db, day);
  if (logo === null) return null;
  try {
    return await files.read(logo.sha256);
  } catch (error) {
    if (error instanceof FileProblem) return null;
    throw error;
  }
}
