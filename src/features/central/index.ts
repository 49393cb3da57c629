// The door of the chapter: neighbours import nothing else.
export { demoCentral } from './demo.ts';
export { reportCentralAdvice, takeIn } from './intake.ts';
export { letterValues, ministryLetterAt } from './letter.ts';
export { evaluateAgain, returnResult } from './outcome.ts';
export { askPackage, sendPackage } from './package.ts';
export { centralAdvicePage } from './pages/advice.tsx';
export { askPackagePage, takeInPage } from './pages/intake.tsx';
export { evaluateAgainPage, returnResultPage } from './pages/outcome.tsx';
export { sendPackagePage } from './pages/send.tsx';
export { centralPaths } from './urls.ts';
