// Notes of the demonstration's council that two producers read beside their results, chosen by its secretary.
import type { DemoSession } from '#features/councils';
import { type DemoTools, demoHand } from '#features/identity';
import { tellNotes } from './notes.ts';
import { notesOf, OPINION } from './told.ts';

/** Publishes what was written on criteria, and keeps back the opinions on the whole. */
export async function demoNotesTold(tools: DemoTools, { session, recognised, belowThree }: DemoSession): Promise<void> {
  const secretary = await demoHand(tools, 'council-secretary');
  for (const dossier of [...recognised, belowThree]) {
    const notes = await notesOf(tools.tx, session, dossier);
    const published = notes.filter(({ criterion }) => criterion !== OPINION).map(({ key }) => key);
    const reason = 'Ý kiến chung trùng nhau, không nêu thêm căn cứ (giả định).';
    await tellNotes.run(secretary, { id: session, dossier, published, reason }, undefined);
  }
}
