// The door of the chapter.
export { followRoom } from './follow.ts';
export { beginMeeting, endMeeting, leadMeeting } from './meeting.ts';
export { noteDiscussion, proposeProduct } from './notes.ts';
export { meetingPage } from './pages/meeting.tsx';
export { meetingPaths } from './urls.ts';
