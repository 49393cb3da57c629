/** What the look-up of a dossier says, in both languages, and its timeline in English. */
import { workingDaysBetween } from '#law/calendar';
import type { Action, State } from '#law/moves';
import type { FormState } from '#platform/http/context';
import { formatDay } from '#ui';
import { NO_MATCH } from './look-up.ts';
import { type ApplicationKind, applicationKinds } from './schema.ts';
import { type HiddenMove, inVietnamese, type TimelineWords } from './timeline.ts';

export type Lang = 'vi' | 'en';

/** The question and its answer. */
export const LOOK_UP_WORDS = {
  vi: {
    title: 'Hồ sơ đang ở bước nào',
    question: 'Hồ sơ đang ở bước nào?',
    description: 'Tra cứu hồ sơ đăng ký OCOP bằng số phiếu trên giấy biên nhận và số điện thoại của chủ thể.',
    lead: 'Gõ số phiếu trên giấy biên nhận và số điện thoại của chủ thể. Không cần tài khoản.',
    code: 'Số phiếu trên giấy biên nhận',
    codeHint: 'Ví dụ: 0007-X/PĐK-33-11977-2026. Mã số sản phẩm của hồ sơ cũng được.',
    phone: 'Điện thoại của chủ thể',
    phoneHint: 'Số đã ghi trong hồ sơ',
    see: 'Xem hồ sơ',
    only: 'Chỉ hiện hồ sơ đang ở cơ quan nào, từ ngày nào và bước tiếp theo. Muốn xem đầy đủ,',
    signIn: 'đăng nhập',
    head: (slip: string) => `Hồ sơ ${slip}`,
    of: 'Hồ sơ theo phiếu số',
    where: 'Hồ sơ đang ở đâu',
    office: 'Nơi nhận hồ sơ',
    officeName: (commune: string) => `UBND ${commune.replace(/^(Xã|Phường)/, (word) => word.toLowerCase())}`,
    kind: 'Lần đăng ký',
    again: 'Tra hồ sơ khác',
    whole: 'Đăng nhập để xem đầy đủ',
  },
  en: {
    title: 'Where a dossier is',
    question: 'Where is the dossier?',
    description: 'Look up an OCOP dossier by the number on its receipt and the telephone number of the producer.',
    lead: 'Type the number on the receipt and the producer’s telephone number. No account is needed.',
    code: 'Number on the receipt',
    codeHint: 'Example: 0007-X/PĐK-33-11977-2026. The product code of the dossier does as well.',
    phone: 'Telephone of the producer',
    phoneHint: 'The number written in the dossier',
    see: 'Show the dossier',
    only: 'Shown is only at which office the dossier is, since when, and what comes next. To see all of it,',
    signIn: 'sign in',
    head: (slip: string) => `Dossier ${slip}`,
    of: 'Dossier with receipt number',
    where: 'Where the dossier is',
    office: 'Received by',
    officeName: (commune: string) => `People’s Committee of ${commune}`,
    kind: 'Application',
    again: 'Look up another dossier',
    whole: 'Sign in to see all of it',
  },
} as const;

const KINDS_EN: Readonly<Record<ApplicationKind, string>> = {
  first: 'First evaluation',
  upgrade: 'Upgrade to more stars',
  reEvaluation: 'Re-evaluation',
};
export const kindIn = (lang: Lang, kind: ApplicationKind): string =>
  lang === 'en' ? KINDS_EN[kind] : applicationKinds[kind];

const STATES_EN: Readonly<Record<Exclude<State<'dossier'>, 'new'>, string>> = {
  draft: 'Draft',
  submitted: 'Handed in',
  checking: 'Being checked by the commune',
  returned: 'Returned for completion',
  proposed: 'Forwarded by the commune',
  inRound: 'In an evaluation round',
  inSession: 'Being scored',
  concluded: 'Scored',
  candidate: 'Five-star candidate',
  sentToMinistry: 'Sent to the Ministry',
  central: 'Received by the Ministry',
  centralSession: 'Being scored at the Ministry',
  centralConcluded: 'Scored at the Ministry',
  centralReturned: 'Result sent back by the Ministry',
  recognised: 'Recognised',
  notRecognised: 'Below three stars',
  annulled: 'Recognition withdrawn',
  excluded: 'Excluded',
  withdrawn: 'Withdrawn by the producer',
};
/** Other words of the status tag; none in Vietnamese. */
export const stateIn = (lang: Lang, state: string): string | undefined =>
  lang === 'en' ? (STATES_EN as Readonly<Record<string, string>>)[state] : undefined;

const VERBS_EN = {
  'dossier.submit': 'Handed in to the commune',
  'dossier.receive': 'Received by the commune',
  'dossier.return': 'Returned by the commune for completion',
  'dossier.propose': 'Forwarded by the commune to the province',
  'dossier.sendBack': 'Returned by the province for completion',
  'dossier.accept': 'Taken into an evaluation round',
  'dossier.assign': 'Put on the agenda of the council',
  'dossier.conclude': 'Concluded by the council',
  'dossier.exclude': 'Excluded',
  'dossier.recognise': 'Recognised and certified',
  'dossier.nominate': 'Result approved by the province: five-star candidate',
  'dossier.sendPackage': 'Sent to the Ministry as a five-star candidate',
  'dossier.askPackage': 'Returned by the Ministry to the province for completion',
  'dossier.takeIn': 'Received by the Ministry',
  'dossier.requestPapers': 'More papers or tests asked for by the advisory team',
  'dossier.answerRequest': 'Papers asked for sent by the producer',
  'dossier.planVisit': 'Visit to the place planned by the advisory team',
  'dossier.moveVisit': 'Visit moved to another day by the advisory team',
  'dossier.cancelVisit': 'Visit called off by the advisory team',
  'dossier.recordVisit': 'Place visited by the advisory team',
  'dossier.assignCentral': 'Put on the agenda of the central council',
  'dossier.concludeCentral': 'Concluded by the central council',
  'dossier.recogniseCentral': 'Recognised with five stars by the Ministry',
  'dossier.returnResult': 'Result of the Ministry sent to the province',
  'dossier.evaluateAgain': 'To be evaluated again by the province',
  'dossier.redo': 'To be evaluated again after a review of the result',
  'dossier.reopen': 'To be checked again after a review of the exclusion',
  'dossier.redoCentral': 'To be evaluated again by the Ministry after a review of the result',
  'dossier.annul': 'Recognition withdrawn: it was not given by the rules',
  'dossier.closeUnrecognised': 'Result below three stars recorded',
  'dossier.withdraw': 'Withdrawn by the producer',
  'dossier.correctCode': 'Product code corrected',
  'dossier.notify': 'Result sent in writing',
} as const satisfies Record<Exclude<Extract<Action, `dossier.${string}`>, HiddenMove>, string>;

const WAITING_EN: Readonly<Record<string, string>> = {
  submitted: 'Waiting for the commune to receive it',
  checking: 'The commune is checking it',
  returned: 'Waiting for the producer to complete it',
  proposed: 'Waiting to enter a round of the province',
  inRound: 'Waiting for a session of the council',
  inSession: 'The council is scoring it',
  concluded: 'Waiting for the decision of the province',
  candidate: 'The province is preparing the file for the Ministry',
  sentToMinistry: 'Waiting for the Ministry to receive it',
  central: 'Waiting for a session of the central council',
  centralSession: 'The central council is scoring it',
  centralConcluded: 'Waiting for the decision of the Ministry',
  centralReturned: 'Waiting for the decision of the province',
};

const AHEAD_EN: Readonly<Record<string, string>> = {
  submitted: 'Handing in to the commune',
  checking: 'Reception and check by the commune',
  proposed: 'Proposal of the commune to the province',
  inRound: 'Evaluation round of the province',
  inSession: 'Scoring by the provincial council',
  recognised: 'Decision and notice of the result',
};

const days = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`;

const inEnglishWords: TimelineWords = {
  verb: ({ action }) => (VERBS_EN as Readonly<Record<string, string>>)[action] ?? 'Moved on',
  waiting: (state) => WAITING_EN[state] ?? stateIn('en', state) ?? 'In work',
  again: 'Handing in to the commune again',
  ahead: (state) => AHEAD_EN[state] ?? 'Next step',
  due: (dueOn, day, years) =>
    dueOn < day
      ? `Due ${formatDay(dueOn)}, ${days(workingDaysBetween(dueOn, day, years))} late`
      : `Due ${formatDay(dueOn)}, ${days(workingDaysBetween(day, dueOn, years))} left`,
  slip: (slip) => `Receipt no. ${slip}`,
  round: (no, year) => `Round ${no} of ${year}`,
  missed: (no, year) => `round ${no} of ${year} was missed`,
  decision: (star, number) => `${star} stars, decision no. ${number}`,
};
export const timelineIn = (lang: Lang): TimelineWords => (lang === 'en' ? inEnglishWords : inVietnamese);

const ERRORS_EN: Readonly<Record<string, string>> = {
  code: 'Type the number on the receipt, in at most 60 characters',
  phone: 'Type the telephone number of the producer, in at most 30 characters',
};

/** The platform speaks Vietnamese; on the English twin each refusal has its own sentence. */
export function inEnglish(state: FormState): FormState {
  const errors = state.errors.map(({ field, message }) => ({
    field,
    message:
      message === NO_MATCH
        ? 'No dossier fits both the receipt number and the telephone number. Look at the receipt and type them again'
        : (ERRORS_EN[field] ?? message),
  }));
  const refused = 'This cannot be answered now. After several tries wait a quarter of an hour, then try again.';
  return { ...state, errors, ...(state.message === undefined ? {} : { message: refused }) };
}
