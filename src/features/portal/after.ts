import { z } from 'zod';

/** Where the last page of a list ended, packed for an address. */
export function encodePlace(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Unpacks it by its schema; null for anything else, which shows the list from its beginning. */
export function decodePlace<Values>(schema: z.ZodType<Values>, text: string | undefined): Values | null {
  if (text === undefined) return null;
  try {
    const read = schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return read.success ? read.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Products: rows seen, rank, order, name, id. */
export const productPlace = z.tuple([z.int().min(0).max(1_000_000), z.int(), z.int(), z.string().max(300), z.uuid()]);
/** Producers: rows seen, name, id. */
export const producerPlace = z.tuple([z.int().min(0).max(1_000_000), z.string().max(300), z.uuid()]);
