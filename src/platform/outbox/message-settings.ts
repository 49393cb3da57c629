/** What an office sets about text messages. Kept in `setting` under this key, for the whole system. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Day } from '../clock.ts';
import type { DB } from '../db/schema.generated.ts';
import { setting } from '../settings.ts';

export const messageSettingsKey = 'messages';

const hour = z.int().min(0).max(23);
const messageSettings = z.object({
  /** SMS without diacritics: one message holds 160 signs instead of 70. */
  plain: z.boolean(),
  /** Hours between which no text message goes out, but for codes; null: always. From 21 to 6 goes over midnight. */
  quiet: z.object({ from: hour, to: hour }).nullable(),
});
export type MessageSettings = z.output<typeof messageSettings>;

const DEFAULT: MessageSettings = { plain: true, quiet: { from: 21, to: 6 } };

/** The settings in force on a day; the defaults where nothing, or something unreadable, is kept. */
export async function messageSettingsOn(db: Kysely<DB>, day: Day): Promise<MessageSettings> {
  const read = messageSettings.safeParse(await setting(db, messageSettingsKey, { day }));
  return read.success ? read.data : DEFAULT;
}

const hourInVietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Is it an hour in which nobody is disturbed? */
export function isQuiet({ quiet }: MessageSettings, now: Date): boolean {
  if (quiet === null || quiet.from === quiet.to) return false;
  const hours = Number(hourInVietnam.format(now));
  return quiet.from < quiet.to ? hours >= quiet.from && hours < quiet.to : hours >= quiet.from || hours < quiet.to;
}
