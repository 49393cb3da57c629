import { sql } from 'kysely';
import { isReviewable, REVIEW_KINDS, type ReviewKind } from '#law/review';
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

interface Found {
  readonly matters: readonly {
    readonly id: string;
    readonly number: string;
    readonly kind: ReviewKind;
    readonly state: string;
  }[];
  readonly recognition: string | null;
  readonly ofMinistry: boolean;
}

const NONE: Reviews = { matters: [], ways: [], stillCertified: false };
const WAITING = ['filed', 'requested', 'accepted'];

/** Complaints and requests about the dossier with the acts open to the reader; nothing for those who may not read them. */
export async function reviewsOf(ctx: ReadContext, { id, state }: DossierRecord): Promise<Reviews> {
  if (!(await ctx.may('review.read', id))) return NONE;
  const { rows } = await sql<Found>`
    select coalesce((select json_agg(json_build_object('id', r.id, 'number', r.number, 'kind', r.kind, 'state', k.state) order by r.entered_at desc)
                       from review r join lifecycle k on k.id = r.id where r.dossier = d.id), '[]') as matters,
           (select g.id from recognition g join lifecycle k on k.id = g.id and k.state = 'inForce' where g.dossier = d.id
             order by g.issued_latest desc limit 1) as recognition,
           exists (select from recognition g join decision x on x.id = g.decision where g.dossier = d.id and x.province is null) as "ofMinistry"
      from dossier d where d.id = ${id}`.execute(ctx.db);
  const { matters = [], recognition = null, ofMinistry = false } = rows[0] ?? {};
  const asked = matters.some((one) => WAITING.includes(one.state));
  const open = isReviewable(state) && !asked;
  const mayAsk = (verb: string, subject: string, when: boolean) => when && ctx.may(verb, subject);
  const [complain, request, annul] = await Promise.all([
    mayAsk('review.complain', id, open),
    mayAsk('review.request', id, open && !ofMinistry),
    mayAsk('recognition.annul', recognition ?? id, recognition !== null && !ofMinistry),
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
