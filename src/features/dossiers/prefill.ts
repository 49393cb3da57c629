import { sql } from 'kysely';
import { PRODUCER_TYPES } from '#law/dossier';
import type { Tx } from '#platform/db/database';
import { formerDossier } from './changes.ts';
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
  /** The last filed form of this very product. */
  readonly sameForm: DossierForm | null;
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
             order by (d.product = p.id) desc, d.created_at desc limit 1) as "lastForm",
           (select d.form from dossier d where d.product = p.id and d.submitted_on is not null
             order by d.submitted_on desc, d.id desc limit 1) as "sameForm"
      from producer m join product p on p.id = ${of.product} where m.id = ${of.producer}`.execute(tx);
  const known = rows[0];
  if (!known) return {};
  const last: Partial<NonNullable<DossierForm['general']>> = known.lastForm?.general ?? {};
  const same: Partial<NonNullable<DossierForm['general']>> = known.sameForm?.general ?? {};
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
    specification: known.specification ?? same.specification,
    standard: known.standard ?? same.standard,
  });
  const { results, plan } = (of.kind === 'first' ? null : known.sameForm) ?? {};
  return {
    general: general as NonNullable<DossierForm['general']>,
    ...(results ? { results } : {}),
    ...(plan ? { plan } : {}),
  };
}

/**
 * Cites the papers of the product's last dossier again, with their criteria where the sheet is the same one (R3.3, R3.6).
 * What the commune found of them, and every score, stays behind.
 */
export async function citeAgain(
  tx: Tx,
  of: { dossier: string; product: string; productSet: string; kind: ApplicationKind },
): Promise<void> {
  const former = of.kind === 'first' ? undefined : await formerDossier(tx, of.product, of.dossier);
  if (!former) return;
  await sql`insert into dossier_paper (dossier, paper, position)
            select ${of.dossier}, c.paper, c.position from dossier_paper c join paper p on p.id = c.paper
             where c.dossier = ${former.id} and p.removed_at is null`.execute(tx);
  if (former.productSet === of.productSet)
    await sql`insert into dossier_evidence (dossier, criterion, paper)
              select ${of.dossier}, e.criterion, e.paper from dossier_evidence e
               where e.dossier = ${former.id} and e.paper in (select paper from dossier_paper where dossier = ${of.dossier})`.execute(
      tx,
    );
}

function withoutBlanks(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}
