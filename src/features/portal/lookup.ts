import { type Kysely, sql } from 'kysely';
import { certificateRules } from '#features/registry';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { type CertificateRow, certificateJson } from './certificate-row.ts';
import { codeMeant } from './typed-code.ts';

/** What a typed code leads to: the certificate to show, and the other ones of the same product or code, newest first. */
export interface Found {
  shown: CertificateRow;
  others: CertificateRow[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Finds a certificate by the code under its QR, its number, or the product's code, forgiving blanks, dashes, case and
 * look-alike characters (U35). A code of one certificate shows that one; a product's code shows the newest, of those of one day the one that stands. Null: no such code.
 */
export async function findCertificate(db: Kysely<DB>, typed: string, day: Day): Promise<Found | null> {
  const code = codeMeant(typed);
  const rules = await certificateRules(db, day);
  const byId = UUID.test(code)
    ? sql`union all select g.id, g.product, true from recognition g where g.id = ${code}::uuid`
    : sql``;
  const { rows } = await sql<{ certificate: CertificateRow; exact: boolean }>`
    with typed as (select code_key(${code}) as key), hits as (
      select g.id, g.product, true as exact from recognition g, typed where code_key(g.check_code) = key and g.check_code is not null
      union all select g.id, g.product, true from recognition g, typed where code_key(g.certificate_number) = key and g.certificate_number is not null
      union all select g.id, g.product, false from recognition g, typed where code_key(g.product_code) = key and g.product_code is not null
      union all select g.id, g.product, false from product_code c join recognition g on g.product = c.product, typed where code_key(c.code) = key
      ${byId})
    select ${certificateJson(rules)} as certificate, exists (select from hits h where h.id = g.id and h.exact) as exact
    from recognition g join lifecycle l on l.id = g.id
    where g.product in (select product from hits) and (select key from typed) <> ''
    order by exact desc, g.issued_latest desc nulls last, (l.state = 'inForce') desc, g.id desc limit 50`.execute(db);
  const [first, ...rest] = rows.map((row) => row.certificate);
  return first === undefined ? null : { shown: first, others: rest };
}
