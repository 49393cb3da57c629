import type { Kysely } from 'kysely';
import { ACT_IN_FORCE } from '#law/act';
import type { DB } from '#platform/db/schema.generated';
import { minutesOfMeeting } from './meeting-read.ts';
import type { Day } from './papers/data.ts';
import type { CouncilReportData } from './papers/report.ts';
import { consolidatedData, type PaperFacts } from './print-data.ts';
import { type StoredResult, sessionResults } from './results-read.ts';

/** What the council's report says: the stored results, and where each leads as far as the law leaves no choice open. */
export async function reportData(db: Kysely<DB>, facts: PaperFacts, day: Day): Promise<CouncilReportData> {
  const { session } = facts;
  const [table, results, meeting] = await Promise.all([
    consolidatedData(db, facts, day),
    sessionResults(db, session.id),
    minutesOfMeeting(db, session.id),
  ]);
  const number = facts.minutesNumber;
  return {
    issuance: {
      superior: facts.office.authority,
      issuer: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP',
      ...{ place: facts.office.place, number: null, symbol: 'BC-HĐ', date: null, year: Number(day.slice(0, 4)) },
    },
    council: facts.council,
    councilAct: facts.councilAct,
    actShort: ACT_IN_FORCE.short,
    level: session.level,
    province: facts.office.province,
    agency: facts.office.agency,
    sessionTitle: session.title,
    mode: session.mode,
    heldOn: session.heldOn ?? day,
    minutes: number === null ? 'Biên bản của phiên' : `Biên bản số ${number}`,
    members: table.members,
    results: table.results,
    recognised: results.flatMap((one) => (proposed(one) ? [{ name: one.product, star: one.star ?? 0 }] : [])),
    candidates: results.filter(toMinistry).map((one) => one.product),
    exclusions: results.flatMap((one) => (one.excluded ? [{ product: one.product, ...one.excluded }] : [])),
    spreads: results.flatMap((one) =>
      one.spread.length > 0
        ? [{ product: one.product, outcome: one.spreadAccepted ?? 'Chưa thống nhất cách xử lý.' }]
        : [],
    ),
    discussion: meeting.discussion,
    remarks: meeting.proposals.flatMap(({ product, remark }) => (remark ? [{ product, remark }] : [])),
    ballot: table.ballot,
    signature: table.chair,
  };
}

const toMinistry = ({ excluded, candidate, star, bandStar, path }: StoredResult) =>
  !excluded && candidate && (star === bandStar || path === 'toMinistry');

/** A star the province itself may give: not a candidate, unless the office has chosen so. */
const proposed = (one: StoredResult) =>
  !one.excluded &&
  !toMinistry(one) &&
  (!one.candidate || one.path === 'recogniseFour') &&
  one.star !== null &&
  one.star >= 3;
