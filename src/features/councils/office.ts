/** What papers of councils and of decisions say of the office. */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/db/schema.generated';
import { DOCX_TYPE, PDF_TYPE, printPdf, printWord } from '#platform/documents/print';
import type { FileAnswer } from '#platform/http/read';

/** The province as papers name it. */
export interface Office {
  /** 'tỉnh Hưng Yên' */
  readonly province: string;
  /** 'Hưng Yên' */
  readonly place: string;
}

/** The newest name of a province. */
export async function officeOf(db: Kysely<DB>, province: string): Promise<Office> {
  const unit = await db
    .selectFrom('unit_version')
    .select(['full_name', 'name'])
    .where('unit', '=', province)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { province: unit.full_name.charAt(0).toLowerCase() + unit.full_name.slice(1), place: unit.name };
}

/** Prints a paper in one of its two forms. */
export async function printed(
  content: Parameters<typeof printPdf>[0],
  form: 'pdf' | 'docx',
  name: string,
  now: Date,
): Promise<FileAnswer> {
  if (form === 'docx') return { name: `${name}.docx`, type: DOCX_TYPE, body: Buffer.from(await printWord(content)) };
  const { bytes } = await printPdf(content, now);
  return { name: `${name}.pdf`, type: PDF_TYPE, body: Buffer.from(bytes), inline: true };
}
