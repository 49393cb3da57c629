import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { DOCX_TYPE } from '#platform/documents/print';
import type { FormValues } from '#platform/documents/word-form';
import type { FileStore } from '#platform/files/store';
import type { ReadContext } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { download, type FileAnswer } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { type FieldValues, FORM_PAPERS, type FormPaper } from './catalogue.ts';

/** A form of an office, as it is kept. */
export interface TemplateRecord {
  readonly id: string;
  readonly state: 'draft' | 'inUse' | 'retired';
  readonly version: number;
  /** Null: the Ministry's. */
  readonly province: string | null;
  readonly paper: FormPaper;
  readonly file: string;
  readonly name: string;
  readonly sha256: string;
  readonly sentAt: Date;
  /** Names it uses, at its top level. */
  readonly fields: readonly string[];
}

const columns = sql`t.id, l.state, l.version, t.province, t.paper, t.file, f.name, f.sha256, f.uploaded_at as "sentAt", t.fields
  from office_template t join lifecycle l on l.id = t.id join file f on f.id = t.file`;

/** One form; undefined when there is none. Permission is not asked here. */
export async function findTemplate(db: Kysely<DB> | Tx, id: string): Promise<TemplateRecord | undefined> {
  const { rows } = await sql<TemplateRecord>`select ${columns} where t.id = ${id}`.execute(db);
  return rows[0];
}

/** Forms within reach that are tried or used, newest first. */
export async function listTemplates(db: Kysely<DB>, reach: RawBuilder<boolean>): Promise<TemplateRecord[]> {
  const { rows } = await sql<TemplateRecord>`select ${columns} where l.state in ('draft', 'inUse') and ${reach}
     order by t.paper, l.state desc, t.id desc limit 200`.execute(db);
  return rows;
}

/**
 * A paper as Word from the office's own form; null for PDF and where the office has none: then the common one is printed. `read` gives
 * the values, and is asked only if there is a form.
 */
export async function ownWord<P extends FormPaper>(
  ctx: { readonly db: Kysely<DB>; readonly files: FileStore },
  form: 'pdf' | 'docx',
  province: string | null,
  paper: P,
  read: () => FieldValues<P> | Promise<FieldValues<P>>,
): Promise<FileAnswer | null> {
  if (form === 'pdf') return null;
  const { rows } = await sql<TemplateRecord>`select ${columns}
     where t.province is not distinct from ${province}::uuid and t.paper = ${paper} and l.state = 'inUse' limit 1`.execute(
    ctx.db,
  );
  const [found] = rows;
  if (!found) return null;
  return filled(ctx.files, found, valuesOf(await read()));
}

/** Where the values of a preview come from: the newest real record of the office; null when there is none yet. */
export type PreviewSources = {
  readonly [P in FormPaper]: (ctx: ReadContext, province: string | null) => Promise<FieldValues<P> | null>;
};

const paperKey = z.enum(FORM_PAPERS as [FormPaper, ...FormPaper[]]);
/** A form filled in with real data, before it is put to use. */
export const templatePreview = (sources: PreviewSources) =>
  download({
    name: 'template.preview',
    title: 'Xem thử mẫu với dữ liệu thật',
    permission: 'template.read',
    params: byId.extend({ paper: paperKey }),
    subject: ({ id }) => id,
    async run(ctx, { id, paper }) {
      const found = await findTemplate(ctx.db, id);
      if (found?.paper !== paper) throw notFound();
      const values = await sources[paper](ctx, found.province);
      if (!values) throw notFound('Cơ quan chưa có văn bản nào loại này để lấy dữ liệu xem thử.');
      return filled(ctx.files, found, valuesOf(values));
    },
  });

/** The catalogue's names as the form asks for them. */
const valuesOf = (values: object): FormValues => ({ ...(values as FormValues) });

async function filled(files: FileStore, form: TemplateRecord, values: FormValues): Promise<FileAnswer> {
  const { fillForm } = await import('#platform/documents/word-form');
  const body = Buffer.from(fillForm(await files.read(form.sha256), values));
  return { name: `${form.paper}.docx`, type: DOCX_TYPE, body };
}
