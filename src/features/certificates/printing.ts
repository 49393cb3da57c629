import { type Kysely, sql } from 'kysely';
import { type Office, officeOf, printed, wordsOf } from '#features/councils';
import { applicationKinds } from '#features/dossiers';
import { ACT_IN_FORCE } from '#law/act';
import { basisText } from '#law/answers';
import { CERTIFICATE_PARAMETERS } from '#law/certificate';
import { inForce } from '#law/parameters';
import { loadRulebook } from '#law/rulebooks';
import { meanText } from '#law/stars';
import type { DB } from '#platform/db/schema.generated';
import { longDate } from '#platform/documents/words';
import type { FileAnswer } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { type ApprovalData, approvalDecision } from './papers/approval.ts';
import type { DecidedProduct } from './papers/data.ts';
import { type RecognitionData, recognitionDecision } from './papers/recognition.ts';
import { type SubmissionData, submission } from './papers/submission.ts';
import { type DecisionRecord, findDecision } from './record.ts';

/** Submission or decision of a record, as Word or PDF. Throws notFound. */
export async function printDecision(
  db: Kysely<DB>,
  id: string,
  paper: 'to-trinh' | 'quyet-dinh',
  form: 'pdf' | 'docx',
  now: Date,
): Promise<FileAnswer> {
  const decision = await findDecision(db, id);
  if (!decision) throw notFound();
  const content =
    paper === 'to-trinh'
      ? submission(await submissionData(db, decision, now))
      : decisionPaper(await decisionData(db, decision, now));
  return printed(content, form, paper, now);
}

const decisionPaper = (of: DecisionData) =>
  of.kind === 'approval' ? approvalDecision(of.data) : recognitionDecision(of.data);

const lines = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
/** "1850/QĐ-UBND" without what stands behind the number. */
const bareNumber = (number: string | null) => number?.split('/')[0] ?? null;

function productsOf(decision: DecisionRecord): DecidedProduct[] {
  return decision.items.map((one) => ({
    name: one.productName,
    producer: one.producerName,
    address: one.address ?? '',
    productCode: one.productCode,
    kindWords: applicationKinds[one.kind],
    mean: meanText(one),
    star: one.star ?? one.bandStar,
  }));
}

interface SessionFacts {
  readonly title: string;
  readonly heldOn: string | null;
  readonly council: string;
  readonly councilAct: string;
  readonly councilActDate: string;
  readonly minutesNumber: string | null;
  readonly round: string | null;
  readonly evaluated: number;
}

async function sessionOf(db: Kysely<DB>, id: string): Promise<SessionFacts> {
  const { rows } = await sql<SessionFacts>`
    select s.title, s.held_on as "heldOn", c.name as council, c.act as "councilAct", c.act_date as "councilActDate", s.minutes_number as "minutesNumber",
           case when r.id is null then null else 'đợt ' || lpad(r.no::text, 2, '0') || ' năm ' || r.year end as round,
           (select count(*)::int from session_dossier d where d.session = s.id) as evaluated
      from council_session s join council c on c.id = s.council left join evaluation_round r on r.id = s.round
     where s.id = ${id}`.execute(db);
  if (!rows[0]) throw notFound();
  return rows[0];
}

const PROPOSED_BY = 'Theo đề nghị của';

/** The office's own lines, or the usual ones; the last is the proposal a decision answers (R18.3). */
function basesOf(decision: DecisionRecord, session: SessionFacts, office: Office): string[] {
  const own = lines(decision.content.bases);
  if (own.length > 0) return own;
  const { submissionNumber, submissionDate } = decision;
  const day = submissionDate ? ` ${longDate(submissionDate)}` : '';
  return [
    ...office.bases,
    `Căn cứ ${ACT_IN_FORCE.full}`,
    `Căn cứ ${decisionNamed(session.councilAct)} ${longDate(session.councilActDate)} thành lập ${session.council}`,
    `Căn cứ kết quả của ${session.council} tại ${session.title}`,
    `${PROPOSED_BY} ${wordsOf(office).proposer}${submissionNumber ? ` tại Tờ trình số ${submissionNumber}${day}` : ''}`,
  ];
}

/** 'Quyết định số 01/QĐ-UBND' for an act recorded by its number alone. */
const decisionNamed = (act: string) => (/^\d/u.test(act) ? `Quyết định số ${act}` : act);

/** What the submission says. */
export async function submissionData(db: Kysely<DB>, decision: DecisionRecord, now: Date): Promise<SubmissionData> {
  const [office, session] = await Promise.all([officeOf(db, decision.province), sessionOf(db, decision.session)]);
  const products = productsOf(decision);
  return {
    issuance: {
      superior: office.authority,
      issuer: office.agency,
      place: decision.content.place ?? office.place,
      number: bareNumber(decision.submissionNumber),
      symbol: office.submissionSymbol,
      date: decision.submissionDate,
      year: now.getFullYear(),
    },
    level: office.level,
    province: office.province,
    agency: office.agency,
    roundTitle: session.round ?? session.title,
    act: ACT_IN_FORCE,
    bases: basesOf(decision, session, office).filter((one) => !one.startsWith(PROPOSED_BY)),
    council: session.council,
    minutes: session.minutesNumber ? `Biên bản số ${session.minutesNumber}` : `Biên bản ${session.title}`,
    evaluated: session.evaluated,
    recognised: decision.kind === 'recognition' ? products : [],
    candidates: decision.kind === 'approval' ? products : [],
    signature: { capacity: [office.agencyHeadTitle], name: null },
  };
}

/** What the decision says: that which recognises carries the term of its certificates. */
export type DecisionData =
  | { readonly kind: 'approval'; readonly data: ApprovalData }
  | { readonly kind: 'recognition'; readonly data: RecognitionData };

export async function decisionData(db: Kysely<DB>, decision: DecisionRecord, now: Date): Promise<DecisionData> {
  const [office, session] = await Promise.all([officeOf(db, decision.province), sessionOf(db, decision.session)]);
  const common: Omit<ApprovalData, 'fromPoints'> = {
    issuance: {
      issuer: office.authority,
      place: decision.content.place ?? office.place,
      number: bareNumber(decision.number),
      symbol: office.decisionSymbol,
      date: decision.dated,
      year: now.getFullYear(),
    },
    level: office.level,
    province: office.province,
    authority: office.head,
    roundTitle: session.round ?? session.title,
    act: ACT_IN_FORCE,
    bases: basesOf(decision, session, office),
    summary: decision.title,
    recipients: lines(decision.content.recipients),
    agency: office.agency,
    products: productsOf(decision),
    signature: {
      capacity: capacityLines(office, decision.signingCapacity, decision.mandate?.position),
      name: decision.signatory,
    },
  };
  if (decision.kind === 'approval') {
    const { starBands } = await loadRulebook('26-2026');
    const fromPoints = Math.max(...starBands.map((band) => band.minPoints));
    return { kind: 'approval', data: { ...common, fromPoints } };
  }
  const day = decision.dated ?? now.toISOString().slice(0, 10);
  const term = inForce(CERTIFICATE_PARAMETERS.termMonths, day);
  const data = { ...common, termMonths: term.value, termBasis: basisText(term.basis) };
  return { kind: 'recognition', data };
}

/** Lines above a signature, by the capacity recorded; the Chairperson's own decision bears no "TM." (R18.4). */
export function capacityLines(office: Office, capacity: string | null, position?: string | null): string[] {
  const own = position ? [position] : [];
  const { authority, headTitle } = office;
  if (capacity === 'TM') return headTitle === 'Chủ tịch' ? ['TM. Ủy ban nhân dân', headTitle] : [headTitle];
  if (capacity === 'KT')
    return [`KT. ${headTitle}`, position ?? (authority.startsWith('Ủy ban') ? 'Phó Chủ tịch' : 'Thứ trưởng')];
  if (capacity === 'TL') return [`TL. ${headTitle}`, ...own];
  if (capacity === 'TUQ') return [`TUQ. ${headTitle}`, ...own];
  return [headTitle];
}
