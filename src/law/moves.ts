/**
 * The law's moves: every process, its states, and every step from state to state, as one table. The database's table
 * of steps, the work queues, the timeline and the public page "Quy định đang áp dụng" are made from it.
 */
import { ALLOWED, type Allowed, type Day, type Refused } from './answers.ts';
import { addTermDays, addWorkingDays, type ConfirmedYear, type Counted } from './calendar.ts';
import { adviceNeeds, teamNeeds } from './moves/advice.ts';
import { ballotNeeds, ballotSessionMoves, ballotSheetMoves } from './moves/ballots.ts';
import { bodyMoves, bodyNeeds, bodyStates, communeOfficerMoves, communeOfficerStates } from './moves/bodies.ts';
import { centralNeeds } from './moves/central-needs.ts';
import { certificateNeeds } from './moves/certificate-needs.ts';
import { decisionMoves, decisionStates, recognitionMoves, recognitionStates } from './moves/certificates.ts';
import {
  councilMoves,
  councilStates,
  roundMoves,
  roundStates,
  sessionMoves,
  sessionStates,
  sheetMoves,
  sheetStates,
} from './moves/council.ts';
import { councilNeeds } from './moves/council-needs.ts';
import { delegationMoves, delegationNeeds, delegationStates } from './moves/delegations.ts';
import { dossierMoves, dossierStates } from './moves/dossier.ts';
import { dossierNeeds } from './moves/dossier-needs.ts';
import type { FactfulAction, FactsOf, Needs } from './moves/facts.ts';
import { handbookMoves, handbookStates } from './moves/handbooks.ts';
import { ideaMoves, ideaNeeds, ideaStates } from './moves/ideas.ts';
import { listImportMoves, listImportStates } from './moves/list-imports.ts';
import { flightMoves, flightStates, meetingMoves, meetingNeeds } from './moves/meetings.ts';
import { misuseMoves, misuseNeeds, misuseStates } from './moves/misuse.ts';
import { mandateMoves, mandateStates, papersNeeds, templateMoves, templateStates } from './moves/papers.ts';
import { practiceMoves, practiceNeeds, practiceStates } from './moves/practice.ts';
import { producerMoves, producerNeeds, producerStates } from './moves/producers.ts';
import { productYearMoves, productYearNeeds, productYearStates } from './moves/product-years.ts';
import { productJoinMoves, productNeeds, productPartMoves } from './moves/products.ts';
import {
  accountMoves,
  accountStates,
  keptStates,
  localPlaceMoves,
  localPlaceStates,
  productMoves,
  productStates,
  publishedTotalMoves,
  publishedTotalStates,
  reportTemplateMoves,
  reportTemplateStates,
  settingsMoves,
  unitRegisterMoves,
} from './moves/registers.ts';
import { reportMoves, reportNeeds, reportStates } from './moves/reports.ts';
import { redoNeeds, reviewMoves, reviewNeeds, reviewStates } from './moves/reviews.ts';
import { salePointMoves, salePointNeeds, salePointStates } from './moves/sale-points.ts';
import { legalActMoves, legalActStates, targetMoves, targetStates } from './moves/steering.ts';
import { supportMoves, supportNeeds, supportPolicyMoves, supportPolicyStates, supportStates } from './moves/support.ts';
import { conclusionMoves, conclusionStates, taskMoves, taskNeeds, taskStates } from './moves/tasks.ts';
import { trainingMoves, trainingNeeds, trainingStates } from './moves/training.ts';
import type { MoveRow, StateWords } from './moves/types.ts';
import type { ApplicationKind } from './transition.ts';

export type { FactsOf, KnownFacts as MoveFacts } from './moves/facts.ts';
export type { MoveRow, StateWords } from './moves/types.ts';

/** Every process with its moves and the words of its states. All begin in `new`. */
export const processes = {
  dossier: { name: 'Hồ sơ', states: dossierStates, moves: dossierMoves },
  session: {
    name: 'Phiên Hội đồng',
    states: sessionStates,
    moves: [...sessionMoves, ...ballotSessionMoves, ...meetingMoves],
  },
  sheet: { name: 'Phiếu chấm', states: sheetStates, moves: [...sheetMoves, ...ballotSheetMoves] },
  flight: { name: 'Lượt nếm', states: flightStates, moves: flightMoves },
  decision: { name: 'Quyết định', states: decisionStates, moves: decisionMoves },
  recognition: { name: 'Công nhận', states: recognitionStates, moves: recognitionMoves },
  review: { name: 'Xem xét lại kết quả', states: reviewStates, moves: reviewMoves },
  misuse: { name: 'Phản ánh dùng sai sao', states: misuseStates, moves: misuseMoves },
  mandate: { name: 'Giao ký', states: mandateStates, moves: mandateMoves },
  delegation: { name: 'Nghỉ, làm thay', states: delegationStates, moves: delegationMoves },
  template: { name: 'Mẫu văn bản', states: templateStates, moves: templateMoves },
  council: { name: 'Hội đồng', states: councilStates, moves: councilMoves },
  practice: { name: 'Phiên tập chấm', states: practiceStates, moves: practiceMoves },
  round: { name: 'Đợt đánh giá', states: roundStates, moves: roundMoves },
  producer: { name: 'Chủ thể', states: producerStates, moves: producerMoves },
  product: {
    name: 'Sản phẩm',
    states: productStates,
    moves: [...productMoves, ...productPartMoves, ...productJoinMoves],
  },
  productYear: { name: 'Số liệu năm', states: productYearStates, moves: productYearMoves },
  idea: { name: 'Ý tưởng sản phẩm', states: ideaStates, moves: ideaMoves },
  listImport: { name: 'Nhập danh sách', states: listImportStates, moves: listImportMoves },
  handbook: { name: 'Cẩm nang sản phẩm', states: handbookStates, moves: handbookMoves },
  account: { name: 'Tài khoản', states: accountStates, moves: accountMoves },
  settings: { name: 'Thiết lập', states: keptStates, moves: settingsMoves },
  localPlace: { name: 'Làng nghề, vùng nguyên liệu', states: localPlaceStates, moves: localPlaceMoves },
  publishedTotal: { name: 'Số đã công bố', states: publishedTotalStates, moves: publishedTotalMoves },
  legalAct: { name: 'Văn bản', states: legalActStates, moves: legalActMoves },
  report: { name: 'Báo cáo', states: reportStates, moves: reportMoves },
  reportTemplate: { name: 'Mẫu báo cáo', states: reportTemplateStates, moves: reportTemplateMoves },
  target: { name: 'Chỉ tiêu', states: targetStates, moves: targetMoves },
  task: { name: 'Việc được giao', states: taskStates, moves: taskMoves },
  conclusion: { name: 'Kết luận cuộc họp', states: conclusionStates, moves: conclusionMoves },
  body: { name: 'Ban chỉ đạo, tổ giúp việc', states: bodyStates, moves: bodyMoves },
  communeOfficer: { name: 'Cán bộ phụ trách', states: communeOfficerStates, moves: communeOfficerMoves },
  salePoint: { name: 'Điểm giới thiệu, bán sản phẩm', states: salePointStates, moves: salePointMoves },
  support: { name: 'Hỗ trợ đã trả', states: supportStates, moves: supportMoves },
  supportPolicy: { name: 'Chính sách hỗ trợ', states: supportPolicyStates, moves: supportPolicyMoves },
  training: { name: 'Tập huấn, hội nghị', states: trainingStates, moves: trainingMoves },
  unitRegister: { name: 'Danh mục đơn vị hành chính', states: keptStates, moves: unitRegisterMoves },
} as const satisfies Record<string, { name: string; states: Record<string, StateWords>; moves: readonly MoveRow[] }>;

export type Process = keyof typeof processes;
export type Action = (typeof processes)[Process]['moves'][number]['action'];
/** The states of a process, `new` included. */
export type State<P extends Process = Process> = P extends Process
  ? keyof (typeof processes)[P]['states'] & string
  : never;

export const INITIAL_STATE = 'new';

/** One step of the table, as the database keeps it. */
export interface Step {
  readonly process: Process;
  readonly action: Action;
  readonly from: string;
  readonly to: string;
  readonly move: MoveRow;
}

/** Every step of every process, one row a starting state. */
export const steps: readonly Step[] = (Object.keys(processes) as Process[]).flatMap((process) =>
  processes[process].moves.flatMap((move) =>
    move.from.map(
      (from): Step => ({ process, action: move.action, from, to: move.to === 'same' ? from : move.to, move }),
    ),
  ),
);

const byKey = new Map(steps.map((one) => [`${one.action}|${one.from}`, one]));
const byAction = new Map(steps.map((one) => [one.action as string, one]));

/** The step an action makes from a state; undefined when the table has none. */
export function findStep(action: string, from: string): Step | undefined {
  return byKey.get(`${action}|${from}`);
}

/** True for a name that is a move of the law. */
export function isAction(name: string): name is Action {
  return byAction.has(name);
}

/** The process an action belongs to. */
export function processOf(action: Action): Process {
  const found = byAction.get(action);
  if (!found) throw new Error(`Không có bước ${action}`);
  return found.process;
}

/** The Vietnamese words of a state: its one name and a short sentence. Throws for a state the process does not have. */
export function stateWords(process: Process, state: string): StateWords {
  const states: Readonly<Record<string, StateWords>> = processes[process].states;
  const found = Object.hasOwn(states, state) ? states[state] : undefined;
  if (!found) throw new Error(`Không có trạng thái ${process}/${state}`);
  return found;
}

/** What the timeline says of a step: "Xã trả lại để bổ sung". */
export function verbOf(action: string, from: string): string {
  const found = findStep(action, from);
  if (!found) throw new Error(`Không có bước ${action} từ ${from}`);
  return found.move.verb;
}

/** The days a move gives the next actor, counted from its day; undefined where the law sets no term. */
export function dueAfter(
  action: Action,
  from: string,
  day: Day,
  years: readonly ConfirmedYear[],
  kind?: ApplicationKind,
): Counted | undefined {
  const term = findStep(action, from)?.move.term;
  if (!term || (term.only !== undefined && term.only !== kind)) return undefined;
  return term.unit === 'workingDays' ? addWorkingDays(day, term.days, years) : addTermDays(day, term.days, years);
}

type AnyNeeds = (facts: object, day: Day) => Allowed | Refused;
type EveryNeed = { readonly [A in FactfulAction]: Needs<A> };

const allNeeds: EveryNeed = {
  ...dossierNeeds,
  ...adviceNeeds,
  ...teamNeeds,
  ...centralNeeds,
  ...councilNeeds,
  ...ballotNeeds,
  ...practiceNeeds,
  ...meetingNeeds,
  ...certificateNeeds,
  ...reviewNeeds,
  ...redoNeeds,
  ...misuseNeeds,
  ...papersNeeds,
  ...delegationNeeds,
  ...producerNeeds,
  ...productNeeds,
  ...reportNeeds,
  ...productYearNeeds,
  ...ideaNeeds,
  ...taskNeeds,
  ...bodyNeeds,
  ...trainingNeeds,
  ...supportNeeds,
  ...salePointNeeds,
};
const needsByAction = new Map<string, AnyNeeds>(Object.entries(allNeeds));

/**
 * Whether the law lets a move happen on a day, given the facts of the case. A fact left out counts as not shown, so
 * the move is refused: nothing is presumed. The refusal says what to do and cites its article.
 */
export function needs<A extends Action>(action: A, facts: Partial<FactsOf<A>>, day: Day): Allowed | Refused {
  return judge(action, facts, day);
}

/** The same for the machinery, which knows a move by its name only. */
export function judge(action: string, facts: object, day: Day): Allowed | Refused {
  return needsByAction.get(action)?.(facts, day) ?? ALLOWED;
}
