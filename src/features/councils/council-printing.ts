/** Papers that set a council to work: the decision that establishes it, the frame of its advisory team's report (R18.7). */
import type { Kysely } from 'kysely';
import { ACT_IN_FORCE } from '#law/act';
import type { DB } from '#platform/db/schema.generated';
import { count, longDate } from '#platform/documents/words';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { advisedProducts } from './advised-read.ts';
import { type Office, officeOf, printed, wordsOf } from './office.ts';
import { advisoryReport } from './papers/advisory.ts';
import type { PersonLine } from './papers/data.ts';
import { councilDecision } from './papers/establishment.ts';
import { councilRegulation } from './papers/regulation.ts';
import { paperFacts } from './print-data.ts';
import { findCouncil } from './queries.ts';
import { gateBases, seatRoles } from './schema.ts';
import { teamOf } from './team-read.ts';

/** While no advisory team is recorded its lines are filled in on the paper. */
const BLANK_LINES = 5;
const blank = { name: '', position: '', role: '' };

/** Draft of the Chairperson's decision on council and advisory team (Art. 7.3.b); number and day once they are given. */
export const councilDecisionAt = (form: 'pdf' | 'docx') =>
  download({
    name: `council.printDecision.${form}`,
    title: 'Tải quyết định thành lập Hội đồng',
    permission: 'council.read',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const council = await findCouncil(ctx.db, id);
      if (!council) throw notFound();
      const office = await officeOf(ctx.db, council.province);
      const [number = null] = council.act.split('/');
      const paper = councilDecision({
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
        advisoryTeam: await teamLines(ctx.db, council.id),
        signature: { capacity: [office.headTitle], name: null },
      });
      return printed(paper, form, 'quyet-dinh-thanh-lap-hoi-dong', ctx.now);
    },
  });

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

/** The council's regulation with the decision that issues it (Art. 7.3.b), from the settings of this council. */
export const regulationAt = (form: 'pdf' | 'docx') =>
  download({
    name: `council.printRegulation.${form}`,
    title: 'Tải Quy chế hoạt động của Hội đồng',
    permission: 'council.read',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const council = await findCouncil(ctx.db, id);
      if (!council) throw notFound();
      const office = await officeOf(ctx.db, council.province);
      const { regulation, seats } = council;
      const [number = null] = regulation.act.split('/');
      const paper = councilRegulation({
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
      });
      return printed(paper, form, 'quy-che-hoi-dong', ctx.now);
    },
  });

/** What a decision of the office rests on; the last is the proposal of the body that advises it. */
const basesOf = (office: Office) => [
  ...office.bases,
  `Căn cứ ${ACT_IN_FORCE.full}`,
  `Theo đề nghị của ${wordsOf(office).proposer}`,
];

/** Frame of the advisory team's report on the products of a session (Art. 7.3.c), with what is recorded of each. */
export const advisoryReportAt = (form: 'pdf' | 'docx') =>
  download({
    name: `session.printAdvice.${form}`,
    title: 'Tải báo cáo của Tổ tư vấn',
    permission: 'session.read',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const facts = await paperFacts(ctx.db, id, ctx.actor.account);
      if (!facts) throw notFound();
      const { level, council } = facts.session;
      const dossiers = facts.products.map(({ dossier }) => dossier);
      const [advised, team] = await Promise.all([advisedProducts(ctx.db, dossiers, level), teamOf(ctx.db, council)]);
      const paper = advisoryReport({
        issuance: {
          superior: facts.office.authority,
          issuer: 'Tổ tư vấn Hội đồng đánh giá, phân hạng sản phẩm OCOP',
          ...{ place: facts.office.place, number: null, symbol: 'BC-TTV', date: null },
          year: Number(ctx.day.slice(0, 4)),
        },
        council: facts.council,
        actShort: ACT_IN_FORCE.short,
        roundTitle: facts.session.title,
        clause: wordsOf(facts.office).clause,
        products: advised,
        ...{ remarks: null, proposal: null },
        signature: { capacity: ['Tổ trưởng'], name: team.find((one) => one.leader)?.name ?? null },
      });
      return printed(paper, form, 'bao-cao-to-tu-van', ctx.now);
    },
  });
