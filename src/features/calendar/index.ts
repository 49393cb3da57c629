// The door of this chapter.
export { closeCalendar, openCalendar } from './actions.ts';
export { calendarFeed, calendarFile } from './feed.ts';
export { calendarPage } from './pages/calendar.tsx';
export { calendarPaths } from './urls.ts';
