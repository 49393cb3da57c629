/** Addresses of written opinions: who has answered, reminders, turning into a meeting, a member's wish for one. */
import { askMeeting, askMeetingPage, ballotPage, councilPaths, meetInstead, remindBallot } from '#features/councils';
import { api, get, post, type Route } from '#platform/http/routes';

const ballot = councilPaths.ballot(':id');

export const ballots: readonly Route[] = [
  get(ballot, ballotPage),
  post(`${ballot}/nhac`, remindBallot, {
    page: ballotPage,
    back: ({ id }) => councilPaths.ballot(id),
    done: () => 'Đã nhắc người chưa trả lời.',
  }),
  post(`${ballot}/hop`, meetInstead, {
    page: ballotPage,
    back: ({ id }) => councilPaths.session(id),
    done: () => 'Đã chuyển sang họp, mọi thành viên được báo.',
  }),
  get(councilPaths.askMeeting(':id'), askMeetingPage),
  post(councilPaths.askMeeting(':id'), askMeeting, {
    page: askMeetingPage,
    back: ({ id }) => councilPaths.sheet(id),
    done: () => 'Đã gửi đề nghị họp.',
  }),
  api('POST', '/sessions/:id/ballot-reminders', remindBallot),
  api('POST', '/sessions/:id/meeting', meetInstead),
  api('POST', '/sheets/:id/meeting-request', askMeeting),
];
