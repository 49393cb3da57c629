// The door of the chapter: neighbours import nothing else.

export { confirmedYears, dueAfter } from './calendar-years.ts';
export { acceptDossier, reportAdvice } from './commune-schema.ts';
export { editTargets, holdDraft, type ReturnItem, saveAnswers, saveGeneral, savePlan, saveResults } from './draft.ts';
export { ownCertificatesPage } from './pages/certificates.tsx';
export { checkPage } from './pages/check.tsx';
export { dossierPage } from './pages/dossier.tsx';
export { evidencePage } from './pages/evidence.tsx';
export { helpPage } from './pages/help.tsx';
export { homePage as producerHomePage } from './pages/home.tsx';
export { paperKindPage, papersPage } from './pages/papers.tsx';
export { generalPage, planPage, resultsPage } from './pages/part.tsx';
export { ownProductsPage } from './pages/products.tsx';
export { selfScorePage } from './pages/self-score.tsx';
export { startOnBehalfPage, startPage } from './pages/start.tsx';
export { withdrawPage } from './pages/withdraw.tsx';
export { form01Pdf, form01Word, form02Pdf, form02Word, receiptPdf } from './printing.ts';
export { type DossierRecord, findDossier, getDossier, holdDossier } from './record.ts';
export {
  type Answers,
  type ApplicationKind,
  applicationKinds,
  type DossierForm,
  type DossierRow,
  type DossierState,
  dossierRow,
} from './schema.ts';
export { giveSlip } from './slip.ts';
export { startDossier } from './start.ts';
export { submitDossier, withdrawDossier } from './submit.ts';
export { addDossierPaper, citedPapers, citePaper, uncitePaper, type WalletPaper } from './wallet.ts';
