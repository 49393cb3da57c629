// The door of this chapter.
export { acceptTask, cancelTask, giveBackTask, noteTask, reportTask } from './acts.ts';
export { correctTask } from './correcting.ts';
export { demoTasks } from './demo.ts';
export { giveTask } from './giving.ts';
export { loadTasks } from './load.ts';
export { correctConclusion, recordConclusion, removeConclusion } from './meetings.ts';
export { tasksPage } from './pages/list.tsx';
export { meetingPage } from './pages/meeting.tsx';
export { correctMeetingPage } from './pages/meeting-correct.tsx';
export { newMeetingPage } from './pages/meeting-new.tsx';
export { meetingsPage } from './pages/meetings.tsx';
export { newTaskPage } from './pages/new.tsx';
export { taskPage } from './pages/one.tsx';
export { tasksPdf, tasksWord } from './printing.ts';
export { lateTasks } from './queries.ts';
export { remindOfTasks } from './reminders.ts';
export { meetingsSheet, tasksSheet } from './sheet.ts';
export { meetingPaths, taskPaths } from './urls.ts';
