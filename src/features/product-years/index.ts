// The door of the chapter.
export { acceptYear, mendYear, reportYear, returnYear } from './acts.ts';
export { demoProductYears } from './demo.ts';
export { yearsPage, yearsSheet } from './pages/list.tsx';
export { mendYearPage } from './pages/mend.tsx';
export { productYearPage } from './pages/one.tsx';
export { reportYearPage } from './pages/report.tsx';
export { OwedYears, YearsSection } from './parts.tsx';
export { askedOn, type ProductYear, shownOf, yearsOfProduct, yearsOwed } from './queries.ts';
export { remindOfYears } from './reminders.ts';
export { yearPaths } from './urls.ts';
export { moneyWords, quantityWords } from './words.ts';
