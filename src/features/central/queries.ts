import { type Kysely, sql } from 'kysely';
import { getDossier } from '#features/dossiers';
import { samplesNeeded } from '#law/dossier';
import type { Star } from '#law/rulebooks';
import { findSet, isRulebookId, loadRulebook, setKey } from '#law/rulebooks';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';

type Db = Kysely<DB> | Tx;

/** One paper of the package of Art. 6.3 with where it stands; `there` null: written with the letter itself. */
export interface PackagePart {
  readonly name: string;
  readonly there: boolean;
  /** Number and day, or what is missing. */
  readonly words: string;
}

interface Known {
  readonly advice: string | null;
  readonly minutes: string | null;
  readonly approval: string | null;
  readonly approvedOn: Day | null;
  readonly papers: number;
}

/** The package of a candidate as far as the system holds it (Art. 6.3.a). Permission is not asked here. */
export async function packageOf(
  db: Db,
  dossier: string,
): Promise<{ parts: PackagePart[]; samples: number; sector: string }> {
  const { rows } = await sql<Known>`
    select (select a.number from advisory_report a where a.dossier = d.id) as advice,
           (select coalesce(s.minutes_number, s.title) from evaluation_result r join council_session s on s.id = r.session
              join lifecycle k on k.id = s.id and k.state = 'concluded'
             where r.dossier = d.id order by r.computed_at desc limit 1) as minutes,
           p.number as approval, p.dated as "approvedOn",
           (select count(*)::int from dossier_paper c where c.dossier = d.id) as papers
      from dossier d
      left join lateral (select x.number, x.dated from decision_item i join decision x on x.id = i.decision join lifecycle k on k.id = x.id
             where i.dossier = d.id and x.kind = 'approval' and k.state = 'issued' order by x.dated desc limit 1) p on true
     where d.id = ${dossier}`.execute(db);
  const known = rows[0];
  const { productSet } = await getDossier(db, dossier);
  const sector = await sectorOf(productSet);
  const part = (name: string, found: string | null | undefined, missing: string): PackagePart => ({
    name,
    there: found !== null && found !== undefined,
    words: found ?? missing,
  });
  return {
    sector,
    samples: samplesNeeded(sector),
    parts: [
      part('Báo cáo đánh giá của Tổ tư vấn', known?.advice && `số ${known.advice}`, 'chưa ghi báo cáo'),
      part('Báo cáo đánh giá của Hội đồng cấp tỉnh', known?.minutes, 'phiên Hội đồng chưa chốt biên bản'),
      part(
        'Quyết định phê duyệt kết quả của Chủ tịch UBND cấp tỉnh',
        known?.approval && `số ${known.approval}`,
        'chưa ban hành quyết định phê duyệt',
      ),
      part('Hồ sơ sản phẩm', known && `${known.papers} giấy tờ kèm theo`, 'chưa có'),
    ],
  };
}

async function sectorOf(productSet: string): Promise<string> {
  const rulebook = productSet.slice(0, productSet.indexOf('/'));
  if (!isRulebookId(rulebook)) return '';
  return findSet(await loadRulebook(rulebook), setKey({ id: productSet }))?.group ?? '';
}

export interface CentralRound {
  readonly id: string;
  readonly year: number;
  readonly no: number;
  readonly proposedBefore: Day;
  readonly completedBefore: Day;
  readonly inclusive: boolean;
}

/** Rounds of the Ministry, the earliest cut-off first. */
export async function centralRounds(db: Db): Promise<CentralRound[]> {
  const { rows } = await sql<CentralRound>`
    select id, year, no, proposed_before as "proposedBefore", completed_before as "completedBefore", inclusive
      from evaluation_round where level = 'central' order by proposed_before, no limit 100`.execute(db);
  return rows;
}

/** The result of the Ministry's council on a dossier, once its minutes are final. */
export async function centralResult(
  db: Db,
  dossier: string,
): Promise<{ session: string; star: Star | null; sum: number; count: number } | undefined> {
  const { rows } = await sql<{ session: string; star: Star | null; sum: number; count: number }>`
    select r.session, r.star, r.point_sum as sum, r.sheet_count as count
      from evaluation_result r join council_session s on s.id = r.session join council c on c.id = s.council and c.level = 'central'
      join lifecycle k on k.id = s.id and k.state = 'concluded'
     where r.dossier = ${dossier} order by r.computed_at desc limit 1`.execute(db);
  return rows[0];
}
