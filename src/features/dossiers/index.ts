// The door of the chapter: neighbours import nothing else.

export {
  authorWords,
  draftOf,
  type HandedPart,
  type Matter,
  type MemberPart,
  mattersOf,
  matterWords,
  memberOn,
  type PartFile,
  type PartWords,
  partsOf,
  putTogether,
  standing,
  writtenMatters,
} from './advice-parts.ts';
export { type AdviceLevel, adviceLevelOf, adviceWork, planState, scoringBegan } from './advice-read.ts';
export { type DossierPart, dossierPart } from './bundle-part.ts';
export { confirmedYears, dueAfter } from './calendar-years.ts';
export { saveChanges } from './changes.ts';
export { assessDossier, correctCode, giveCode } from './commune-assess.ts';
export { proposeDossier, returnDossier, sendBackDossier } from './commune-forward.ts';
export {
  communeSources,
  form03Pdf,
  form03Word,
  letterPdf,
  letterWord,
  provinceSlipPdf,
  provinceSlipWord,
} from './commune-printing.ts';
export { adviceOf } from './commune-read.ts';
export { checkPaper, receiveDossier } from './commune-receive.ts';
export { acceptDossier, reportAdvice } from './commune-schema.ts';
export { officePaths } from './commune-urls.ts';
export { demoDossiers, demoSubmitted } from './demo.ts';
export { demoCommune } from './demo-commune.ts';
export { saveAnswers, saveGeneral, savePlan, saveResults } from './draft.ts';
export { fileDownload, filePicture, fileThumb, pageThumb } from './files.ts';
export { tellOffice, tellProducer } from './letters.ts';
export { lookUpDossier } from './look-up.ts';
export {
  acceptManyInput,
  type ChosenRow,
  chosenQuery,
  chosenRows,
  keepResults,
  manyOut,
  onceEach,
  receiveMany,
} from './many.ts';
export { manyPaths } from './many-urls.ts';
export { officeListSheet, setName } from './office-sheet.ts';
export { dueTerm } from './office-words.ts';
export { centralAdviceOf, lastPackage } from './package-read.ts';
export { AdviceShown, REQUEST_KINDS } from './pages/advice-shown.tsx';
export { ownCertificatesPage } from './pages/certificates.tsx';
export { changesPage } from './pages/changes.tsx';
export { checkPage } from './pages/check.tsx';
export { assessPage } from './pages/commune-assess.tsx';
export { codePage as productCodePage, correctCodePage } from './pages/commune-code.tsx';
export { proposePage } from './pages/commune-propose.tsx';
export { returnPage, sendBackPage } from './pages/commune-return.tsx';
export { dossierPage } from './pages/dossier.tsx';
export { dossierLedgerPage } from './pages/dossier-ledger.tsx';
export { evidencePage } from './pages/evidence.tsx';
export { filedPage } from './pages/filed.tsx';
export { helpPage } from './pages/help.tsx';
export { homePage as producerHomePage } from './pages/home.tsx';
export { lookUpPage } from './pages/look-up.tsx';
export { lookUpShownPage } from './pages/look-up-answer.tsx';
export { MANY_FORM, ManyBar, manyActOf } from './pages/many-bar.tsx';
export { type Foreseen, ManyPreview } from './pages/many-preview.tsx';
export { receiveManyPage } from './pages/many-receive.tsx';
export { manyResultPage } from './pages/many-result.tsx';
export { officeListPage } from './pages/office-list.tsx';
export { paperPage, walletPage } from './pages/paper.tsx';
export { paperKindPage, papersPage } from './pages/papers.tsx';
export { generalPage, planPage, resultsPage } from './pages/part.tsx';
export { ownProductsPage } from './pages/products.tsx';
export { readerPage, readerStart } from './pages/reader.tsx';
export { selfScorePage } from './pages/self-score.tsx';
export { signedFormPage } from './pages/signed-form.tsx';
export { startOnBehalfPage, startPage } from './pages/start.tsx';
export { withdrawPage } from './pages/withdraw.tsx';
export { addDossierPhotos, movePaper, replacePaper, turnPaper } from './paper-acts.ts';
export { papersSoonOn } from './paper-read.ts';
export { remindOfPapers } from './paper-reminders.ts';
export {
  evidenceBlank,
  filedSources,
  form01Pdf,
  form01Word,
  form02Pdf,
  form02Word,
  receiptPdf,
  receiptWord,
} from './printing.ts';
export { evidenceAt, setWords } from './progress.ts';
export { type DossierRecord, getDossier, holdDossier } from './record.ts';
export { type GivenResult, givenResult } from './reviews-read.ts';
export { tellMissedRounds } from './round-of.ts';
export {
  applicationKinds,
  type DossierRow,
  dossierRow,
} from './schema.ts';
export { type DossierSheet, sheetOf } from './sheet.ts';
export { readSheet } from './sheet-input.ts';
export { attachSignedForm } from './signed-form.ts';
export { giveSlip } from './slip.ts';
export { startDossier } from './start.ts';
export { lateOldDossier, submitDossier, withdrawDossier } from './submit.ts';
export {
  advicePaths,
  adviserPath,
  bundlePath,
  dossierPath,
  lookUpPath,
  papersPath,
  reasonsPath,
  selfScorePath,
} from './urls.ts';
export {
  addDossierPaper,
  citedPapers,
  citePaper,
  otherPapers,
  putInWallet,
  uncitePaper,
  type WalletPaper,
} from './wallet.ts';
export { readWriting, writes } from './writing.ts';
