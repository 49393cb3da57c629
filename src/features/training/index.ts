// The door of this chapter.
export { attendTraining, correctTraining, recordTraining, withdrawTraining } from './acts.ts';
export { demoTrainings } from './demo.ts';
export { correctTrainingPage } from './pages/correct.tsx';
export { trainingsPage } from './pages/list.tsx';
export { newTrainingPage } from './pages/new.tsx';
export { trainingPage } from './pages/one.tsx';
export { trainingsSheet } from './sheet.ts';
export { trainingPaths } from './urls.ts';
