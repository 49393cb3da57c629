// The door of the chapter.
export { auditCertificates } from './audit.ts';
export { closeUnrecognised, notifyResult } from './closing.ts';
export { demoDecisions } from './demo.ts';
export { cancelDecision, draftDecision, proposeDecision, saveDecision } from './draft.ts';
export { decisionsSheet } from './export.ts';
export { extensionPaper, noteExtension } from './extension.ts';
export { issueDecision } from './issue.ts';
export { certificateSheet } from './list-sheet.ts';
export { noticePaper } from './notice.ts';
export { certificateListPage } from './pages/certificates.tsx';
export { decisionPage } from './pages/decision.tsx';
export { decisionsPage } from './pages/decisions.tsx';
export { extensionPage } from './pages/extension.tsx';
export { noticePage } from './pages/notice.tsx';
export { ministryLetter } from './papers/ministry.ts';
export { certificateDownload, decisionPaperAt } from './printing.ts';
export { remindOfExpiry } from './reminders.ts';
export { certificatePaths } from './urls.ts';
