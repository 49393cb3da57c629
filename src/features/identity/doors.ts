// What every door of signing in does first: count the try, find the session that goes on.
import type { PreparingContext } from '#platform/http/context';
import { signInNeeded } from '#platform/refusal';
import { logEvent } from './events.ts';
import { countTry, type Door } from './limits.ts';
import { findStanding, type Standing } from './standing.ts';

/** Counts a try unless the demonstration switched limits off. */
export async function counted(
  ctx: PreparingContext,
  door: Omit<Door, 'address'>,
): Promise<{ passed(): Promise<void> }> {
  if (!ctx.rateLimits) return { passed: async () => undefined };
  try {
    return await countTry(ctx.outside, { ...door, address: ctx.address });
  } catch (full) {
    await logEvent(ctx.outside, 'signInLocked', ctx, { account: null });
    throw full;
  }
}

/** The session of this browser while its sign-in goes on; refused when there is none. */
export async function standingOf(ctx: PreparingContext): Promise<Standing> {
  const standing = ctx.session === null ? null : await findStanding(ctx.outside, ctx.session, ctx.now);
  if (standing === null) throw signInNeeded();
  return standing;
}
