/** What the nightly check computes anew with the law: certificates against terms, decisions, sheets and rulebooks (Q17, S37). */
import { type Kysely, sql } from 'kysely';
import { expiresOn } from '#law/certificate';
import type { DB } from '#platform/db/schema.generated';
import { destination, starOf } from './destination.ts';

interface Certificate {
  readonly id: string;
  readonly number: string | null;
  readonly product: string;
  readonly star: number | null;
  readonly rulebook: string | null;
  readonly issuedHere: boolean;
  readonly issuedEarliest: string | null;
  readonly issuedLatest: string | null;
  readonly expiresEarliest: string | null;
  readonly expiresLatest: string | null;
  readonly extendedTo: string | null;
  readonly dossierRulebook: string | null;
  readonly resultStar: 1 | 2 | 3 | 4 | 5 | null;
  readonly candidate: boolean | null;
  readonly path: 'toMinistry' | 'recogniseFour' | null;
  readonly level: 'province' | 'central';
  readonly office: 'province' | 'central' | null;
}

/** Every certificate: its term is the law's; one issued here follows the result and the rulebook it was scored by. */
export async function auditCertificates(db: Kysely<DB>): Promise<{ looked: number; faults: string[] }> {
  const { rows } = await sql<Certificate>`
    select r.id, r.certificate_number as number, r.product_name as product, r.star, r.rulebook, r.decision is not null as "issuedHere",
           r.issued_earliest as "issuedEarliest", r.issued_latest as "issuedLatest", r.expires_earliest as "expiresEarliest",
           r.expires_latest as "expiresLatest", r.extended_to as "extendedTo", o.rulebook as "dossierRulebook",
           e.star as "resultStar", e.candidate, e.path, coalesce(c.level, 'province') as level, d.level as office
      from recognition r left join decision d on d.id = r.decision left join dossier o on o.id = r.dossier
      left join evaluation_result e on e.session = d.session and e.dossier = r.dossier
      left join council_session z on z.id = e.session left join council c on c.id = z.council order by r.id`.execute(
    db,
  );
  const faults = rows.flatMap((row) =>
    faultsOf(row).map((fault) => `Certificate ${row.number ?? row.id} (${row.product}): ${fault}`),
  );
  return { looked: rows.length, faults };
}

function faultsOf(row: Certificate): string[] {
  const faults = [
    termFault('earliest', row.issuedEarliest, row.expiresEarliest),
    termFault('latest', row.issuedLatest, row.expiresLatest),
    row.extendedTo !== null && row.expiresLatest !== null && row.extendedTo <= row.expiresLatest
      ? `it is prolonged to ${row.extendedTo}, which is not after its end ${row.expiresLatest}`
      : null,
    ...(row.issuedHere ? issueFaults(row) : []),
  ];
  return faults.flatMap((fault) => (fault === null ? [] : [fault]));
}

/** The end a day of issue leads to; days the source does not give are not judged. */
function termFault(which: string, issued: string | null, expires: string | null): string | null {
  if (issued === null || expires === null) return null;
  const due = expiresOn(issued);
  return due === expires ? null : `issued ${issued} (${which}) it ends ${due} by the law, ${expires} is stored`;
}

function issueFaults({
  star,
  rulebook,
  dossierRulebook,
  resultStar,
  candidate,
  path,
  level,
  office,
}: Certificate): (string | null)[] {
  if (dossierRulebook === null || candidate === null) return ['its dossier or its result is missing'];
  const returned = level === 'central' && office === 'province';
  const due = destination({ star: resultStar, candidate, path, level, returned });
  const most = starOf({ star: resultStar }, office ?? 'province');
  return [
    rulebook === dossierRulebook
      ? null
      : `rulebook ${rulebook} is stored, its dossier was scored by ${dossierRulebook}`,
    due === 'recognition' ? null : 'its result does not lead to a recognition',
    star === most ? null : `${star} stars are stored, its result gives ${most}`,
  ];
}
