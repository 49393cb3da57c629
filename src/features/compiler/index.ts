// The door of this chapter.
export {
  acceptReport,
  correctReport,
  discardReport,
  giveBackReport,
  keepFinding,
  sendReport,
  writeReport,
} from './acts.ts';
export { demoReports } from './demo.ts';
export { countryPage, countrySheet } from './pages/country.tsx';
export { reportsPage, reportsSheet } from './pages/list.tsx';
export { newReportPage } from './pages/new.tsx';
export { reportPage, versionPage } from './pages/one.tsx';
export { templatesPage } from './pages/template-list.tsx';
export { newTemplatePage, templatePage } from './pages/templates.tsx';
export { writePage } from './pages/write.tsx';
export { reportPdf, reportTables, reportWord } from './printing.ts';
export { remindOfReports } from './reminders.ts';
export { startReport } from './start.ts';
export { changeTemplate, makeTemplate, retireTemplate } from './template-acts.ts';
export { reportPaths } from './urls.ts';
