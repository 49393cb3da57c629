/** Facts that are enough for each move with conditions, and changes that are not: for the law's tests. Long because every move is one row of it. */
import type { MoveFacts } from '#law/moves';

/** The day the facts are judged on. */
export const TODAY = '2026-11-21';
const LETTER = { number: '45/UBND', dated: '2026-11-20' };
const SEATS = [
  { name: 'Bà Hòa', role: 'chair', submitted: true, absent: false, recused: false },
  { name: 'Ông Nam', role: 'member', submitted: true, absent: false, recused: false },
] as const;
const ROUND = {
  level: 'province',
  year: 2027,
  no: 1,
  proposedBefore: '2027-04-30',
  completedBefore: '2027-06-30',
} as const;
const CENTRAL_ROUND = {
  level: 'central',
  year: 2027,
  no: 1,
  proposedBefore: '2027-07-30',
  completedBefore: '2027-09-30',
} as const;
const MATTERS = ['material', 'labour', 'idea', 'identity'] as const;
const RESULT = { bandStar: 4, star: 4, candidate: false, path: null } as const;
/** What is told of a year; money in đồng. */
const FIGURES = {
  revenue: 500,
  jobs: 10,
  women: 4,
  local: 9,
  channels: ['shop'],
  online: null,
  exported: null,
} as const;
const CANDIDATE = { bandStar: 5, star: 4, candidate: true, candidateLacksGate: true, path: null } as const;

/** A report without anything left to settle; an answer with its reason. */
const SENDING = {
  enough: { no: 1, hash: 'abc', unsettled: [] },
  not: [['unsettled', { unsettled: ['182 + 46 = 228, tổng 229'] }]],
} as const;
const OWN_TASK = {
  enough: { side: 'commune', owner: 'commune', giver: 'province' },
  not: [['notOwner', { side: 'province' }]],
} as const;
const TASK_BACK = {
  enough: { side: 'province', giver: 'province', reason: 'Chưa có số liệu' },
  not: [
    ['notGiver', { side: 'commune' }],
    ['reason', { reason: ' ' }],
  ],
} as const;
const SUPPORT_POLICY = {
  ...{ from: '2026-01-01', to: null, actHolds: true, rates: { first: { 3: 50_000_000 } }, cap: 60_000_000 },
} as const;
const SUPPORT = {
  enough: {
    ...{ amount: 50_000_000, paidOn: TODAY, policy: SUPPORT_POLICY, before: false, again: null },
    paidFor: { kind: 'first', star: 3, issued: '2026-06-01' },
  },
  not: [
    ['amount', { amount: 0 }],
    ['amount', { amount: 50_000_001 }],
    ['amount', { amount: 60_000_001 }],
    ['paidOn', { paidOn: '2026-11-22' }],
    ['paidOn', { paidOn: '2025-12-31' }],
    ['paidOn', { policy: { ...SUPPORT_POLICY, actHolds: false } }],
    ['recognition', { paidFor: null }],
    ['again', { before: true }],
  ],
} as const;
const TRAINING = {
  enough: { from: TODAY, to: TODAY, people: 30, turns: 60, officers: 10, producers: 20, women: 12 },
  not: [
    ['people', { people: 0 }],
    ['to', { to: '2026-11-22' }],
    ['turns', { turns: 29 }],
    ['producers', { officers: 11 }],
    ['women', { women: 31 }],
  ],
} as const;
const REASONED = { enough: { reason: 'Thiếu số liệu hỗ trợ' }, not: [['reason', { reason: ' ' }]] } as const;

/** Any part of a producer's record. */
const CHANGE = {
  enough: { from: TODAY, replaces: true, reason: 'Đổi đăng ký kinh doanh' },
  not: [
    ['from', { from: '21/11/2026' }],
    ['fromAhead', { from: '2026-11-22' }],
    ['reason', { reason: '' }],
  ],
} as const;

/** A leave with somebody in the place. */
const ORDER = {
  ...LETTER,
  ...{ from: TODAY, to: TODAY, deputy: true, acts: ['all'], mayTake: true, byDeputy: false },
} as const;
const NO_ORDER = [
  ['paperNumber', { number: '' }],
  ['delegationFrom', { from: '' }],
  ['delegationTo', { from: '2999-01-02', to: '2999-01-01' }],
  ['delegationPast', { from: '2020-01-01', to: '2020-01-02' }],
  ['delegationTaker', { mayTake: false }],
  ['delegationSelf', { byDeputy: true }],
  ['delegationActs', { acts: [] }],
] as const;

/** For each move with conditions: facts that are enough, and changes that are not, each with the code refused. */
export const MOVE_CASES: {
  readonly [A in keyof MoveFacts]: {
    readonly enough: MoveFacts[A];
    readonly not: readonly (readonly [string, Partial<MoveFacts[A]>])[];
  };
} = {
  'producer.describe': CHANGE,
  'producer.rename': CHANGE,
  'producer.changeKind': CHANGE,
  'producer.changeRegistration': CHANGE,
  'producer.changeRepresentative': CHANGE,
  'producer.changeAddress': CHANGE,
  'producer.changeContact': CHANGE,
  'producer.changeBank': CHANGE,
  'producer.keepContract': CHANGE,
  'producer.keepCertification': CHANGE,
  'producer.keepChain': CHANGE,
  'producer.keepConsent': CHANGE,
  'productYear.report': {
    enough: { ...FIGURES, year: 2025, firstYear: 2023 },
    not: [
      ['yearAhead', { year: 2027 }],
      ['yearBefore', { year: 2022 }],
      ['revenue', { revenue: -1 }],
      ['women', { women: 11 }],
    ],
  },
  'productYear.mend': {
    enough: { ...FIGURES, counted: true, reason: 'Cộng sót tháng 12' },
    not: [
      ['reason', { reason: ' ' }],
      ['local', { local: 11 }],
    ],
  },
  'productYear.accept': {
    enough: { enteredBy: 'a', accepter: 'b', twoHands: true },
    not: [
      ['sameHand', { accepter: 'a' }],
      ['hands', { enteredBy: '' }],
    ],
  },
  'productYear.return': { enough: { reason: 'Doanh thu chưa khớp sổ' }, not: [['reason', { reason: '' }]] },
  'idea.advise': { enough: { supporter: true }, not: [['supporter', { supporter: false }]] },
  'idea.makeReady': { enough: { productSet: true }, not: [['productSet', { productSet: false }]] },
  'idea.file': {
    enough: { producer: true, productSet: true },
    not: [
      ['producer', { producer: false }],
      ['productSet', { productSet: false }],
    ],
  },
  'idea.drop': { enough: { reason: 'Hộ không làm nữa' }, not: [['reason', { reason: ' ' }]] },
  'idea.reopen': { enough: { reason: 'Có người làm tiếp' }, not: [['reason', { reason: '' }]] },
  'product.rename': CHANGE,
  'product.classify': CHANGE,
  'product.place': CHANGE,
  'product.tell': CHANGE,
  'product.specify': CHANGE,
  'product.keepPicture': CHANGE,
  'product.keepLabel': CHANGE,
  'product.keepStandard': CHANGE,
  'product.keepTest': CHANGE,
  'product.keepBarcode': CHANGE,
  'product.join': {
    enough: {
      ...{ sameRecord: false, sameProvince: true, sameProducer: true, openDossiers: [], yearsOpen: [] },
      reason: 'Ghi hai lần',
    },
    not: [
      ['sameRecord', { sameRecord: true }],
      ['otherProvince', { sameProvince: false }],
      ['otherProducer', { sameProducer: false }],
      ['openDossiers', { openDossiers: ['Hồ sơ lần đầu', 'Hồ sơ nâng hạng'] }],
      ['years', { yearsOpen: [2025] }],
      ['reason', { reason: ' ' }],
    ],
  },
  'product.unjoin': {
    enough: { since: [], reason: 'Nhập nhầm' },
    not: [
      ['newSince', { since: ['Đổi tên sản phẩm'] }],
      ['reason', { reason: '' }],
    ],
  },
  'product.keepApart': { enough: { reason: 'Hai quy cách' }, not: [['reason', { reason: '' }]] },
  'producer.join': {
    enough: { sameRecord: false, sameProvince: true, sessions: [], reason: 'Cùng mã số thuế' },
    not: [
      ['sameRecord', { sameRecord: true }],
      ['otherProvince', { sameProvince: false }],
      ['inSession', { sessions: ['Phiên 1'] }],
      ['reason', { reason: ' ' }],
    ],
  },
  'producer.unjoin': {
    enough: { since: [], reason: 'Nhập nhầm' },
    not: [
      ['newSince', { since: ['Đã lập hồ sơ mới'] }],
      ['reason', { reason: '' }],
    ],
  },
  'producer.keepApart': { enough: { reason: 'Hai hộ trùng tên' }, not: [['reason', { reason: '' }]] },
  'dossier.start': {
    enough: { kind: 'first', producerType: 'cooperative', sector: 'I', rulebook: '26-2026', former: null },
    not: [
      ['producerType', { producerType: null }],
      ['producerTypeTourism', { producerType: 'association' }],
      ['rulebook', { rulebook: '148-2023' }],
      ['notRecognised', { kind: 'upgrade' }],
      ['notValid', { kind: 'upgrade', former: { star: 3, valid: false } }],
      ['highestStar', { kind: 'upgrade', former: { star: 5, valid: true } }],
      ['notRecognised', { kind: 'reEvaluation' }],
    ],
  },
  'dossier.submit': {
    enough: {
      kind: 'reEvaluation',
      blocks: [],
      contentHash: 'ab',
      rulebook: '26-2026',
      formerExpiresOn: '2027-04-30',
      lateFiling: 'refuse',
      filedOn: null,
      lateOldDossier: 'fileAnew',
    },
    not: [
      ['oldDossierLate', { filedOn: '2026-05-21', rulebook: '148-2023' }],
      ['incomplete', { blocks: ['phone'] }],
      ['contentHash', { contentHash: '' }],
      ['rulebook', { rulebook: '1048-2019' }],
      ['windowEarly', { formerExpiresOn: '2027-06-30' }],
      ['windowLate', { formerExpiresOn: '2027-01-30' }],
    ],
  },
  'dossier.receive': {
    enough: { enteredBy: 'a', receiver: 'b', slip: '0001-X/PĐK-33-11953-2026' },
    not: [
      ['twoHats', { receiver: 'a' }],
      ['receiver', { receiver: '' }],
      ['slip', { slip: '' }],
    ],
  },
  'dossier.checkPaper': {
    enough: { paper: 'p', verdict: 'fail', reason: 'Giấy đã hết hạn' },
    not: [['reason', { reason: ' ' }]],
  },
  'dossier.assess': { enough: { matters: ['labour'] }, not: [['assessments', { matters: [] }]] },
  'dossier.giveCode': {
    enough: { code: '33-11953-7-2026', former: '', taken: false },
    not: [
      ['code', { code: '' }],
      ['codeTaken', { taken: true }],
      ['former', { former: '33-11953-6-2026' }],
    ],
  },
  'dossier.correctCode': {
    enough: { code: '33-11953-7-2026', former: '33-11953-1-2026', taken: false, reason: 'Ghi nhầm số thứ tự' },
    not: [
      ['code', { code: '' }],
      ['codeTaken', { taken: true }],
      ['former', { former: '' }],
      ['sameCode', { former: '33-11953-7-2026' }],
      ['reason', { reason: ' ' }],
    ],
  },
  'dossier.return': { enough: { reasons: ['Giấy mờ'] }, not: [['reasons', { reasons: ['', ' '] }]] },
  'dossier.propose': {
    enough: {
      kind: 'first',
      filedOn: TODAY,
      rulebook: '26-2026',
      lateOldDossier: 'fileAnew',
      papersUnchecked: 0,
      matters: MATTERS,
      productCode: '33-11953-7-2026',
      sector: 'I',
      samples: 5,
      letter: LETTER,
    },
    not: [
      ['oldDossierLate', { filedOn: '2026-05-21' }],
      ['papersUnchecked', { papersUnchecked: 1 }],
      ['assessments', { matters: MATTERS.slice(1) }],
      ['productCode', { productCode: '' }],
      ['samples', { samples: 4 }],
      ['paperNumber', { letter: { number: '', dated: TODAY } }],
      ['paperDateAhead', { letter: { number: '1', dated: '2026-11-22' } }],
    ],
  },
  'dossier.sendBack': { enough: { reasons: ['Thiếu mẫu'] }, not: [['reasons', { reasons: [] }]] },
  'dossier.accept': {
    enough: {
      ...{ kind: 'first', filedOn: TODAY, lateOldDossier: 'fileAnew' },
      ...{ round: ROUND, proposedOn: '2027-04-29', cutoffInclusive: false },
    },
    not: [
      ['oldDossierLate', { filedOn: '2026-05-21' }],
      ['roundCutoff', { proposedOn: '2027-04-30' }],
    ],
  },
  'dossier.withdraw': {
    enough: { redone: true, allowed: true },
    not: [['redone', { allowed: false }]],
  },
  'dossier.reportAdvice': {
    enough: { ...LETTER, scoring: false },
    not: [
      ['scoringBegan', { scoring: true }],
      ['paperNumber', { number: ' ' }],
      ['paperDate', { dated: '20/11/2026' }],
    ],
  },
  'dossier.assign': {
    enough: { session: 's', sessionState: 'preparing', kind: 'first', mode: 'meeting' },
    not: [
      ['sessionState', { sessionState: 'scoring' }],
      ['mode', { mode: 'written' }],
    ],
  },
  'dossier.unassign': { enough: { sessionState: 'preparing' }, not: [['sessionState', { sessionState: 'scoring' }]] },
  'dossier.conclude': {
    enough: { sessionState: 'opened', openPairs: 0, bandStar: 3 },
    not: [
      ['sessionState', { sessionState: 'closed' }],
      ['spread', { openPairs: 1 }],
    ],
  },
  'dossier.choosePath': {
    enough: { ...CANDIDATE, path: 'toMinistry', reason: 'Đủ điểm' },
    not: [
      ['noChoice', { candidateLacksGate: false }],
      ['path', { path: null }],
      ['reason', { reason: '' }],
      ['belowThree', { path: 'recogniseFour', star: 2 }],
    ],
  },
  'dossier.exclude': {
    enough: { ground: 'head-1', grounds: ['head-1'], reason: 'Giả mạo phiếu kiểm nghiệm' },
    not: [
      ['ground', { ground: 'head-2' }],
      ['reason', { reason: '' }],
    ],
  },
  'dossier.recognise': {
    enough: { ...RESULT, recognisedStar: 4, returned: false, level: 'province', decision: LETTER },
    not: [
      ['result', { star: null }],
      ['star', { recognisedStar: 2 }],
      ['starTooHigh', { star: 3 }],
      ['oldDossierLate', { filing: { kind: 'first', filedOn: '2026-05-21', lateOldDossier: 'fileAnew' } }],
      ['candidate', { candidate: true }],
      ['notCompetent', { recognisedStar: 5, star: 5 }],
      ['paperNumber', { decision: { number: '', dated: TODAY } }],
    ],
  },
  'dossier.nominate': {
    enough: { ...CANDIDATE, path: 'toMinistry', decision: LETTER },
    not: [
      ['notCandidate', { candidate: false }],
      ['path', { path: null }],
      ['path', { path: 'recogniseFour' }],
      ['paperDate', { decision: { number: '1', dated: '' } }],
    ],
  },
  'dossier.sendPackage': {
    enough: { letter: LETTER, missing: [], sector: 'I', samples: 5 },
    not: [
      ['paperNumber', { letter: { number: '', dated: TODAY } }],
      ['packageMissing', { missing: ['báo cáo của Tổ tư vấn'] }],
      ['samples', { samples: 4 }],
    ],
  },
  'dossier.askPackage': { enough: { reasons: ['Thiếu báo cáo'] }, not: [['reasons', { reasons: [' '] }]] },
  'dossier.takeIn': {
    enough: { round: CENTRAL_ROUND, sentOn: '2027-07-29', cutoffInclusive: false },
    not: [['roundCutoff', { sentOn: '2027-07-30' }]],
  },
  'dossier.assignAdvisers': {
    enough: { members: 1, tied: [], dueOn: null },
    not: [
      ['members', { members: 0 }],
      ['tied', { tied: ['Vũ Thị Lan: có tài khoản làm việc cho chủ thể'] }],
      ['dueOn', { dueOn: '2026-11-20' }],
    ],
  },
  'dossier.handInPart': {
    enough: { handedIn: false, matters: 1 },
    not: [
      ['handedIn', { handedIn: true }],
      ['matters', { matters: 0 }],
    ],
  },
  'dossier.giveBackPart': {
    enough: { handedIn: true, reason: 'Thiếu nhận xét về nguyên liệu' },
    not: [
      ['handedIn', { handedIn: false }],
      ['reason', { reason: ' ' }],
    ],
  },
  'dossier.signVisit': { enough: { own: true }, not: [['own', { own: false }]] },
  'dossier.requestPapers': {
    enough: { kind: 'test', what: 'Phiếu kiểm nghiệm kim loại nặng', dueOn: '2026-12-04', allowed: true },
    not: [
      ['membersAsk', { allowed: false }],
      ['what', { what: ' ' }],
      ['dueOn', { dueOn: TODAY }],
    ],
  },
  'dossier.answerRequest': {
    enough: { answered: false, papers: 1, answer: '' },
    not: [
      ['answered', { answered: true }],
      ['answer', { papers: 0 }],
    ],
  },
  'dossier.planVisit': {
    enough: { visitOn: TODAY, place: 'Thôn Giả Định', people: 2 },
    not: [
      ['visitOn', { visitOn: '2026-11-20' }],
      ['place', { place: '' }],
      ['people', { people: 0 }],
    ],
  },
  'dossier.moveVisit': {
    enough: { visitOn: '2026-12-01', reason: 'Mưa bão' },
    not: [
      ['visitOn', { visitOn: '2026-11-20' }],
      ['reason', { reason: ' ' }],
    ],
  },
  'dossier.cancelVisit': { enough: { reason: 'Hồ sơ đã đủ căn cứ' }, not: [['reason', { reason: '' }]] },
  'dossier.recordVisit': {
    enough: { visitedOn: TODAY, place: 'Thôn Giả Định', people: 2, findings: 'Đúng như hồ sơ', tookPart: true },
    not: [
      ['tookPart', { tookPart: false }],
      ['visitedOn', { visitedOn: '2026-11-22' }],
      ['place', { place: '' }],
      ['people', { people: 0 }],
      ['findings', { findings: '' }],
    ],
  },
  'council.linkAdviser': {
    enough: { linked: false, taken: false, seated: false, own: false, tied: [] },
    not: [
      ['linked', { linked: true }],
      ['taken', { taken: true }],
      ['seated', { seated: true }],
      ['own', { own: true }],
      ['tied', { tied: ['Miến dong'] }],
    ],
  },
  'council.unlinkAdviser': { enough: { linked: true }, not: [['linked', { linked: false }]] },
  'council.nameTeam': {
    enough: { leaders: 1, members: 3 },
    not: [
      ['members', { members: 0, leaders: 0 }],
      ['leader', { leaders: 2 }],
    ],
  },
  'dossier.reportCentralAdvice': {
    enough: { ...LETTER, scoring: false },
    not: [
      ['paperNumber', { number: ' ' }],
      ['scoringBegan', { scoring: true }],
    ],
  },
  'dossier.assignCentral': {
    enough: { session: 's', sessionState: 'preparing', kind: 'first', mode: 'meeting' },
    not: [
      ['sessionState', { sessionState: 'scoring' }],
      ['mode', { mode: 'written' }],
    ],
  },
  'dossier.unassignCentral': {
    enough: { sessionState: 'preparing' },
    not: [['sessionState', { sessionState: 'scoring' }]],
  },
  'dossier.concludeCentral': {
    enough: { sessionState: 'opened', openPairs: 0, bandStar: 5 },
    not: [
      ['sessionState', { sessionState: 'closed' }],
      ['spread', { openPairs: 1 }],
    ],
  },
  'dossier.recogniseCentral': {
    enough: { star: 5, decision: LETTER },
    not: [
      ['notFive', { star: 4 }],
      ['paperNumber', { decision: { number: '', dated: TODAY } }],
      ['paperDateAhead', { decision: { number: '1', dated: '2026-11-22' } }],
    ],
  },
  'dossier.returnResult': {
    enough: { ...LETTER, star: 4 },
    not: [
      ['five', { star: 5 }],
      ['result', { star: null }],
      ['paperNumber', { number: '' }],
    ],
  },
  'dossier.evaluateAgain': { enough: { reason: 'Theo đề nghị của chủ thể' }, not: [['reason', { reason: '' }]] },
  'dossier.closeUnrecognised': {
    enough: { star: 2 },
    not: [
      ['star', { star: 3 }],
      ['result', { star: null }],
    ],
  },
  'dossier.notify': {
    enough: { dated: TODAY, sentTo: ['commune', 'producer'] },
    not: [
      ['sentTo', { sentTo: ['producer'] }],
      ['paperDateAhead', { dated: '2026-12-01' }],
    ],
  },
  'session.plan': {
    enough: { mode: 'meeting', councilState: 'active' },
    not: [['council', { councilState: 'dissolved' }]],
  },
  'session.recordAbsence': {
    enough: { seat: 's', reason: 'Ốm', handedIn: [], standIn: null },
    not: [
      ['handedIn', { handedIn: ['Mỳ gạo Chũ'] }],
      [
        'otherDepartment',
        { standIn: { absent: 'Sở Y tế', substitute: 'Sở Công Thương', free: [], rule: 'department' } },
      ],
    ],
  },
  'session.recordPresence': {
    enough: { seat: 's', reason: 'Ghi nhầm', mayScore: true },
    not: [['mayScore', { mayScore: false }]],
  },
  'session.recuse': { enough: { seat: 's', dossier: 'd', reason: 'Người nhà' }, not: [['reason', { reason: '' }]] },
  'session.showPaper': {
    enough: { rule: 'scorers', verdict: 'copy', copy: true },
    not: [
      ['rule', { rule: 'named' }],
      ['copy', { copy: false }],
    ],
  },
  'session.cancel': { enough: { reason: 'Hoãn họp' }, not: [['reason', { reason: ' ' }]] },
  'session.start': {
    enough: {
      mode: 'meeting',
      dossiers: [{ name: 'Mỳ gạo Chũ', kind: 'first', hasReport: true }],
      meetingReason: '',
      unsettled: [],
      unmasked: [],
      reEvaluationBy: 'written',
      answerBy: TODAY,
    },
    not: [
      ['conflicts', { unsettled: ['Bà Hòa, Mỳ gạo Chũ'] }],
      ['unmasked', { unmasked: ['Mỳ gạo Chũ (2 giấy tờ)'] }],
      ['noDossiers', { dossiers: [] }],
      ['adviceMissing', { dossiers: [{ name: 'Mỳ gạo Chũ', kind: 'first', hasReport: false }] }],
      ['mustMeet', { mode: 'written' }],
      ['meetingReason', { dossiers: [{ name: 'Mỳ gạo Chũ', kind: 'reEvaluation', hasReport: true }] }],
      [
        'regulationMeets',
        {
          mode: 'written',
          reEvaluationBy: 'meeting',
          dossiers: [{ name: 'Mỳ gạo Chũ', kind: 'reEvaluation', hasReport: true }],
        },
      ],
      [
        'answerBy',
        {
          mode: 'written',
          answerBy: '2026-11-20',
          dossiers: [{ name: 'Mỳ gạo Chũ', kind: 'reEvaluation', hasReport: true }],
        },
      ],
    ],
  },
  'session.keepConflict': {
    enough: { seat: 's', dossier: 'd', reason: 'Chỉ cùng quê', own: false },
    not: [
      ['ownConflict', { own: true }],
      ['reason', { reason: '' }],
    ],
  },
  'session.recordTie': { enough: { who: 'Sở Công Thương' }, not: [['who', { who: ' ' }]] },
  'session.close': {
    enough: {
      dossiers: [{ name: 'Mỳ gạo Chũ', seats: SEATS }],
      regulation: { quorumPercent: 75, chairRequired: true },
      causesToMeet: [],
    },
    not: [
      ['meetFirst', { causesToMeet: ['Mỳ gạo Chũ: 1 thành viên đề nghị họp'] }],
      ['noDossiers', { dossiers: [] }],
      ['sheetsMissing', { dossiers: [{ name: 'Mỳ gạo Chũ', seats: [{ ...SEATS[0], submitted: false }] }] }],
      ['chairAbsent', { dossiers: [{ name: 'Mỳ gạo Chũ', seats: [SEATS[1]] }] }],
    ],
  },
  'session.open': { enough: { sheetsIntact: true }, not: [['sheetsChanged', { sheetsIntact: false }]] },
  'practice.make': {
    enough: { councilState: 'active', products: 2, members: 5 },
    not: [
      ['council', { councilState: 'dissolved' }],
      ['products', { products: 0 }],
      ['members', { members: 0 }],
    ],
  },
  'practice.submit': { enough: { handedIn: false }, not: [['handedIn', { handedIn: true }]] },
  'session.remind': {
    enough: { mode: 'written', waiting: ['Bà Hòa'] },
    not: [
      ['mode', { mode: 'meeting' }],
      ['waiting', { waiting: [] }],
    ],
  },
  'session.meetInstead': {
    enough: { mode: 'written', products: ['d'], causes: [], reason: 'Chỉ tiêu kiểm nghiệm chưa rõ' },
    not: [
      ['mode', { mode: 'meeting' }],
      ['products', { products: [] }],
      ['reason', { reason: ' ' }],
    ],
  },
  'sheet.askMeeting': {
    enough: { mode: 'written', sessionState: 'scoring', absent: false, reason: 'Cần nếm thử lại' },
    not: [
      ['mode', { mode: 'meeting' }],
      ['sessionState', { sessionState: 'closed' }],
      ['absent', { absent: true }],
      ['reason', { reason: '' }],
    ],
  },
  'session.rescore': {
    enough: { flagged: ['d'], reason: 'Chênh 14 điểm', causesToMeet: [] },
    not: [
      ['flagged', { flagged: [] }],
      ['meetFirst', { causesToMeet: ['Mỳ gạo Chũ: ý kiến chênh nhau 14 điểm'] }],
    ],
  },
  'session.acceptSpread': {
    enough: { dossier: 'd', reason: 'Đã thảo luận', follows: 'rescore', rescored: 1, causesToMeet: [] },
    not: [
      ['meetFirst', { causesToMeet: ['Mỳ gạo Chũ: ý kiến chênh nhau 14 điểm'] }],
      ['reason', { reason: '' }],
      ['rescoreFirst', { rescored: 0 }],
    ],
  },
  'session.tellNotes': {
    enough: { published: 3, withheld: 0, reason: '' },
    not: [['reason', { withheld: 1 }]],
  },
  'session.conclude': { enough: { openPairs: 0 }, not: [['spread', { openPairs: 2 }]] },
  'flight.make': {
    enough: { sessionState: 'scoring', mode: 'meeting', products: 4 },
    not: [
      ['mode', { mode: 'written' }],
      ['sessionState', { sessionState: 'closed' }],
      ['products', { products: 1 }],
      ['products', { products: 9 }],
    ],
  },
  'flight.readKey': { enough: { pourer: 'Chị Lan' }, not: [['pourer', { pourer: ' ' }]] },
  'session.beginMeeting': {
    enough: { mode: 'meeting', begun: false, at: '08:00' },
    not: [
      ['mode', { mode: 'written' }],
      ['begun', { begun: true }],
      ['at', { at: '' }],
    ],
  },
  'session.endMeeting': {
    enough: { began: '08:00', ended: false, at: '11:40' },
    not: [
      ['notBegun', { began: null }],
      ['ended', { ended: true }],
      ['endBeforeBegin', { at: '07:59' }],
    ],
  },
  'session.propose': {
    enough: { dossier: 'd', proposal: 'Đề xuất công nhận 4 sao', openPairs: 0 },
    not: [
      ['result', { proposal: '' }],
      ['spread', { openPairs: 1 }],
    ],
  },
  'sheet.hand': {
    enough: { role: 'member', recused: false },
    not: [
      ['secretary', { role: 'secretary' }],
      ['recused', { recused: true }],
    ],
  },
  'sheet.submit': {
    enough: { sessionState: 'scoring', contentHash: 'ab', total: 0, absent: false, recused: false },
    not: [
      ['absent', { absent: true }],
      ['recused', { recused: true }],
      ['sessionState', { sessionState: 'closed' }],
      ['content', { contentHash: '' }],
    ],
  },
  'sheet.enterPaper': {
    enough: { sessionState: 'scoring', contentHash: 'ab', answered: 30, scan: 'cd', absent: false, recused: false },
    not: [
      ['absent', { absent: true }],
      ['recused', { recused: true }],
      ['sessionState', { sessionState: 'closed' }],
      ['answered', { answered: 0 }],
      ['scan', { scan: '' }],
      ['content', { contentHash: '' }],
    ],
  },
  'sheet.reopen': { enough: { sessionState: 'scoring', reason: 'Chấm nhầm ô' }, not: [['reason', { reason: '' }]] },
  'council.establish': {
    enough: { act: LETTER, chairs: 1, secretaries: 1, members: 3 },
    not: [
      ['chair', { chairs: 2 }],
      ['secretary', { secretaries: 0 }],
      ['paperNumber', { act: { number: '', dated: TODAY } }],
    ],
  },
  'council.dissolve': { enough: { openSessions: [] }, not: [['openSessions', { openSessions: ['Phiên 1'] }]] },
  'round.correct': { enough: { extra: false, plan: '' }, not: [['extraRound', { extra: true }]] },
  'round.plan': { enough: { extra: true, plan: 'KH 12/KH-UBND' }, not: [['extraRound', { plan: '' }]] },
  'decision.draft': { enough: { dossiers: 1 }, not: [['noDossiers', { dossiers: 0 }]] },
  'decision.propose': { enough: LETTER, not: [['paperNumber', { number: '' }]] },
  'decision.issue': {
    enough: {
      ...LETTER,
      kind: 'recognition',
      level: 'province',
      signatory: 'Nguyễn Văn A',
      stars: [3, 4],
      proposer: 'a',
      issuer: 'a',
      twoHands: false,
      signing: { signatory: 'Nguyễn Văn A', capacity: 'self', mandate: null, demand: 'delegated' },
    },
    not: [
      [
        'mandateMissing',
        { signing: { signatory: 'Nguyễn Văn A', capacity: 'TUQ', mandate: null, demand: 'delegated' } },
      ],
      ['paperNumber', { number: '' }],
      ['paperDate', { dated: '' }],
      ['signatory', { signatory: '' }],
      ['noDossiers', { stars: [] }],
      ['notCompetent', { stars: [3, 5] }],
      ['nobodyCompetent', { stars: [2] }],
      ['notCompetent', { level: 'district' }],
      ['twoHats', { twoHands: true }],
    ],
  },
  'mandate.grant': {
    enough: {
      ...{ person: 'Nguyễn Văn A', capacity: 'TUQ', act: '16/GUQ', actDate: '2026-01-05', covers: ['recognition'] },
      ...{ from: '2026-01-05', to: '2026-12-31' },
    },
    not: [
      ['mandateTerm', { to: null }],
      ['mandateTo', { to: '2026-01-04' }],
      ['mandatePerson', { person: '' }],
      ['mandateCovers', { covers: [] }],
    ],
  },
  'mandate.end': {
    enough: { reason: 'Thôi giữ chức', from: '2026-01-05', to: '2026-12-31', lastDay: '2026-11-20' },
    not: [
      ['reason', { reason: '' }],
      ['mandateLastDay', { lastDay: '2027-01-01' }],
      ['mandateLastDay', { lastDay: '2026-01-04' }],
    ],
  },
  'delegation.record': {
    enough: { ...ORDER, otherOffice: false },
    not: [...NO_ORDER, ['delegationDeputy', { deputy: false }], ['delegationOffice', { otherOffice: true }]],
  },
  'delegation.ask': {
    enough: { ...ORDER, otherOffice: true, byHead: true, deputyHeaded: true },
    not: [
      ...NO_ORDER,
      ['delegationOffice', { otherOffice: false }],
      ['delegationOffice', { deputy: false, acts: [] }],
      ['delegationHead', { byHead: false }],
      ['delegationHeadless', { deputyHeaded: false }],
    ],
  },
  'delegation.agree': {
    enough: { byDeputyHead: true, to: TODAY },
    not: [
      ['delegationAgreer', { byDeputyHead: false }],
      ['delegationPast', { to: '2020-01-02' }],
    ],
  },
  'delegation.end': { enough: { reason: 'Đã đi làm lại' }, not: [['reason', { reason: '' }]] },
  'template.upload': {
    enough: { unknown: [], fields: 3 },
    not: [
      ['templateUnknown', { unknown: ['tenSai'] }],
      ['templateEmpty', { fields: 0 }],
    ],
  },
  'decision.cancel': { enough: { reason: 'Sai danh sách' }, not: [['reason', { reason: '' }]] },
  'recognition.issue': {
    enough: { star: 3, level: 'province', issuedOn: TODAY, decision: '120/QĐ-UBND' },
    not: [
      ['nobodyCompetent', { star: 2 }],
      ['notCompetent', { star: 5 }],
      ['paperNumber', { decision: '' }],
    ],
  },
  'recognition.revoke': {
    enough: {
      ground: 'a',
      star: 3,
      level: 'province',
      proofNumber: '15/KL',
      proofDated: '2026-11-10',
      decisionNumber: '120/QĐ-UBND',
      decisionDated: TODAY,
      recognisedOn: null,
    },
    not: [
      ['revocationGround', { ground: 'z' }],
      ['revokedBefore', { recognisedOn: '2099-01-01' }],
    ],
  },
  'recognition.annul': {
    enough: { ...LETTER, reason: 'Đánh giá không đúng quy định', star: 4, level: 'province', issuedOn: '2026-11-20' },
    not: [
      ['reason', { reason: '' }],
      ['annulledBefore', { issuedOn: TODAY }],
      ['nobodyCompetent', { star: 5 }],
    ],
  },
  'recognition.extend': {
    enough: {
      reason: 'Chờ kết quả',
      act: '12/SNNMT',
      expiresOn: '2026-11-01',
      until: '2027-04-30',
      afterTransition: true,
    },
    not: [['extensionTooLong', { until: '2027-05-01' }]],
  },
  'recognition.recordPast': {
    enough: {
      ...{ star: 3, level: 'district', decidedOn: '2024-06-10', unitThere: true, known: false },
      ...{ bandStar: 3, totalsFit: true },
      number: '845/QĐ-UBND',
    },
    not: [
      ['paperNumber', { number: '' }],
      ['notCompetent', { level: 'province' }],
      ['unitNotThere', { unitThere: false }],
      ['pastKnown', { known: true }],
      ['pastTotals', { totalsFit: false }],
      ['pastPoints', { bandStar: 2 }],
    ],
  },
  'recognition.noteExtension': {
    enough: { ...LETTER, running: true },
    not: [
      ['noExtension', { running: false }],
      ['paperNumber', { number: '' }],
    ],
  },
  'review.complain': {
    enough: {
      ...{ state: 'notRecognised', toldOn: '2026-10-01', filedOn: '2026-11-20', days: 90 },
      ...{ content: 'Tiêu chí 3 đã có hợp đồng nhưng không được tính', lateReason: '', pending: false },
    },
    not: [
      ['noResult', { state: 'inSession' }],
      ['pending', { pending: true }],
      ['content', { content: ' ' }],
      ['complaintDay', { filedOn: '2026-11-22' }],
      ['complaintLate', { toldOn: '2026-01-02' }],
    ],
  },
  'review.request': {
    enough: {
      ...LETTER,
      ...{
        reason: 'Phiếu không đủ số thành viên',
        wish: 'annul',
        state: 'recognised',
        level: 'province',
        pending: false,
      },
    },
    not: [
      ['paperNumber', { number: '' }],
      ['reason', { reason: '' }],
      ['wish', { wish: 'constructor' }],
      ['noResult', { state: 'withdrawn' }],
      ['ownResult', { level: 'central' }],
      ['notRecognised', { state: 'notRecognised' }],
      ['pending', { pending: true }],
    ],
  },
  'review.accept': {
    enough: { office: 'province', instance: 'province' },
    not: [['notInstance', { office: 'ministry' }]],
  },
  'review.decline': {
    enough: { office: 'ministry', instance: 'ministry', reason: 'Đơn không nêu kết quả nào' },
    not: [
      ['notInstance', { office: 'province' }],
      ['reason', { reason: ' ' }],
    ],
  },
  'review.answer': {
    enough: {
      ...LETTER,
      office: 'province',
      instance: 'province',
      outcome: 'stands',
      reason: 'Hồ sơ không có hợp đồng',
    },
    not: [
      ['notInstance', { instance: 'ministry' }],
      ['outcome', { outcome: 'toString' }],
      ['paperDate', { dated: '' }],
      ['reason', { reason: '' }],
    ],
  },
  'dossier.redo': {
    enough: { ...LETTER, reason: 'Thiếu một phiếu', hadRound: true },
    not: [
      ['paperNumber', { number: '' }],
      ['reason', { reason: '' }],
      ['noRound', { hadRound: false }],
    ],
  },
  'dossier.reopen': {
    enough: { ...LETTER, reason: 'Căn cứ loại không đúng', hadRound: false },
    not: [
      ['reason', { reason: '' }],
      ['hadRound', { hadRound: true }],
    ],
  },
  'dossier.redoCentral': {
    enough: { ...LETTER, reason: 'Khiếu nại đúng', level: 'central' },
    not: [
      ['reason', { reason: '' }],
      ['notCentral', { level: 'province' }],
    ],
  },
  'dossier.annul': { enough: LETTER, not: [['paperNumber', { number: '' }]] },
  'misuse.close': {
    enough: { finding: 'wrongUse', answer: 'Cửa hàng đã gỡ nhãn' },
    not: [
      ['finding', { finding: 'constructor' }],
      ['answer', { answer: ' ' }],
    ],
  },
  'report.send': SENDING,
  'report.sendToMinistry': SENDING,
  'report.issueCountry': SENDING,
  'report.giveBack': REASONED,
  'report.giveBackAtMinistry': REASONED,
  'report.correct': REASONED,
  'report.correctProvince': REASONED,
  'report.correctCountry': REASONED,
  'task.give': {
    enough: { giver: 'province', owner: 'commune', givenOn: '2026-05-22', dueOn: '2026-06-22' },
    not: [
      ['unit', { giver: 'ministry' }],
      ['dueOn', { dueOn: '2026-05-21' }],
    ],
  },
  'task.note': OWN_TASK,
  'task.report': OWN_TASK,
  'task.accept': { enough: { side: 'ministry', giver: 'ministry' }, not: [['notGiver', { side: 'province' }]] },
  'task.giveBack': TASK_BACK,
  'task.cancel': TASK_BACK,
  'task.correct': {
    enough: { ...TASK_BACK.enough, changes: true },
    not: [...TASK_BACK.not, ['same', { changes: false }]],
  },
  'conclusion.record': {
    enough: { heldOn: TODAY, tasks: 1, words: null },
    not: [
      ['heldOn', { heldOn: '2026-11-22' }],
      ['empty', { tasks: 0 }],
    ],
  },
  'conclusion.remove': {
    enough: { tasks: 0, reason: 'Ghi nhầm' },
    not: [
      ['tasks', { tasks: 1 }],
      ['reason', { reason: '' }],
    ],
  },
  'conclusion.correct': {
    enough: { heldOn: TODAY, reason: 'Gõ nhầm' },
    not: [
      ['heldOn', { heldOn: '2026-11-22' }],
      ['reason', { reason: '' }],
    ],
  },
  'body.establish': {
    enough: { from: TODAY, heads: 1 },
    not: [
      ['from', { from: '2026-11-22' }],
      ['heads', { heads: 2 }],
    ],
  },
  'body.correct': {
    enough: { from: null, reason: 'Gõ nhầm' },
    not: [
      ['from', { from: '2026-11-22' }],
      ['reason', { reason: ' ' }],
    ],
  },
  'body.changeMembers': {
    enough: { from: TODAY, since: '2026-01-01', joining: 1, leaving: 0, heads: 1, act: '9/QĐ-UBND', reason: null },
    not: [
      ['from', { from: '2026-11-22' }],
      ['since', { since: '2026-11-22' }],
      ['members', { joining: 0 }],
      ['heads', { heads: 2 }],
      ['act', { act: null }],
    ],
  },
  'body.correctMember': {
    enough: { reason: 'Gõ nhầm', heads: 0 },
    not: [
      ['reason', { reason: '' }],
      ['heads', { heads: 2 }],
    ],
  },
  'body.dissolve': {
    enough: { to: TODAY, last: null, act: null, reason: 'Sáp nhập xã' },
    not: [
      ['to', { to: '2026-11-22' }],
      ['last', { last: '2026-11-22' }],
      ['act', { reason: ' ' }],
    ],
  },
  'communeOfficer.appoint': { enough: { from: TODAY }, not: [['from', { from: '2026-11-22' }]] },
  'communeOfficer.correct': {
    enough: { from: TODAY, reason: 'Gõ nhầm' },
    not: [
      ['from', { from: '2026-11-22' }],
      ['reason', { reason: '' }],
    ],
  },
  'communeOfficer.end': {
    enough: { from: '2026-01-01', to: TODAY, reason: 'Chuyển công tác' },
    not: [
      ['to', { to: '2026-11-22' }],
      ['before', { from: '2026-11-22' }],
      ['reason', { reason: '' }],
    ],
  },
  'salePoint.register': {
    enough: { opened: TODAY, closed: null },
    not: [['opened', { opened: '2026-11-22' }]],
  },
  'salePoint.correct': {
    enough: { opened: TODAY, closed: null, reason: 'Gõ nhầm' },
    not: [
      ['opened', { opened: '2026-11-22' }],
      ['reason', { reason: '' }],
    ],
  },
  'salePoint.offer': { enough: { joining: 0, leaving: 1 }, not: [['products', { leaving: 0 }]] },
  'salePoint.close': {
    enough: { opened: '2026-01-01', closed: TODAY, reason: 'Hết hợp đồng' },
    not: [
      ['closed', { closed: '2025-12-31' }],
      ['closed', { closed: '2026-11-22' }],
      ['reason', { reason: '' }],
    ],
  },
  'salePoint.reopen': { enough: { reason: 'Ghi nhầm' }, not: [['reason', { reason: '' }]] },
  'salePoint.withdraw': { enough: { reason: 'Ghi nhầm' }, not: [['reason', { reason: ' ' }]] },
  'supportPolicy.set': { enough: { from: TODAY, to: null }, not: [['to', { to: '2026-11-20' }]] },
  'supportPolicy.correct': {
    enough: { from: TODAY, to: TODAY, reason: 'Gõ nhầm' },
    not: [
      ['to', { to: '2026-11-20' }],
      ['reason', { reason: '' }],
    ],
  },
  'supportPolicy.cancel': {
    enough: { payments: 0, reason: 'Ghi nhầm' },
    not: [
      ['payments', { payments: 1 }],
      ['reason', { reason: '' }],
    ],
  },
  'support.record': SUPPORT,
  'support.correct': {
    enough: { ...SUPPORT.enough, reason: 'Gõ nhầm' },
    not: [...SUPPORT.not, ['reason', { reason: '' }]],
  },
  'support.withdraw': { enough: { reason: 'Ghi nhầm' }, not: [['reason', { reason: ' ' }]] },
  'training.record': TRAINING,
  'training.correct': {
    enough: { ...TRAINING.enough, reason: 'Gõ nhầm' },
    not: [...TRAINING.not, ['reason', { reason: '' }]],
  },
  'training.attend': { enough: { joining: 1, leaving: 0 }, not: [['producers', { joining: 0 }]] },
  'training.withdraw': { enough: { reason: 'Ghi nhầm' }, not: [['reason', { reason: ' ' }]] },
  'settings.change': { enough: { key: 'spreadLimit', value: 12 }, not: [['settingNumber', { value: 0 }]] },
};
