// The door of the chapter.
export { advisedProducts } from './advised-read.ts';
export { recordAbsence, recordPresence, recuse } from './attendance.ts';
export { auditResults, auditSheets } from './audit.ts';
export { auditRecords } from './audit-records.ts';
export { askMeeting, meetInstead, remindBallot } from './ballot.ts';
export { remindOfBallots } from './ballot-reminders.ts';
export { namesFor } from './blind.ts';
export { blindPage, showPaper } from './blind-papers.ts';
export { cancelSession } from './cancelling.ts';
export { closeSession, openSession } from './closing.ts';
export { setIndexOf } from './compute.ts';
export { concludeSession } from './concluding.ts';
export { keepConflict, recordTie } from './conflicts.ts';
export { teamConflicts } from './conflicts-read.ts';
export { correctCouncil, dissolveCouncil, establishCouncil } from './council.ts';
export { councilSources } from './council-forms.ts';
export { advisoryReportAt, councilDecisionAt, regulationAt } from './council-printing.ts';
export { choosePath, excludeDossier } from './deciding.ts';
export { type DemoSession, demoCouncils } from './demo.ts';
export { demoBallot, demoNameless } from './demo-other.ts';
export { councilsSheet, sessionsSheet } from './export.ts';
export { invitationValues } from './form-values.ts';
export { judgingAt } from './judging-printing.ts';
export { type CouncilLevel, officeNext } from './level.ts';
export {
  councilProposals,
  findMeeting,
  type MeetingRecord,
  mayWatch,
  meetingStamp,
  type ProposalLine,
} from './meeting-read.ts';
export { type Office, officeOf, printed, wordsOf } from './office.ts';
export { agendaPage } from './pages/agenda.tsx';
export { askMeetingPage } from './pages/ask-meeting.tsx';
export { ballotPage } from './pages/ballot.tsx';
export { blindPapersPage, blindProductsPage } from './pages/blind-papers.tsx';
export { cancelSessionPage } from './pages/cancel-session.tsx';
export { choosePathPage } from './pages/choose-path.tsx';
export { conflictsPage } from './pages/conflicts.tsx';
export { correctCouncilPage } from './pages/correct-council.tsx';
export { councilPage } from './pages/council.tsx';
export { councilsPage } from './pages/councils.tsx';
export { dryRunPage } from './pages/dry-run.tsx';
export { excludePage } from './pages/exclude.tsx';
export { findSheetPage } from './pages/find-sheet.tsx';
export { judgingPage } from './pages/judging.tsx';
export { minePage } from './pages/mine.tsx';
export { newCouncilPage } from './pages/new-council.tsx';
export { newSessionPage } from './pages/new-session.tsx';
export { ResultWords } from './pages/opened.tsx';
export { paperSheetPage } from './pages/paper-sheet.tsx';
export { papersPage } from './pages/papers.tsx';
export { resultPage } from './pages/result.tsx';
export { sessionPage } from './pages/session.tsx';
export { sessionsPage } from './pages/sessions.tsx';
export { scoreSheetPage } from './pages/sheet.tsx';
export { sheetVersionsPage } from './pages/sheet-versions.tsx';
export { spreadPage } from './pages/spread.tsx';
export { submitSheetPage } from './pages/submit.tsx';
export { enterPaper } from './paper-sheet.ts';
export { advisoryReport } from './papers/advisory.ts';
export { levelWords } from './papers/level-words.ts';
export { conclusionOf } from './print-data.ts';
export { consolidatedAt, councilReportAt, invitationAt, minutesAt } from './printing.ts';
export { findCouncil, mySheets, sessionBoard } from './queries.ts';
export { sha256 } from './record.ts';
export { sessionFile } from './record-download.ts';
export { type StoredResult, sessionResults } from './results-read.ts';
export { type SessionRow, seatRoles, sessionRow } from './schema.ts';
export { planSession, setAgenda } from './session.ts';
export { sessionSources } from './session-forms.ts';
export {
  findSession,
  holdSession,
  type SessionRecord,
  type SessionSeat,
  scoringSeats,
  sessionSeats,
  steppedBackFrom,
} from './session-record.ts';
export { reopenSheet, saveSheet, submitSheet } from './sheet.ts';
export { emptySheetsAt, memberSheetAt, ownSheetAt, sheetSource } from './sheet-printing.ts';
export { acceptSpread, rescoreSession } from './spread-acts.ts';
export { startSession } from './start.ts';
export { type TeamMember, teamOf, teamsAt } from './team-read.ts';
export { councilPaths } from './urls.ts';
