import { type Kysely, sql } from 'kysely';
import { officeOf } from '#features/councils';
import { applicationKinds } from '#features/dossiers';
import { ACT_IN_FORCE } from '#law/act';
import { CERTIFICATE_PARAMETERS } from '#law/certificate';
import { inForce } from '#law/parameters';
import type { Star } from '#law/rulebooks';
import { type Gates, meanText, starSentence } from '#law/stars';
import type { DB } from '#platform/db/schema.generated';
import type { NoticeData, Outcome } from './papers/notice.ts';

export interface NoticeFacts {
  readonly dossier: string;
  readonly state: 'recognised' | 'candidate' | 'notRecognised' | 'excluded';
  readonly version: number;
  readonly kind: keyof typeof applicationKinds;
  readonly product: string;
  readonly producer: string;
  readonly address: string | null;
  readonly commune: string;
  readonly province: string;
  readonly productCode: string | null;
  readonly sum: number | null;
  readonly count: number | null;
  readonly bandStar: Star | null;
  readonly star: Star | null;
  readonly gates: Gates | null;
  readonly excluded: { readonly ground: string; readonly reason: string } | null;
  readonly round: string | null;
  readonly council: string | null;
  readonly decisionNumber: string | null;
  readonly dated: string | null;
  readonly certificateNumber: string | null;
  readonly expires: string | null;
  readonly recognisedStar: number | null;
  readonly notices: readonly {
    readonly id: string;
    readonly number: string | null;
    readonly dated: string;
    readonly sentTo: readonly ('commune' | 'producer')[];
  }[];
}

/** What became of a dossier, with what its notice says; undefined before there is a result to notify. */
export async function noticeFacts(db: Kysely<DB>, dossier: string): Promise<NoticeFacts | undefined> {
  const { rows } = await sql<NoticeFacts>`
    select d.id as dossier, l.state, l.version, d.kind, p.name as product, m.name as producer,
           coalesce(d.form->'general'->>'address', m.address) as address, d.province, d.product_code as "productCode",
           (select v.full_name from unit_version v where v.unit = d.commune order by v.valid_from desc limit 1) as commune,
           r.point_sum as sum, r.sheet_count as count, r.band_star as "bandStar", r.star, r.gates,
           coalesce((select jsonb_build_object('ground', g.facts->>'ground', 'reason', g.reason) from ledger g
             where g.subject = d.id and g.action = 'dossier.exclude' order by g.no desc limit 1), r.excluded) as excluded,
           case when o.id is null then null else 'đợt ' || lpad(o.no::text, 2, '0') || ' năm ' || o.year end as round,
           c.name as council, x.number as "decisionNumber", x.dated, n.certificate_number as "certificateNumber",
           n.expires_latest as expires, n.star as "recognisedStar",
           coalesce((select json_agg(json_build_object('id', t.id, 'number', t.number, 'dated', t.dated,
               'sentTo', coalesce(t.content->'sentTo', '[]')) order by t.recorded_at)
             from result_notice t where t.dossier = d.id), '[]') as notices
      from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product join producer m on m.id = d.producer
      left join evaluation_round o on o.id = d.round
      left join lateral (select * from evaluation_result e where e.dossier = d.id order by e.computed_at desc limit 1) r on true
      left join council_session s on s.id = r.session left join council c on c.id = s.council
      left join lateral (select k.*, i.recognition from decision_item i join decision k on k.id = i.decision
             join lifecycle kl on kl.id = k.id where i.dossier = d.id and k.session = r.session and kl.state = 'issued' order by k.dated desc limit 1) x on true
      left join recognition n on n.id = x.recognition
     where d.id = ${dossier} and l.state in ('recognised', 'candidate', 'notRecognised', 'excluded')`.execute(db);
  return rows[0];
}

/** What the notice of a result says. */
export async function noticeData(db: Kysely<DB>, facts: NoticeFacts, year: number): Promise<NoticeData> {
  const office = await officeOf(db, facts.province);
  return {
    issuance: {
      superior: office.authority,
      issuer: office.agency,
      ...{ place: office.place, number: null, symbol: 'TB-SNNMT', date: null, year },
    },
    province: office.province,
    commune: facts.commune.charAt(0).toLowerCase() + facts.commune.slice(1),
    agency: office.agency,
    act: ACT_IN_FORCE,
    roundTitle: facts.round ?? '',
    council: facts.council ?? 'Hội đồng cấp tỉnh',
    product: {
      name: facts.product,
      producer: facts.producer,
      address: facts.address ?? '',
      productCode: facts.productCode,
      kindWords: applicationKinds[facts.kind],
      mean: facts.sum === null || facts.count === null ? '' : meanText({ sum: facts.sum, count: facts.count }),
      star: facts.recognisedStar ?? facts.star ?? 0,
    },
    outcome: outcomeOf(facts),
    signature: { capacity: [office.agencyHeadTitle], name: null },
  };
}

function outcomeOf(facts: NoticeFacts): Outcome {
  const decision = `Quyết định số ${facts.decisionNumber ?? ''}`;
  if (facts.state === 'recognised' && facts.expires && facts.dated) {
    const { value } = inForce(CERTIFICATE_PARAMETERS.termMonths, facts.dated);
    return {
      kind: 'recognised',
      decision,
      certificateNumber: facts.certificateNumber,
      expiresOn: facts.expires,
      termMonths: value,
    };
  }
  if (facts.state === 'candidate') return { kind: 'candidate', decision };
  if (facts.state === 'excluded')
    return { kind: 'excluded', ground: facts.excluded?.ground ?? '', reason: facts.excluded?.reason ?? '' };
  const { bandStar, star, gates } = facts;
  const missing = bandStar !== null && star !== null && gates ? starSentence(bandStar, star, gates) : '';
  return { kind: 'notRecognised', star: star ?? 0, missing };
}
