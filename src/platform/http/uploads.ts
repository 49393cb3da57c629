import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '../db/schema.generated.ts';
import { type Accepted, OFFICE } from '../files/kinds.ts';
import { FileProblem } from '../files/problem.ts';
import type { StoredFile } from '../files/store.ts';
import { type FieldProblem, invalid, Refusal } from '../refusal.ts';
import { TASTES, tasteOf } from './accepted-files.ts';
import { MAX_FIELDS, tooManyFields } from './bodies.ts';
import type { PublicActionContext } from './context.ts';
import type { FormFields } from './form-reader.ts';
import { bare, markedFields } from './schema-walk.ts';
import type { Web } from './web.ts';

const MAX_FILES = 60;
const FIELD_BYTES = 256 * 1024;

/** A form as it came: texts (ids where files were), what was refused of its files, and the hash behind each new id. */
export interface Posted {
  readonly fields: FormFields;
  readonly problems: readonly FieldProblem[];
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * Reads a multipart form. Files in fields the schema knows are stored at once, so that they stay chosen when the form is
 * refused; the others are skipped, and all of them unless `keep`.
 */
export async function readMultipart(
  web: Web,
  request: FastifyRequest,
  schema: z.ZodObject,
  keep = request.actor !== null,
): Promise<Posted> {
  const fields = new Map<string, string[]>();
  const problems: FieldProblem[] = [];
  const hashes = new Map<string, string>();
  const fileFields = markedFields(schema, 'file');
  const add = (name: string, value: string) => fields.set(name, [...(fields.get(name) ?? []), value]);
  const limits = { fields: MAX_FIELDS, parts: MAX_FIELDS + MAX_FILES, files: MAX_FILES, fieldSize: FIELD_BYTES };
  for await (const part of partsOf(request, { ...limits, fileSize: OFFICE.maxBytes + 1 })) {
    if (part.type === 'field') {
      if (part.valueTruncated) throw tooManyFields();
      add(part.fieldname, String(part.value));
    } else if (!fileFields.has(part.fieldname) || part.filename === '' || !keep) {
      part.file.resume();
    } else {
      try {
        const stored = await storePart(web, request, part, TASTES[tasteOf(schema, part.fieldname)]);
        add(part.fieldname, stored.id);
        hashes.set(stored.id, stored.sha256);
      } catch (error) {
        part.file.resume();
        if (!(error instanceof FileProblem) || error.status >= 500) throw error;
        problems.push({ field: part.fieldname, message: error.message });
      }
    }
  }
  return { fields: withoutReplaced(fields, fileFields, hashes, schema), problems, hashes };
}

/** What the reader of parts says, without a code of its own, of a body that is cut or was never a form. */
const BROKEN_BODY = /^(?:Multipart: Boundary not found|Malformed |Unexpected end of )/;

type PartLimits = NonNullable<NonNullable<Parameters<FastifyRequest['parts']>[0]>['limits']>;

/** The parts of a form. Throws the refusal 400 for a body that is none. */
async function* partsOf(request: FastifyRequest, limits: PartLimits): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ limits });
  } catch (error) {
    if (!(error instanceof Error) || !BROKEN_BODY.test(error.message)) throw error;
    const message = 'Biểu mẫu gửi lên bị cắt ngang hoặc không đọc được. Mở lại trang rồi gửi lại.';
    throw new Refusal({ status: 400, code: 'malformed', message });
  }
}

async function storePart(web: Web, request: FastifyRequest, part: MultipartFile, taste: Accepted): Promise<StoredFile> {
  const stored = await web.files.put(part.file, { name: part.filename, type: part.mimetype }, taste);
  await insertFile(web.db.app, stored, request.actor?.account ?? null);
  return stored;
}

/** A new file chosen for a single field takes the place of the one kept from the last try. */
function withoutReplaced(
  fields: Map<string, string[]>,
  fileFields: ReadonlySet<string>,
  fresh: ReadonlyMap<string, string>,
  schema: z.ZodObject,
): FormFields {
  for (const name of fileFields) {
    const values = fields.get(name);
    const field = schema.shape[name];
    const several = field !== undefined && bare(field).schema instanceof z.ZodArray;
    const last = values?.findLast((value) => fresh.has(value));
    if (!several && last !== undefined) fields.set(name, [last]);
  }
  return fields;
}

/** Writes the row of a stored file; it belongs to nothing yet and is swept after a day unless attached. */
export async function insertFile(db: Kysely<DB>, stored: StoredFile, account: string | null): Promise<void> {
  await db
    .insertInto('file')
    .values({
      id: stored.id,
      sha256: stored.sha256,
      size: stored.size,
      type: stored.type,
      name: stored.name,
      pages: stored.pages ?? null,
      width: stored.width ?? null,
      height: stored.height ?? null,
      uploaded_by: account,
    })
    .execute();
}

/** Whose a file is: the reach of the record it hangs on. */
export interface FileReach {
  producer?: string | null;
  commune?: string | null;
  province?: string | null;
}

/**
 * Ties files to the record they were sent for. Only files this account has sent itself (somebody without one: files of
 * nobody) and that hang on nothing yet can be tied; throws the refusal 422 on `field` otherwise.
 */
export async function attachFiles(
  ctx: Pick<PublicActionContext, 'tx' | 'actor'>,
  ids: readonly string[],
  reach: FileReach,
  field = 'file',
): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const tied = await ctx.tx
    .updateTable('file')
    .set({
      attached: true,
      producer: reach.producer ?? null,
      commune: reach.commune ?? null,
      province: reach.province ?? null,
    })
    .where('id', 'in', wanted)
    .where('uploaded_by', 'is not distinct from', ctx.actor?.account ?? null)
    .where('attached', '=', false)
    .returning('id')
    .execute();
  if (tied.length !== wanted.length) throw invalid(field, 'Chọn lại tệp rồi gửi; tệp cũ không còn dùng được');
}
