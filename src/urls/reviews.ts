/** Addresses of complaints about results, the Ministry's requests, and recognitions withdrawn. */
import { officePaths } from '#features/dossiers';
import {
  acceptReview,
  annul,
  annulPage,
  answerReview,
  answerReviewPage,
  complain,
  complainPage,
  declineReview,
  requestPage,
  requestReview,
  reviewListPage,
  reviewPage,
  reviewPaths,
  reviewSheet,
  withdrawReview,
} from '#features/reviews';
import { api, get, post, type Route } from '#platform/http/routes';

const toCase = { page: reviewPage, back: (out: { id: string }) => reviewPaths.one(out.id) };

export const reviews: readonly Route[] = [
  get(reviewPaths.list, reviewListPage),
  get(reviewPaths.sheet, reviewSheet),
  get(reviewPaths.one(':id'), reviewPage),
  get(officePaths.complain(':id'), complainPage),
  post(officePaths.complain(':id'), complain, {
    ...toCase,
    page: complainPage,
    done: () => 'Đã gửi khiếu nại.',
  }),
  get(officePaths.requestReview(':id'), requestPage),
  post(officePaths.requestReview(':id'), requestReview, {
    ...toCase,
    page: requestPage,
    done: () => 'Đã gửi đề nghị cho tỉnh.',
  }),
  post(reviewPaths.accept(':id'), acceptReview, { ...toCase, done: () => 'Đã thụ lý khiếu nại.' }),
  post(reviewPaths.decline(':id'), declineReview, { ...toCase, done: () => 'Đã trả lời không thụ lý.' }),
  post(reviewPaths.withdraw(':id'), withdrawReview, { ...toCase, done: () => 'Đã rút khiếu nại.' }),
  get(reviewPaths.answer(':id'), answerReviewPage),
  post(reviewPaths.answer(':id'), answerReview, {
    ...toCase,
    page: answerReviewPage,
    done: () => 'Đã gửi trả lời.',
  }),
  get(reviewPaths.annul(':id'), annulPage),
  post(reviewPaths.annul(':id'), annul, {
    page: annulPage,
    back: () => '/giay-chung-nhan',
    done: () => 'Đã thu hồi quyết định công nhận.',
  }),
  api('POST', '/dossiers/:id/complaint', complain),
  api('POST', '/dossiers/:id/review-request', requestReview),
  api('POST', '/reviews/:id/acceptance', acceptReview),
  api('POST', '/reviews/:id/refusal', declineReview),
  api('POST', '/reviews/:id/withdrawal', withdrawReview),
  api('POST', '/reviews/:id/answer', answerReview),
  api('POST', '/recognitions/:id/annulment', annul),
];
