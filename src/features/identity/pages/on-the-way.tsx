import { z } from 'zod';
import type { PublicContext } from '#platform/http/context';
import { type Redirect, redirect } from '#platform/http/page';
import { findStanding, type Standing, type Step } from '../standing.ts';
import { identityPaths, wayTo } from '../urls.ts';

/** Where to go on after signing in: `?tiep=/ho-so/…`. */
export const wayOnQuery = z.object({ tiep: z.string().max(1000).optional().catch(undefined) });

/** The session that stands at one of these steps; whoever stands elsewhere is led there. */
export async function atStep(
  ctx: PublicContext,
  steps: readonly Step[],
  wanted: string | undefined,
): Promise<Standing | Redirect> {
  const standing = ctx.session === null ? null : await findStanding(ctx.db, ctx.session, ctx.now);
  if (standing === null) return redirect(identityPaths.signIn);
  if (steps.includes(standing.step)) return standing;
  return redirect(wayTo(standing.step, standing.appointment?.role ?? null, wanted));
}

/** Target and hidden field of a form that carries the way on; in the target too, so that a refused form still knows it. */
export function onTheWay(path: string, wanted: string | undefined) {
  return wanted === undefined
    ? { action: path }
    : { action: `${path}?tiep=${encodeURIComponent(wanted)}`, hidden: { next: wanted } };
}
