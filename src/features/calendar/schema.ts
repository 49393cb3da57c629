import { z } from 'zod';
import type { Day } from '#platform/clock';

/** One day, or some days, of somebody's calendar. */
export interface CalendarEvent {
  /** The same for the same thing for ever: 'session-<id>'. */
  readonly uid: string;
  readonly kind: 'round' | 'session' | 'term' | 'certificate' | 'leave' | 'visit';
  readonly day: Day;
  /** Last day; the first when left out. */
  readonly until?: Day;
  readonly title: string;
  /** Place, or who brings it. */
  readonly note: string | null;
  readonly href: string | null;
  /** Grows with every change of the thing. */
  readonly version: number;
  readonly changedAt: Date;
}

export const monthQuery = z.object({
  thang: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});
/** The secret in the address of a subscription. */
export const feedParams = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
export const feedInput = z.strictObject({});
export const feedRow = z.object({ open: z.boolean() });
