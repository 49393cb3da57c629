// The door of the chapter.
export { endPractice, makePractice, savePractice, submitPractice } from './acts.ts';
export { demoPractice } from './demo.ts';
export { makePracticePage } from './pages/make.tsx';
export { practicePage } from './pages/practice.tsx';
export { practicesPage } from './pages/practices.tsx';
export { practiceSheetPage } from './pages/sheet.tsx';
export { practicePaths } from './urls.ts';
