// The door of the chapter.
export { endMandate, grantMandate } from './mandates.ts';
export { mandatePage, newMandatePage } from './pages/mandate.tsx';
export { mandatesPage } from './pages/mandates.tsx';
export { holdMandate, type MandateRecord, mandatesOver } from './queries.ts';
export { paperPaths } from './urls.ts';
export { mandateWords } from './words.ts';
