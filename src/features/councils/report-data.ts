import type { Kysely } from 'kysely';
import { ACT_IN_FORCE } from '#law/act';
import type { DB } from '#platform/db/schema.generated';
import { minutesOfMeeting } from './meeting-read.ts';
import type { Day } from './papers/data.ts';
import type { CouncilReportData } from './papers/report.ts';
import { consolidatedData, type PaperFacts } from './print-data.ts';
import { isCandidate, type StoredResult, sessionResults } from './results-read.ts';

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
    told: results.filter(toProvince).map((one) => one.product),
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

const toMinistry = (one: StoredResult) =>
  !one.excluded && isCandidate(one) && (one.star === one.bandStar || one.path === 'toMinistry');

/** A result below five stars of the Ministry's council: the province is told (Art. 7.4.g). */
const toProvince = (one: StoredResult) => !one.excluded && one.level === 'central' && one.star !== 5;

/** A star the council's own office may give: not a candidate, unless the office has chosen so; at the Ministry five. */
const proposed = (one: StoredResult) =>
  !one.excluded &&
  !toMinistry(one) &&
  !toProvince(one) &&
  (!isCandidate(one) || one.path === 'recogniseFour') &&
  one.star !== null &&
  one.star >= 3;
