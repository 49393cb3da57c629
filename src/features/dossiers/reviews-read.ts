import { type Kysely, sql } from 'kysely';
import { isReviewable, REVIEW_KINDS, type ReviewKind } from '#law/review';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { ReadContext } from '#platform/http/context';
import { officePaths } from './commune-urls.ts';
import type { DossierRecord } from './record.ts';

/** What a dossier's page says of its result being looked at again. */
export interface Reviews {
  readonly matters: readonly { readonly id: string; readonly words: string; readonly state: string }[];
  readonly ways: readonly { readonly href: string; readonly words: string }[];
  /** A certificate of this dossier still runs though the result is below three stars now. */
  readonly stillCertified: boolean;
}

/** The result of a dossier as far as one may ask to look at it again. */
export interface GivenResult {
  readonly state: string;
  /** The first written notice after the result, else the day of the result. */
  readonly toldOn: Day | null;
  readonly level: 'province' | 'central';
  readonly hadRound: boolean;
  /** Something on it waits for its answer: its id. */
  readonly pending: string | null;
  /** The recognition that rests on it and is in force. */
  readonly recognition: string | null;
}

/** Undefined for no dossier. Permission is not asked here. */
export async function givenResult(db: Kysely<DB> | Tx, dossier: string): Promise<GivenResult | undefined> {
  const { rows } = await sql<GivenResult>`
    select l.state, coalesce(n.day, f.day) as "toldOn", d.round is not null as "hadRound",
           case when f.from_state in ('central', 'centralSession', 'centralConcluded') then 'central' else 'province' end as level,
           (select r.id from review r join lifecycle k on k.id = r.id and k.state in ('filed', 'requested', 'accepted')
             where r.dossier = d.id order by r.entered_at desc limit 1) as pending,
           (select g.id from recognition g join lifecycle k on k.id = g.id and k.state = 'inForce'
             where g.dossier = d.id order by g.issued_latest desc limit 1) as recognition
      from dossier d join lifecycle l on l.id = d.id
      left join lateral (select e.no, e.day, e.from_state from ledger e where e.subject = d.id
             and e.action in ('dossier.recognise', 'dossier.recogniseCentral', 'dossier.closeUnrecognised', 'dossier.exclude')
             order by e.no desc limit 1) f on true
      left join lateral (select min(e.day) as day from ledger e where e.subject = d.id and e.action = 'dossier.notify' and e.no > f.no) n on true
     where d.id = ${dossier}`.execute(db);
  return rows[0];
}

interface Matter {
  readonly id: string;
  readonly number: string;
  readonly kind: ReviewKind;
  readonly state: string;
}

const NONE: Reviews = { matters: [], ways: [], stillCertified: false };

/** Complaints and requests about the dossier with the acts open to the reader; nothing for those who may not read them. */
export async function reviewsOf(ctx: ReadContext, { id, state }: DossierRecord): Promise<Reviews> {
  if (!(await ctx.may('review.read', id))) return NONE;
  const [result, { rows: matters }] = await Promise.all([
    givenResult(ctx.db, id),
    sql<Matter>`select r.id, r.number, r.kind, k.state from review r join lifecycle k on k.id = r.id
      where r.dossier = ${id} order by r.entered_at desc`.execute(ctx.db),
  ]);
  const { recognition = null, pending = null, level = 'province' } = result ?? {};
  const open = isReviewable(state) && pending === null;
  const mayAsk = (verb: string, subject: string, when: boolean) => when && ctx.may(verb, subject);
  const [complain, request, annul] = await Promise.all([
    mayAsk('review.complain', id, open),
    mayAsk('review.request', id, open && level === 'province'),
    mayAsk('recognition.annul', recognition ?? id, recognition !== null && level === 'province'),
  ]);
  const producer = ctx.actor.role === 'producer';
  const stillCertified = recognition !== null && state === 'notRecognised';
  return {
    matters: matters.map((one) => ({
      id: one.id,
      words: `${REVIEW_KINDS[one.kind]} số ${one.number}`,
      state: one.state,
    })),
    stillCertified,
    ways: [
      ...(complain
        ? [{ href: officePaths.complain(id), words: producer ? 'Khiếu nại kết quả' : 'Ghi đơn khiếu nại của chủ thể' }]
        : []),
      ...(request ? [{ href: officePaths.requestReview(id), words: 'Đề nghị tỉnh xem xét lại kết quả' }] : []),
      ...(annul
        ? [{ href: `/giay-chung-nhan/${recognition}/thu-hoi-cong-nhan`, words: 'Thu hồi quyết định công nhận' }]
        : []),
    ],
  };
}
