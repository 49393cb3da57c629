// The council of the demonstration, by the real acts of its accounts: one session concluded, one being scored, one in preparation.
import { type DemoTools, demoHand } from '#features/identity';
import { type DemoDossier, demoInRound } from '#features/rounds';
import { exclusionGrounds } from '#law/dossier';
import type { SetIndex } from '#law/scoring';
import { closeSession, openSession } from './closing.ts';
import { setIndexOf } from './compute.ts';
import { concludeSession } from './concluding.ts';
import { establishCouncil } from './council.ts';
import { excludeDossier } from './deciding.ts';
import { demoSheet, demoSheetLacking } from './demo-sheets.ts';
import { planSession, setAgenda } from './session.ts';
import { saveSheet, submitSheet } from './sheet.ts';
import { startSession } from './start.ts';

const FOOD = '26-2026/06';
const CRAFT = '26-2026/21';
const MEMBERS = [1, 2, 3, 4, 5].map((no) => `council-member-${no}`);
const SCORERS = ['council-chair', ...MEMBERS];

interface Case extends Omit<DemoDossier, 'answers'> {
  readonly star: 1 | 2 | 3 | 4 | 5;
  readonly points: number;
  /** Five-star points with one ***** mark missing. */
  readonly lacks?: boolean;
}

const food = (product: string, star: Case['star'], points: number, report = '12/BC-TTV (giả định)'): Case => ({
  ...{ product: `${product} (giả định)`, producer: 'canh-dieu', productSet: FOOD, star, points, report },
});
const craft = (product: string, star: Case['star'], points: number): Case => ({
  ...{ product: `${product} (giả định)`, producer: 'gio-nom', productSet: CRAFT, star, points },
  report: '12/BC-TTV (giả định)',
});

const PAST = [
  food('Miến dong sợi nhỏ Cánh Diều', 4, 81),
  craft('Khay tre Gió Nồm', 3, 60),
  food('Miến dong ăn liền Cánh Diều', 5, 95),
  craft('Quạt nan Gió Nồm', 2, 42),
  { ...food('Miến dong sợi dẹt Cánh Diều', 5, 94), lacks: true },
  food('Bánh phở khô Cánh Diều', 5, 93),
  craft('Hộp tre in hình Gió Nồm', 4, 76),
];
/** What the council found on the last of them. */
const FOUND = 'Hình in trên hộp là nhãn hiệu đã đăng ký của cơ sở khác (giả định).';
const PRESENT = [
  food('Bánh đa nem Cánh Diều', 4, 78),
  craft('Hộp bút tre Gió Nồm', 3, 63),
  food('Bún gạo lứt Cánh Diều', 4, 84),
];
const { report: _none, ...NEXT } = food('Phở khô Cánh Diều', 4, 75);

/** What the demonstration's decisions are made of. */
export interface DemoSession {
  readonly session: string;
  readonly council: string;
  /** Dossiers that got 3 or 4 stars. */
  readonly recognised: readonly string[];
  readonly candidate: string;
  /** A candidate whose package goes to the Ministry. */
  readonly sent: string;
  /** Five-star points, a ***** mark missing: the office still has to choose. */
  readonly lacking: string;
  readonly excluded: string;
  readonly belowThree: string;
}

/** Establishes the council and holds its sessions, all in one round. Eleven dossiers; about four seconds. */
export async function demoCouncils(tools: DemoTools, round: string): Promise<DemoSession> {
  const council = await demoCouncil(tools);
  const past = await demoSession(tools, { council, round, title: 'Phiên thứ nhất', cases: PAST });
  await scoreEverything(tools, past.session, past.dossiers);
  const present = await demoSession(tools, { council, round, title: 'Phiên thứ hai', cases: PRESENT });
  await scoreSome(tools, present.session, present.dossiers);
  await demoSession(tools, { council, round, title: 'Phiên thứ ba', cases: [NEXT] }, false);
  const [four = '', three = '', candidate = '', belowThree = '', lacking = '', sent = '', excluded = ''] =
    past.dossiers;
  return { session: past.session, council, recognised: [four, three], candidate, sent, belowThree, lacking, excluded };
}

/** Further councils are made as the first one, of the same people; `rules` differ. */
export async function demoCouncil(
  tools: DemoTools,
  name = 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Hưng Yên (giả định)',
  act = '01',
  anonymous: 'named' | 'scorers' = 'named',
): Promise<string> {
  const province = await demoHand(tools, 'province');
  const seats = await Promise.all(
    ['council-secretary', ...SCORERS].map(async (key) => {
      const { account } = (await demoHand(tools, key)).actor;
      const role = key === 'council-chair' ? 'chair' : key === 'council-secretary' ? 'secretary' : 'member';
      return { account, role } as const;
    }),
  );
  const { id } = await establishCouncil.run(
    province,
    {
      ...{ name, act: `${act}/QĐ-UBND (giả định)`, actDate: tools.day, seats },
      regulation: {
        ...{ act: 'Quyết định số 02/QĐ-HĐ (giả định)', quorumPercent: 70, chairRequired: true },
        ...{ spreadLimit: 10, gateBasis: 'mean', spreadFollows: 'discuss', starBy: 'mean', substitutes: 'department' },
        ...{ reEvaluationBy: 'written', ballotDays: 7, ballotAsks: 1, ballotSpread: 'meet', anonymous },
      },
    },
    undefined,
  );
  return id;
}

async function demoSession(
  tools: DemoTools,
  of: { council: string; round: string; title: string; cases: readonly Case[] },
  begun = true,
): Promise<{ session: string; dossiers: string[] }> {
  const province = await demoHand(tools, 'province');
  const dossiers: string[] = [];
  for (const { star, points, lacks: _lacks, ...one } of of.cases) {
    const answers = demoSheet(await setIndexOf(one.productSet), star, points);
    dossiers.push(await demoInRound(tools, of.round, { ...one, answers }));
  }
  const place = 'Phòng họp số 2, Sở Nông nghiệp và Môi trường';
  const { council, round } = of;
  const title = `${of.title} năm ${tools.day.slice(0, 4)} (giả định)`;
  const plan = { council, round, title, mode: 'meeting' as const, heldOn: tools.day, place };
  const { id: session } = await planSession.run(province, plan, undefined);
  await setAgenda.run(province, { id: session, dossiers, heldOn: tools.day, place }, undefined);
  if (begun) await startSession.run(await demoHand(tools, 'council-secretary'), { id: session }, undefined);
  return { session, dossiers };
}

export interface DemoSheet {
  readonly id: string;
  readonly index: SetIndex;
}

export async function demoSheetOf(
  { tx }: DemoTools,
  session: string,
  dossier: string,
  account: string,
): Promise<DemoSheet> {
  const found = await tx
    .selectFrom('score_sheet as s')
    .innerJoin('council_seat as c', 'c.id', 's.seat')
    .innerJoin('dossier as d', 'd.id', 's.dossier')
    .select(['s.id', 'd.product_set'])
    .where('s.session', '=', session)
    .where('s.dossier', '=', dossier)
    .where('c.account', '=', account)
    .executeTakeFirstOrThrow();
  return { id: found.id, index: await setIndexOf(found.product_set) };
}

/** What the first members wrote, each on a criterion of its own. */
const NOTES = ['Nhãn chưa có mã truy xuất điện tử (giả định).', 'Minh chứng mới có bản chụp, chưa rõ ngày (giả định).'];
const OPINION = 'Hồ sơ đầy đủ, sản phẩm có bản sắc địa phương (giả định).';

/** Every sheet handed in, closed, opened and concluded. Members differ by a point or two. */
async function scoreEverything(tools: DemoTools, session: string, dossiers: readonly string[]): Promise<void> {
  for (const [at, key] of SCORERS.entries()) {
    const hand = await demoHand(tools, key);
    for (const [n, dossier] of dossiers.entries()) {
      const { star, points, lacks } = PAST[n] ?? { star: 3 as const, points: 60 };
      const { id, index } = await demoSheetOf(tools, session, dossier, hand.actor.account);
      const near = points - (at % 3);
      const answers = lacks ? demoSheetLacking(index, near, at) : demoSheet(index, star, near, at);
      const exclusion =
        n === PAST.length - 1 && at < 2 ? { exclusion: { ground: groundOf(index), reason: FOUND } } : {};
      const note = NOTES[at];
      const notes = note === undefined ? {} : { [index.criteria[at + 3]?.code ?? '']: note };
      const sheet = { id, answers, notes, opinion: OPINION, ...exclusion };
      const { draftVersion } = await saveSheet.run(hand, sheet, undefined);
      await submitSheet.run(hand, { id, draftVersion }, undefined);
    }
  }
  const secretary = await demoHand(tools, 'council-secretary');
  await closeSession.run(secretary, { id: session }, undefined);
  await openSession.run(secretary, { id: session }, undefined);
  const last = dossiers.at(-1) ?? '';
  const ground = groundOf(await setIndexOf(CRAFT));
  await excludeDossier.run(secretary, { id: last, ground, reason: FOUND }, undefined);
  await concludeSession.run(secretary, { id: session, minutesNumber: '01/BB-HĐ (giả định)' }, undefined);
}

/** The ground of exclusion that stands inside a criterion of the set. */
const groundOf = ({ set }: SetIndex): string => exclusionGrounds(set).at(-1)?.text ?? '';

/** Two members have handed in their first sheet, one has begun; everybody else has everything to do. */
async function scoreSome(tools: DemoTools, session: string, [first = '']: readonly string[]): Promise<void> {
  for (const [at, key] of MEMBERS.slice(2).entries()) {
    const hand = await demoHand(tools, key);
    const { id, index } = await demoSheetOf(tools, session, first, hand.actor.account);
    const answers = demoSheet(index, 4, 78, at);
    const begun = Object.fromEntries(Object.entries(answers).slice(0, 8));
    const sheet = { id, answers: at < 2 ? answers : begun, notes: {} };
    const { draftVersion } = await saveSheet.run(hand, sheet, undefined);
    if (at < 2) await submitSheet.run(hand, { id, draftVersion }, undefined);
  }
}
