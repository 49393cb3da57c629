/** Addresses of a council's meeting as it is held. */
import { recordAbsence, recordPresence } from '#features/councils';
import {
  beginMeeting,
  endMeeting,
  followRoom,
  leadMeeting,
  meetingPage,
  meetingPaths,
  noteDiscussion,
  proposeProduct,
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
  api('GET', '/sessions/:id/room', followRoom),
  api('POST', '/sessions/:id/meeting-start', beginMeeting),
  api('POST', '/sessions/:id/meeting-end', endMeeting),
  api('POST', '/sessions/:id/table', leadMeeting),
  api('POST', '/sessions/:id/discussion-notes', noteDiscussion),
  api('POST', '/sessions/:id/proposals', proposeProduct),
];
