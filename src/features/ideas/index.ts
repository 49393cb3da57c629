// The door of the chapter.
export { adviseIdea, correctIdea, dropIdea, enterIdea, readyIdea, reopenIdea } from './acts.ts';
export { demoIdeas } from './demo.ts';
export { fileIdea } from './file.ts';
export { correctIdeaPage } from './pages/correct.tsx';
export { ideasPage, ideasSheet } from './pages/list.tsx';
export { newIdeaPage } from './pages/new.tsx';
export { ideaPage } from './pages/one.tsx';
export { ideaPaths } from './urls.ts';
