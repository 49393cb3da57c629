// The door of this chapter.
export { acceptTask, cancelTask, giveBackTask, giveTask, noteTask, reportTask } from './acts.ts';
export { demoTasks } from './demo.ts';
export { loadTasks } from './load.ts';
export { tasksPage, tasksSheet } from './pages/list.tsx';
export { newTaskPage } from './pages/new.tsx';
export { taskPage } from './pages/one.tsx';
export { lateTasks } from './queries.ts';
export { remindOfTasks } from './reminders.ts';
export { taskPaths } from './urls.ts';
