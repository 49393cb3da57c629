// The door of the chapter: neighbours import nothing else.

export { confirmedYears, dueAfter } from './calendar-years.ts';
export { acceptDossier, reportAdvice } from './commune-schema.ts';
export { editTargets, holdDraft, type ReturnItem } from './draft.ts';
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
export { citedPapers, type WalletPaper } from './wallet.ts';
