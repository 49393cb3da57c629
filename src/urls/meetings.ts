/** Addresses of a council's meeting as it is held. */
import { recordAbsence, recordPresence } from '#features/councils';
import {
  beginMeeting,
  endFlight,
  endMeeting,
  flightKeyPage,
  flightPage,
  flightsPage,
  followRoom,
  leadMeeting,
  makeFlight,
  meetingPage,
  meetingPaths,
  noteDiscussion,
  openKey,
  proposeProduct,
  tasteDish,
} from '#features/meeting';
import { api, get, post, type Route } from '#platform/http/routes';

const room = meetingPaths.room(':id');
const back = (out: { id: string }) => meetingPaths.room(out.id);
const toProduct = (_out: unknown, { id, dossier }: { id: string; dossier: string }) =>
  meetingPaths.product(id, dossier);

export const meetings: readonly Route[] = [
  get(room, meetingPage),
  post(`${room}/bat-dau`, beginMeeting, { page: meetingPage, back }),
  post(`${room}/ket-thuc`, endMeeting, { page: meetingPage, back }),
  post(`${room}/chuyen`, leadMeeting, { page: meetingPage, back }),
  post(`${room}/vang-mat`, recordAbsence, { page: meetingPage, back }),
  post(`${room}/co-mat`, recordPresence, { page: meetingPage, back }),
  post(meetingPaths.note(':id', ':dossier'), noteDiscussion, { page: meetingPage, back: toProduct }),
  post(meetingPaths.propose(':id', ':dossier'), proposeProduct, {
    page: meetingPage,
    back: toProduct,
    done: () => 'Đã ghi đề xuất của Hội đồng.',
  }),
  get(meetingPaths.flights(':id'), flightsPage),
  post(meetingPaths.flights(':id'), makeFlight, { page: flightsPage, back: (out) => meetingPaths.flight(out.id) }),
  get(meetingPaths.flight(':id'), flightPage),
  post(`${meetingPaths.flight(':id')}/ket-thuc`, endFlight, {
    page: flightPage,
    back: (out) => meetingPaths.flight(out.id),
  }),
  post(`${meetingPaths.flight(':id')}/mo-ma`, openKey, { page: flightPage, back: (out) => meetingPaths.key(out.id) }),
  post(meetingPaths.card(':id', ':card'), tasteDish, { page: flightPage, back: (out) => meetingPaths.flight(out.id) }),
  get(meetingPaths.key(':id'), flightKeyPage),
  api('POST', '/sessions/:id/flights', makeFlight),
  api('POST', '/flights/:id/end', endFlight),
  api('POST', '/flights/:id/key-openings', openKey),
  api('POST', '/flights/:id/notes', tasteDish),
  api('GET', '/sessions/:id/room', followRoom),
  api('POST', '/sessions/:id/meeting-start', beginMeeting),
  api('POST', '/sessions/:id/meeting-end', endMeeting),
  api('POST', '/sessions/:id/table', leadMeeting),
  api('POST', '/sessions/:id/discussion-notes', noteDiscussion),
  api('POST', '/sessions/:id/proposals', proposeProduct),
];
