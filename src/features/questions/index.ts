// The door of this chapter.
export { askPage } from './pages/ask.tsx';
export { cellPage } from './pages/cell.tsx';
export { answerSheet } from './sheet.ts';
export { questionPaths } from './urls.ts';
