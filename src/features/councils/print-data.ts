/** What the papers of a session say, read from its record. Nothing is computed here: results are those stored at opening. */
import { type Kysely, sql } from 'kysely';
import { applicationKinds } from '#features/dossiers';
import { ACT_IN_FORCE } from '#law/act';
import { GATE_STARS } from '#law/scoring';
import { meanText } from '#law/stars';
import { voteSentence } from '#law/vote';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import { namesFor } from './blind.ts';
import { minutesOfMeeting } from './meeting-read.ts';
import { type Office, officeOf } from './office.ts';
import { paperWords } from './paper-read.ts';
import { ballotText } from './papers/ballot-text.ts';
import type { ConsolidatedData, ProductResult } from './papers/consolidated.ts';
import type { AgendaProduct, Day, PersonLine } from './papers/data.ts';
import type { InvitationData } from './papers/invitation.ts';
import type { MinutesData, SpreadNote } from './papers/minutes.ts';
import { spreadParagraphs } from './papers/spread-text.ts';
import { isCandidate, type StoredResult, sessionResults } from './results-read.ts';
import { seatRoles } from './schema.ts';
import {
  findSession,
  type SessionRecord,
  type SessionSeat,
  scoringSeats,
  sessionSeats,
  steppedBackFrom,
} from './session-record.ts';
import { spreadRounds, tracedPairs } from './spread-read.ts';

interface Product extends AgendaProduct {
  readonly dossier: string;
  readonly kind: keyof typeof applicationKinds;
  readonly report: string | null;
}

export interface PaperFacts {
  readonly session: SessionRecord;
  readonly council: string;
  readonly councilAct: string;
  readonly minutesNumber: string | null;
  readonly office: Office;
  readonly seats: readonly SessionSeat[];
  readonly products: readonly Product[];
}

/**
 * Session, council, seats and products as the papers name them; undefined when there is no such session. Products the
 * reader has stepped back from are not among them.
 */
export async function paperFacts(
  db: Kysely<DB>,
  id: string,
  reader?: string,
  names = namesFor(reader ?? null),
): Promise<PaperFacts | undefined> {
  const session = await findSession(db, id);
  if (!session) return undefined;
  const { rows: councils } = await sql<{ name: string; act: string; minutesNumber: string | null }>`
    select c.name, c.act || ' ngày ' || to_char(c.act_date, 'DD/MM/YYYY') as act, s.minutes_number as "minutesNumber"
      from council_session s join council c on c.id = s.council where s.id = ${id}`.execute(db);
  const { rows: products } = await sql<Product>`
    select o.dossier, d.kind, ${names.product} as name, ${names.producer} as producer, ${names.code} as "productCode",
           (select 'Báo cáo số ' || a.number || ' ngày ' || to_char(a.dated, 'DD/MM/YYYY')
              from (select dossier, number, dated, 'province' as level from advisory_report
                     union all select dossier, number, dated, 'central' from central_advice) a
             where a.dossier = d.id and a.level = ${session.level}) as report
      from session_dossier o join dossier d on d.id = o.dossier join product p on p.id = d.product
      join producer m on m.id = d.producer where o.session = ${id} order by o.position`.execute(db);
  const [seats, office, hidden] = await Promise.all([
    sessionSeats(db, id),
    officeOf(db, session.province),
    steppedBackFrom(db, id, reader),
  ]);
  const { name = '', act = '', minutesNumber = null } = councils[0] ?? {};
  return {
    session,
    council: name,
    councilAct: `Quyết định số ${act}`,
    minutesNumber,
    office,
    seats,
    products: products.filter(({ dossier }) => !hidden.has(dossier)),
  };
}

/** The same for papers that speak of the whole session: to a member who stepped back from one of its products there is none. */
export async function wholePaperFacts(db: Kysely<DB>, id: string, reader: string): Promise<PaperFacts> {
  const [facts, hidden] = await Promise.all([paperFacts(db, id), steppedBackFrom(db, id, reader)]);
  if (!facts || hidden.size > 0) throw notFound();
  return facts;
}

const yearOf = (day: Day) => Number(day.slice(0, 4));
const heldOn = ({ session }: PaperFacts, day: Day) => session.heldOn ?? day;
const person = (one: SessionSeat): PersonLine => ({
  name: one.name,
  position: one.organisation,
  role: seatRoles[one.role],
});
const signer = (facts: PaperFacts, roles: readonly string[], capacity: string) => ({
  capacity: [capacity],
  name: facts.seats.find((one) => roles.includes(one.role) && !one.absent)?.name ?? null,
});
const secretary = (facts: PaperFacts) => signer(facts, ['secretary'], 'Thư ký');
const chair = (facts: PaperFacts) => signer(facts, ['chair', 'viceChair'], 'Chủ tịch Hội đồng');

function issuance(facts: PaperFacts, symbol: string, number: string | null, date: Day | null, day: Day) {
  return {
    superior: facts.office.authority,
    issuer: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP',
    ...{ place: facts.office.place, number: number?.split('/')[0] ?? null, symbol, date, year: yearOf(day) },
  };
}

/** The invitation; numbers and the hour are blank until the office gives them (R18.8). */
export function invitationData(facts: PaperFacts, day: Day, address: string): InvitationData {
  const { session } = facts;
  return {
    issuance: issuance(facts, 'GM-HĐ', null, null, day),
    mode: session.mode,
    council: facts.council,
    sessionTitle: session.title,
    guests: [`Các thành viên Hội đồng theo ${facts.councilAct}`, 'Tổ trưởng Tổ tư vấn Hội đồng'],
    day: heldOn(facts, day),
    time: null,
    venue: session.place,
    chair: chair(facts).name ?? 'Chủ tịch Hội đồng',
    products: [...facts.products],
    address,
    signature: { capacity: ['TL. Chủ tịch Hội đồng', 'Thư ký'], name: secretary(facts).name },
  };
}

/** The table of results, in the order of the agenda. */
export async function consolidatedData(db: Kysely<DB>, facts: PaperFacts, day: Day): Promise<ConsolidatedData> {
  const results = await sessionResults(db, facts.session.id);
  const scorers = scoringSeats(facts.seats);
  return {
    council: facts.council,
    sessionTitle: facts.session.title,
    place: facts.office.place,
    heldOn: facts.session.heldOn,
    year: yearOf(day),
    members: scorers.map((one) => one.name),
    ballot: ballotText(facts.session, scorers.length, facts.seats.filter(asked).length),
    results: results.map((one) => productResult(facts, scorers, one)),
    secretary: secretary(facts),
    chair: chair(facts),
  };
}

/** Everybody who was to score. */
const asked = ({ role, standsFor }: SessionSeat) =>
  role !== 'secretary' && (role !== 'substitute' || standsFor !== null);

function productResult(facts: PaperFacts, scorers: readonly SessionSeat[], one: StoredResult): ProductResult {
  const product = facts.products.find((row) => row.dossier === one.dossier);
  const lacking = GATE_STARS.filter((star) => star <= one.bandStar).flatMap((star) => one.gates[star].missing);
  const missing = new Map(lacking.map((gate) => [gate.criterion, `${gate.criterion} (cần ${gate.needs})`]));
  return {
    ...{ name: one.product, producer: one.producer, productCode: product?.productCode ?? null },
    kindWords: product ? applicationKinds[product.kind] : '',
    totals: scorers.map((seat) => one.sheets.find((sheet) => sheet.seat === seat.seat)?.total ?? null),
    mean: meanText(one),
    parts: (['A', 'B', 'C'] as const).map((code) => `${code} ${meanText(one.parts[code])}`).join('\n'),
    ...{ bandStar: one.bandStar, star: one.star },
    missing: [...missing.values()].join(', '),
    conclusion: [...(one.vote ? [voteSentence(one.vote)] : []), conclusionOf(one)].join('. '),
  };
}

/** What a stored result leads to, in words. */
export function conclusionOf(one: StoredResult): string {
  const { excluded, star, bandStar } = one;
  if (excluded) return `Bị loại: ${excluded.ground}`;
  if (one.level === 'central' && star !== 5) {
    const found = star !== null && star >= 3 ? `Đạt ${star} sao` : 'Không đạt từ 3 sao';
    return `${found}, thông báo kết quả cho tỉnh`;
  }
  if (isCandidate(one) && star === bandStar) return 'Tiềm năng 5 sao, đề nghị trình cấp trung ương';
  if (isCandidate(one)) return 'Đạt điểm tiềm năng 5 sao, còn thiếu điều kiện';
  return star !== null && star >= 3 ? `Đề xuất công nhận ${star} sao` : 'Không đạt từ 3 sao';
}

/** The minutes: who was there, what differed and how it was settled, every result, the seal of every sheet. */
export async function minutesData(
  db: Kysely<DB>,
  facts: PaperFacts,
  day: Day,
  seal: string | null,
): Promise<MinutesData> {
  const { session, seats } = facts;
  const [table, results, recusals, spreads, meeting] = await Promise.all([
    consolidatedData(db, facts, day),
    sessionResults(db, session.id),
    recusalLines(db, session.id),
    spreadNotes(db, session),
    minutesOfMeeting(db, session.id),
  ]);
  const taking = seats.filter((one) => one.role !== 'substitute' || one.standsFor !== null);
  return {
    issuance: issuance(facts, 'BB-HĐ', facts.minutesNumber, session.heldOn, day),
    ...{
      council: facts.council,
      councilAct: facts.councilAct,
      actShort: ACT_IN_FORCE.short,
      level: session.level,
      province: facts.office.province,
    },
    ...{ sessionTitle: session.title, mode: session.mode, heldOn: heldOn(facts, day), venue: session.place },
    ...{ ...meeting, recusals },
    present: taking.filter((one) => !one.absent).map(person),
    absent: taking.filter((one) => one.absent).map((one) => ({ ...person(one), reason: one.absenceReason ?? '' })),
    seats: taking.length,
    quorum: `từ ${session.regulation.quorumPercent}% thành viên theo ${session.regulation.act}`,
    reports: [...new Set(facts.products.flatMap((one) => one.report ?? []))],
    ...{
      ballot: table.ballot,
      members: table.members,
      results: table.results,
      spreadLimit: session.regulation.spreadLimit,
    },
    spreads,
    exclusions: results.flatMap((one) => (one.excluded ? [{ product: one.product, ...one.excluded }] : [])),
    seals: results.flatMap(({ product, sheets }) =>
      sheets.map(({ member, hash, paper }) => ({ member, product, hash, paper: paper && paperWords(paper) })),
    ),
    seal,
    ...{ secretary: table.secretary, chair: table.chair },
  };
}

/** What the minutes say of every product whose members differed too much at any time. */
async function spreadNotes(db: Kysely<DB>, session: SessionRecord): Promise<SpreadNote[]> {
  const [results, rounds] = await Promise.all([sessionResults(db, session.id), spreadRounds(db, session.id)]);
  const limit = session.regulation.spreadLimit;
  const notes: SpreadNote[] = [];
  for (const one of results) {
    const own = rounds.filter(({ dossier }) => dossier === one.dossier);
    if (own.length === 0 && one.spread.length === 0) continue;
    const totals = one.sheets.map(({ total }) => total);
    const pairs = one.spread.length > 0 ? await tracedPairs(db, session.id, one.dossier) : [];
    const now = { mean: meanText(one), widest: Math.max(...totals) - Math.min(...totals), pairs };
    const paragraphs = spreadParagraphs({ product: one.product, limit, rounds: own, now });
    if (paragraphs.length > 0) notes.push({ product: one.product, paragraphs });
  }
  return notes;
}

async function recusalLines(db: Kysely<DB>, session: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select a.full_name || ' không chấm ' || p.name || ': ' || r.reason as line
      from recusal r join council_seat c on c.id = r.seat join account a on a.id = c.account
      join dossier d on d.id = r.dossier join product p on p.id = d.product where r.session = ${session}
     order by p.name, a.full_name`.execute(db);
  return rows.map((one) => one.line);
}
