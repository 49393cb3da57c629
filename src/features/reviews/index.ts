// The door of the chapter: neighbours import nothing else.
export { annul } from './annul.ts';
export { answer as answerReview } from './answer.ts';
export { complain } from './complain.ts';
export { demoReviews } from './demo.ts';
export { reviewSheet } from './export.ts';
export { annulPage } from './pages/annul.tsx';
export { answerReviewPage } from './pages/answer.tsx';
export { reviewPage } from './pages/case.tsx';
export { complainPage } from './pages/complain.tsx';
export { reviewListPage } from './pages/list.tsx';
export { requestPage } from './pages/request.tsx';
export { request as requestReview } from './request.ts';
export { accept as acceptReview, decline as declineReview, withdraw as withdrawReview } from './settle.ts';
export { reviewPaths } from './urls.ts';
