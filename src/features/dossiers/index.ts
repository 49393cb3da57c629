// The door of the chapter: neighbours import nothing else.
export { editTargets, holdDraft, type ReturnItem } from './draft.ts';
export { type DossierRecord, findDossier, getDossier } from './record.ts';
export { type Answers, type ApplicationKind, applicationKinds, type DossierForm, type DossierState } from './schema.ts';
