/**
 * Who must act in each state, and by when. The office stands in the table of moves; here stands where the last day comes
 * from: the law's own term, a setting of the office, the day of a round or session, or why there is none.
 */
import type { LawSettingKey } from './settings.ts';

/**
 * law: the move that leads here carries its term · setting: working days from the move · kept: the day set before goes on
 * (completion of the round, day of the session) · named: the act names the day, by the settings of complaints and requests ·
 * none: nobody can be late, and why.
 */
export type Turn =
  | { readonly from: 'law' }
  | { readonly from: 'setting'; readonly setting: LawSettingKey }
  | { readonly from: 'kept' }
  | { readonly from: 'named' }
  | { readonly from: 'none'; readonly why: string };

const LAW: Turn = { from: 'law' };
const KEPT: Turn = { from: 'kept' };
const NAMED: Turn = { from: 'named' };
const within = (setting: LawSettingKey): Turn => ({ from: 'setting', setting });
const none = (why: string): Turn => ({ from: 'none', why });

const TURNS: Readonly<Record<string, Readonly<Record<string, Turn>>>> = {
  dossier: {
    draft: none('Chủ thể nộp khi soạn xong; ngày chốt của đợt nêu ở trang hồ sơ.'),
    submitted: within('receiveDays'),
    checking: LAW,
    returned: within('completeDays'),
    proposed: within('intakeDays'),
    inRound: KEPT,
    inSession: KEPT,
    concluded: within('decideDays'),
    candidate: within('decideDays'),
    sentToMinistry: within('intakeDays'),
    central: KEPT,
    centralSession: KEPT,
    centralConcluded: within('decideDays'),
    centralReturned: within('decideDays'),
  },
  session: {
    preparing: KEPT,
    scoring: KEPT,
    closed: KEPT,
    opened: KEPT,
    concluded: within('decideDays'),
  },
  sheet: {
    open: none('Chấm trong phiên; phiên có ngày của nó.'),
    submitted: none('Chờ thư ký đóng phiếu của cả phiên.'),
  },
  flight: { tasting: none('Kết thúc trong phiên; phiên có ngày của nó.') },
  decision: { draft: within('decideDays'), proposed: within('decideDays') },
  review: { filed: NAMED, requested: NAMED, accepted: NAMED },
  misuse: { received: within('misuseDays') },
  report: {
    sent: within('reportAnswerDays'),
    returned: within('reportAnswerDays'),
    sentToMinistry: within('reportAnswerDays'),
    returnedByMinistry: within('reportAnswerDays'),
  },
  task: { given: NAMED, underWay: KEPT, returned: NAMED, reported: within('taskCheckDays') },
  productYear: { reported: within('yearCheckDays'), returned: within('yearMendDays') },
};

/** Moves whose last day is another than the usual one of the state they lead to: an evaluation done again. */
const BY_MOVE: Readonly<Record<string, Turn>> = {
  'dossier.redo': within('redoDays'),
  'dossier.redoCentral': within('redoDays'),
  'dossier.evaluateAgain': within('redoDays'),
};

/** Where the last day of a state comes from, after a move; undefined for a state in which nobody has to act, or whose chapter sets it itself. */
export function turnOf(process: string, state: string, move = ''): Turn | undefined {
  if (Object.hasOwn(BY_MOVE, move)) return BY_MOVE[move];
  const states = Object.hasOwn(TURNS, process) ? TURNS[process] : undefined;
  return states && Object.hasOwn(states, state) ? states[state] : undefined;
}
