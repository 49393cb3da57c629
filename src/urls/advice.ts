/** Addresses of the advisory teams' work: who they are, papers asked for, visits, reports. */
import {
  adviceReportAt,
  answerPage,
  answerRequest,
  askPage,
  assignAdvisers,
  assignPage,
  advicePaths as at,
  cancelVisit,
  councilPaths,
  deskPage,
  moveVisit,
  nameTeam,
  newVisitPage,
  plannedPage,
  planPage,
  planVisit,
  recordVisit,
  requestPapers,
  signVisit,
  teamPage,
  visitMinutesAt,
  visitPage,
} from '#features/advice';
import { api, get, post, type Route } from '#platform/http/routes';

const id = ':id';
const visit = at.visit(id, ':visit');
const toDesk = (out: { id: string }) => at.desk(out.id);

export const advice: readonly Route[] = [
  get(councilPaths.team(id), teamPage),
  post(councilPaths.team(id), nameTeam, {
    page: teamPage,
    back: (out) => councilPaths.council(out.id),
    done: () => 'Đã lưu Tổ tư vấn.',
  }),
  get(at.desk(id), deskPage),
  get(at.assign(id), assignPage),
  post(at.assign(id), assignAdvisers, { page: assignPage, back: toDesk, done: () => 'Đã giao hồ sơ.' }),
  get(at.ask(id), askPage),
  post(at.ask(id), requestPapers, {
    page: askPage,
    back: toDesk,
    done: () => 'Đã gửi đề nghị. Chủ thể và xã đã được báo.',
  }),
  get(at.answer(id, ':request'), answerPage),
  post(at.answer(id, ':request'), answerRequest, {
    page: answerPage,
    back: (out) => `/ho-so/${out.id}`,
    done: () => 'Đã gửi Tổ tư vấn.',
  }),
  get(at.newVisit(id), newVisitPage),
  post(at.newVisit(id), recordVisit, {
    page: newVisitPage,
    back: (out) => at.visit(out.id, out.visit),
    done: () => 'Đã ghi khảo sát. In biên bản để các bên ký.',
  }),
  get(at.plan(id), planPage),
  post(at.plan(id), planVisit, {
    page: planPage,
    back: (out) => at.planned(out.id, out.plan),
    done: () => 'Đã hẹn khảo sát. Chủ thể và xã đã được báo.',
  }),
  get(at.planned(id, ':plan'), plannedPage),
  post(at.movePlan(id, ':plan'), moveVisit, {
    page: plannedPage,
    back: (out, given) => at.planned(out.id, given.plan),
    done: () => 'Đã dời ngày khảo sát. Chủ thể và xã đã được báo.',
  }),
  post(at.cancelPlan(id, ':plan'), cancelVisit, {
    page: plannedPage,
    back: toDesk,
    done: () => 'Đã hủy hẹn khảo sát. Chủ thể và xã đã được báo.',
  }),
  get(visit, visitPage),
  get(`${visit}/bien-ban.docx`, visitMinutesAt('docx')),
  get(`${visit}/bien-ban.pdf`, visitMinutesAt('pdf')),
  post(`${visit}/da-ky`, signVisit, {
    page: visitPage,
    back: (out, given) => at.visit(out.id, given.visit),
    done: () => 'Đã lưu biên bản đã ký.',
  }),
  get(at.report(id, 'docx'), adviceReportAt('docx')),
  get(at.report(id, 'pdf'), adviceReportAt('pdf')),
  api('PUT', '/councils/:id/advisory-team', nameTeam),
  api('PUT', '/dossiers/:id/advisers', assignAdvisers),
  api('POST', '/dossiers/:id/advice-requests', requestPapers),
  api('POST', '/dossiers/:id/advice-requests/:request/answer', answerRequest),
  api('POST', '/dossiers/:id/planned-visits', planVisit),
  api('POST', '/dossiers/:id/planned-visits/:plan/move', moveVisit),
  api('POST', '/dossiers/:id/planned-visits/:plan/cancellation', cancelVisit),
  api('POST', '/dossiers/:id/site-visits', recordVisit),
  api('POST', '/dossiers/:id/site-visits/:visit/signed-minutes', signVisit),
];
