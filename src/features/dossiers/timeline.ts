import { workingDaysBetween } from '#law/calendar';
import { type Action, findStep, stateWords } from '#law/moves';
import { centralStates } from '#law/moves/central';
import type { Day } from '#platform/clock';
import type { HistoryRow } from '#platform/ledger/read';
import type { Json } from '#platform/refusal';
import { formatDay, type Step } from '#ui';
import type { DossierRecord } from './record.ts';

type Years = Parameters<typeof workingDaysBetween>[2];

/** Moves a producer is not bothered with: steps inside an office. */
const INSIDE = [
  'dossier.start',
  'dossier.checkPaper',
  'dossier.assess',
  'dossier.giveCode',
  'dossier.reportAdvice',
  'dossier.unassign',
  'dossier.choosePath',
  'dossier.reportCentralAdvice',
  'dossier.assignAdvisers',
  'dossier.signVisit',
  'dossier.handInPart',
  'dossier.giveBackPart',
  'dossier.unassignCentral',
] as const satisfies Action[];
export type HiddenMove = (typeof INSIDE)[number];
const isInside = (action: string) => INSIDE.some((one) => one === action);

/** The words of a timeline in one language. */
export interface TimelineWords {
  verb(row: Pick<HistoryRow, 'action' | 'from'>): string;
  /** What a dossier in this state waits for. */
  waiting(state: string): string;
  /** What the step that leads to this state is called while it is still to come. */
  ahead(state: string): string;
  /** Handing in once more, after a return. */
  again: string;
  due(dueOn: Day, day: Day, years: Years): string;
  slip(slip: string): string;
  round(no: string, year: string | undefined): string;
  missed(no: string, year: string | undefined): string;
  decision(star: string, number: string | undefined): string;
}

/** The states a dossier passes on its way, with what the coming step is called. */
const AHEAD: readonly (readonly [state: string, what: string])[] = [
  ['submitted', 'Nộp cho xã'],
  ['checking', 'Xã tiếp nhận và kiểm tra'],
  ['proposed', 'Xã đề nghị tỉnh đánh giá'],
  ['inRound', 'Tỉnh đưa vào đợt đánh giá'],
  ['inSession', 'Hội đồng tỉnh chấm điểm'],
  ['recognised', 'Có quyết định và thông báo kết quả'],
];

const WAITING: Readonly<Record<string, string>> = {
  draft: 'Bạn đang soạn hồ sơ',
  submitted: 'Chờ xã tiếp nhận',
  checking: 'Xã đang kiểm tra',
  returned: 'Chờ bạn bổ sung',
  proposed: 'Chờ tỉnh đưa vào đợt',
  inRound: 'Chờ xếp phiên họp Hội đồng',
  inSession: 'Ở Hội đồng, chờ chấm điểm',
  concluded: 'Chờ quyết định của tỉnh',
  candidate: 'Tỉnh đang lập hồ sơ gửi Bộ',
  sentToMinistry: 'Chờ Bộ tiếp nhận',
  central: 'Chờ Hội đồng cấp trung ương',
  centralSession: 'Ở Hội đồng cấp trung ương, chờ chấm điểm',
  centralConcluded: 'Chờ quyết định của Bộ',
  centralReturned: 'Chờ quyết định của tỉnh',
};

export const inVietnamese: TimelineWords = {
  verb: ({ action, from }) => findStep(action, from)?.move.verb ?? action,
  waiting: (state) => WAITING[state] ?? stateWords('dossier', state).name,
  again: 'Nộp lại cho xã',
  ahead: (state) => AHEAD.find(([at]) => at === state)?.[1] ?? stateWords('dossier', state).name,
  due: dueWords,
  slip: (slip) => `Phiếu số ${slip}`,
  round: (no, year) => `Đợt ${no} năm ${year}`,
  missed: (no, year) => `lỡ đợt ${no} năm ${year}`,
  decision: (star, number) => `${star} sao, quyết định số ${number}`,
};

/**
 * The dossier's way in plain words: what was done, where it is and by when, what comes (U20). Offices, never persons.
 * `history` is the ledger of the dossier, newest first. The public reader is not told what officers wrote, nor the star
 * before a decision has made it public.
 */
export function timelineSteps(
  dossier: DossierRecord,
  history: readonly HistoryRow[],
  day: Day,
  years: Years,
  reader: 'own' | 'public' = 'own',
  words: TimelineWords = inVietnamese,
): readonly Step[] {
  const done = history
    .filter(({ action }) => !isInside(action))
    .toReversed()
    .map(
      (row): Step => ({
        state: stateOf(row),
        what: words.verb(row),
        when: formatDay(row.day),
        note: noteOf(row, reader, words),
      }),
    );
  const end = stateWords('dossier', dossier.state).final === true && WAITING[dossier.state] === undefined;
  if (end) return done;
  return [...done, nowStep(dossier, day, years, words), ...ahead(dossier.state, words)];
}

/** The moves that end a dossier before its result stand out. */
const stateOf = ({ action }: HistoryRow): Step['state'] =>
  action === 'dossier.exclude' || action === 'dossier.withdraw' ? 'stop' : 'done';

function nowStep({ state, dueOn }: DossierRecord, day: Day, years: Years, words: TimelineWords): Step {
  return {
    state: 'now',
    what: words.waiting(state),
    when: dueOn === null ? undefined : words.due(dueOn, day, years),
    icon: state === 'returned' ? 'back' : undefined,
  };
}

/** "Hạn 12/12/2026, còn 15 ngày làm việc". */
function dueWords(dueOn: Day, day: Day, years: Years): string {
  if (dueOn < day) return `Hạn ${formatDay(dueOn)}, quá hạn ${workingDaysBetween(dueOn, day, years)} ngày làm việc`;
  return `Hạn ${formatDay(dueOn)}, còn ${workingDaysBetween(day, dueOn, years)} ngày làm việc`;
}

/** From the approval of a five-star candidate on, only the decision is still to come. */
const AT_MINISTRY: ReadonlySet<string> = new Set(Object.keys(centralStates));

function ahead(state: string, words: TimelineWords): Step[] {
  if (AT_MINISTRY.has(state)) return [{ state: 'next', what: words.ahead('recognised') }];
  const here = state === 'returned' || state === 'draft' ? -1 : AHEAD.findIndex(([at]) => at === state);
  const past = state === 'concluded' ? AHEAD.findIndex(([at]) => at === 'inSession') : here;
  return AHEAD.slice(past + 1).map(([at]) => ({
    state: 'next',
    what: state === 'returned' && at === 'submitted' ? words.again : words.ahead(at),
  }));
}

/** The few words or figures a move keeps for its reader. */
function noteOf(
  { action, facts, reason }: HistoryRow,
  reader: 'own' | 'public',
  words: TimelineWords,
): string | undefined {
  const fact = (name: string) => textOf(facts, name);
  switch (action) {
    case 'dossier.submit':
      return told(fact('slip'), words.slip);
    case 'dossier.return':
    case 'dossier.sendBack':
    case 'dossier.withdraw':
      return reader === 'own' ? (reason ?? undefined) : undefined;
    case 'dossier.exclude':
      return reader === 'own' ? [fact('ground'), reason].filter(Boolean).join('. ') : undefined;
    case 'dossier.propose': {
      const falls = told(fact('roundNo'), (no) => words.round(no, fact('roundYear')));
      const missed = told(fact('missedNo'), (no) => words.missed(no, fact('missedYear')));
      return [falls, missed].filter(Boolean).join(', ') || undefined;
    }
    case 'dossier.correctCode':
      return reader === 'own' ? fact('code') : undefined;
    case 'dossier.accept':
      return told(fact('no'), (no) => words.round(no, fact('year')));
    case 'dossier.recognise':
      return told(fact('star'), (star) => words.decision(star, fact('decisionNumber')));
    default:
      return undefined;
  }
}

const told = (fact: string | undefined, say: (fact: string) => string) => (fact === undefined ? undefined : say(fact));

function textOf(facts: Json, name: string): string | undefined {
  if (facts === null || typeof facts !== 'object' || Array.isArray(facts)) return undefined;
  const value = (facts as Readonly<Record<string, Json | undefined>>)[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
