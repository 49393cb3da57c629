// The door of the chapter.
export type { FieldValues } from './catalogue.ts';
export { officeFields, signingFields } from './fields.ts';
export { endMandate, grantMandate } from './mandates.ts';
export { mandatePage, newMandatePage } from './pages/mandate.tsx';
export { mandatesPage } from './pages/mandates.tsx';
export { templatePage, templatesPage } from './pages/templates.tsx';
export { holdMandate, type MandateRecord, mandatesOver } from './queries.ts';
export { ownWord, type PreviewSources, templatePreview } from './template-read.ts';
export { retireTemplate, uploadTemplate, useTemplate } from './templates.ts';
export { paperPaths } from './urls.ts';
export { mandateWords } from './words.ts';
