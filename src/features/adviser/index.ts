// The door of the chapter.
export { demoNotesTold } from './demo.ts';
export { tellNotes } from './notes.ts';
export { adviserPage } from './pages/adviser.tsx';
export { notesPage } from './pages/notes.tsx';
export { reasonsPage } from './pages/reasons.tsx';
export { adviserPath, reasonsPath } from './urls.ts';
