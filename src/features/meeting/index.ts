// The door of the chapter.
export { demoMeeting } from './demo.ts';
export { endFlight, makeFlight, openKey, tasteDish } from './flights.ts';
export { followRoom } from './follow.ts';
export { beginMeeting, endMeeting, leadMeeting } from './meeting.ts';
export { noteDiscussion, proposeProduct } from './notes.ts';
export { flightPage } from './pages/flight.tsx';
export { flightKeyPage } from './pages/flight-key.tsx';
export { flightsPage } from './pages/flights.tsx';
export { meetingPage } from './pages/meeting.tsx';
export { meetingPaths } from './urls.ts';
