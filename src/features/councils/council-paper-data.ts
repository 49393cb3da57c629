/** What the papers that set a council to work say: its decision, its regulation, its advisory team's report. */
import type { Kysely } from 'kysely';
import { ACT_IN_FORCE } from '#law/act';
import type { DB } from '#platform/db/schema.generated';
import { count, longDate } from '#platform/documents/words';
import { advisedProducts } from './advised-read.ts';
import { type Office, officeOf, wordsOf } from './office.ts';
import type { AdvisoryReportData } from './papers/advisory.ts';
import type { PersonLine } from './papers/data.ts';
import type { CouncilDecisionData } from './papers/establishment.ts';
import type { RegulationData } from './papers/regulation.ts';
import type { PaperFacts } from './print-data.ts';
import type { CouncilRecord } from './queries.ts';
import { gateBases, seatRoles } from './schema.ts';
import { teamOf } from './team-read.ts';

/** While no advisory team is recorded its lines are filled in on the paper. */
const BLANK_LINES = 5;
const blank = { name: '', position: '', role: '' };

/** Number and day of the decision once they are given. */
export async function establishmentData(db: Kysely<DB>, council: CouncilRecord): Promise<CouncilDecisionData> {
  const office = await officeOf(db, council.province);
  const [number = null] = council.act.split('/');
  return {
    issuance: {
      issuer: office.authority,
      ...{ place: office.place, number, symbol: office.decisionSymbol, date: council.actDate },
      year: Number(council.actDate.slice(0, 4)),
    },
    level: office.level,
    province: office.province,
    authority: office.head,
    bases: basesOf(office),
    actShort: ACT_IN_FORCE.short,
    department: office.agency,
    council: council.seats.map((one) => ({
      name: one.name,
      position: [one.position, one.organisation].filter(Boolean).join(', '),
      role: seatRoles[one.role],
    })),
    advisoryTeam: await teamLines(db, council.id),
    signature: { capacity: [office.headTitle], name: null },
  };
}

/** The advisory team as the decision names it; blank lines while it is not recorded. */
async function teamLines(db: Kysely<DB>, council: string): Promise<PersonLine[]> {
  const team = await teamOf(db, council);
  if (team.length === 0) return Array.from({ length: BLANK_LINES }, () => blank);
  return team.map((one) => ({
    name: one.name,
    position: [one.job, one.organisation].filter(Boolean).join(', '),
    role: one.leader ? 'Tổ trưởng' : 'Thành viên',
  }));
}

/** From the settings of this council. */
export async function regulationData(db: Kysely<DB>, council: CouncilRecord): Promise<RegulationData> {
  const office = await officeOf(db, council.province);
  const { regulation, seats } = council;
  const [number = null] = regulation.act.split('/');
  return {
    issuance: {
      issuer: office.authority,
      ...{ place: office.place, number, symbol: office.decisionSymbol, date: null },
      year: Number(council.actDate.slice(0, 4)),
    },
    level: office.level,
    province: office.province,
    authority: office.head,
    bases: basesOf(office),
    actShort: ACT_IN_FORCE.short,
    department: office.agency,
    council: council.name,
    councilAct: `Quyết định số ${council.act} ${longDate(council.actDate)}`,
    composition: Object.entries(seatRoles).flatMap(([role, words]) => {
      const held = seats.filter((one) => one.role === role).length;
      return held === 0 ? [] : [`${count(held)} ${words}`];
    }),
    quorumPercent: regulation.quorumPercent,
    chairRequired: regulation.chairRequired,
    spreadLimit: regulation.spreadLimit,
    gateWords: gateBases[regulation.gateBasis],
    anonymous: regulation.anonymous,
    byVote: regulation.starBy === 'vote',
    anySubstitute: regulation.substitutes === 'any',
    ballot:
      regulation.reEvaluationBy === 'written'
        ? {
            days: regulation.ballotDays,
            asks: regulation.ballotAsks,
            meetOnSpread: regulation.ballotSpread === 'meet',
          }
        : null,
    signature: { capacity: [office.headTitle], name: null },
  };
}

/** What a decision of the office rests on; the last is the proposal of the body that advises it. */
const basesOf = (office: Office) => [
  ...office.bases,
  `Căn cứ ${ACT_IN_FORCE.full}`,
  `Theo đề nghị của ${wordsOf(office).proposer}`,
];

/** With what is recorded of each product of the session. */
export async function advisoryData(db: Kysely<DB>, facts: PaperFacts, year: number): Promise<AdvisoryReportData> {
  const { level, council } = facts.session;
  const dossiers = facts.products.map(({ dossier }) => dossier);
  const [advised, team] = await Promise.all([advisedProducts(db, dossiers, level), teamOf(db, council)]);
  return {
    issuance: {
      superior: facts.office.authority,
      issuer: 'Tổ tư vấn Hội đồng đánh giá, phân hạng sản phẩm OCOP',
      ...{ place: facts.office.place, number: null, symbol: 'BC-TTV', date: null, year },
    },
    council: facts.council,
    actShort: ACT_IN_FORCE.short,
    roundTitle: facts.session.title,
    clause: wordsOf(facts.office).clause,
    products: advised,
    ...{ remarks: null, proposal: null },
    signature: { capacity: ['Tổ trưởng'], name: team.find((one) => one.leader)?.name ?? null },
  };
}
