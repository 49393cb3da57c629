/** Addresses of what helps a producer onwards: the way to the next star, and why a product got its result. */
import { adviserPage, adviserPath, notesPage, reasonsPage, reasonsPath, tellNotes } from '#features/adviser';
import { councilPaths } from '#features/councils';
import { api, get, post, type Route } from '#platform/http/routes';

const notes = councilPaths.notes(':id', ':dossier');

export const adviser: readonly Route[] = [
  get(adviserPath(':id'), adviserPage),
  get(reasonsPath(':id'), reasonsPage),
  get(notes, notesPage),
  post(notes, tellNotes, {
    page: notesPage,
    back: (out, { dossier }) => councilPaths.notes(out.id, dossier),
    done: () => 'Đã lưu lựa chọn nhận xét.',
  }),
  api('POST', '/sessions/:id/told-notes', tellNotes),
];
