import type { Actor } from '#platform/actor';
import type { ReadContext } from '#platform/http/context';
import { notFound } from '#platform/refusal';
import { type EditTarget, lastReturn, mayEdit, type Return } from './draft.ts';
import { type DossierRecord, getDossier } from './record.ts';

/** A dossier as whoever writes it sees it. */
export interface Writing {
  readonly dossier: DossierRecord;
  /** The newest return, while it is being answered. */
  readonly returned: Return | undefined;
  /** May this part be changed now? */
  may(target: EditTarget): boolean;
}

/** Is the actor the one who writes: the producer, or the commune for a dossier entered from paper (R3.9)? */
export function writes(actor: Pick<Actor, 'role'>, dossier: Pick<DossierRecord, 'onBehalf'>): boolean {
  return actor.role === 'producer' || (actor.role === 'commune' && dossier.onBehalf);
}

export const isOpen = ({ state }: Pick<DossierRecord, 'state'>) => state === 'draft' || state === 'returned';

/** The dossier for a page of its writer. Throws notFound for everybody else; a draft is nobody else's to see. */
export async function readWriting(ctx: ReadContext, id: string): Promise<Writing> {
  const dossier = await getDossier(ctx.db, id);
  if (!writes(ctx.actor, dossier)) throw notFound();
  const returned = dossier.state === 'returned' ? await lastReturn(ctx.db, id) : undefined;
  return { dossier, returned, may: (target) => isOpen(dossier) && mayEdit(returned?.items ?? [], target) };
}
