import { sql } from 'kysely';
import { PRODUCER_TYPES } from '#law/dossier';
import type { Tx } from '#platform/db/database';
import type { ApplicationKind, DossierForm } from './schema.ts';

interface Known {
  readonly applicant: string;
  readonly type: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly representative: Readonly<Record<string, string | undefined>>;
  readonly foundedOn: string | null;
  readonly registrationNumber: string | null;
  readonly history: string | null;
  readonly organisation: string | null;
  readonly productName: string;
  readonly specification: string | null;
  readonly standard: string | null;
  readonly lastForm: DossierForm | null;
}

/** What the registry and the producer's last dossier already know: nothing is asked twice (U9). Scores are not among it. */
export async function prefill(
  tx: Tx,
  of: { producer: string; product: string; kind: ApplicationKind },
): Promise<DossierForm> {
  const { rows } = await sql<Known>`
    select m.name as applicant, m.type, m.address, m.phone, m.email, m.representative, m.founded_on as "foundedOn",
           m.registration_number as "registrationNumber", m.history, m.organisation,
           p.name as "productName", p.specification, p.standard,
           (select d.form from dossier d where d.producer = m.id and d.submitted_on is not null
             order by (d.product = p.id) desc, d.created_at desc limit 1) as "lastForm"
      from producer m join product p on p.id = ${of.product} where m.id = ${of.producer}`.execute(tx);
  const known = rows[0];
  if (!known) return {};
  const last: Partial<NonNullable<DossierForm['general']>> = known.lastForm?.general ?? {};
  const type = Object.entries(PRODUCER_TYPES).find(([name]) => name === known.type)?.[1].name;
  const person = known.representative;
  const general = withoutBlanks({
    ...last,
    applicant: known.applicant,
    applicantType: type ?? last.applicantType,
    address: known.address ?? last.address,
    phone: known.phone ?? last.phone,
    email: known.email ?? last.email,
    representative: person.name ?? last.representative,
    position: person.position ?? last.position,
    sex: (person.sex as 'female' | 'male' | undefined) ?? last.sex,
    ethnicity: person.ethnicity ?? last.ethnicity,
    permanentAddress: person.permanentAddress ?? last.permanentAddress,
    foundedOn: known.foundedOn ?? last.foundedOn,
    registrationNumber: known.registrationNumber ?? last.registrationNumber,
    history: known.history ?? last.history,
    organisation: known.organisation ?? last.organisation,
    productName: known.productName,
    specification: known.specification ?? undefined,
    standard: known.standard ?? undefined,
  });
  return { general: general as NonNullable<DossierForm['general']> };
}

function withoutBlanks(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}
