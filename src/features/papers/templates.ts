/** An office's own Word forms: taken in, tried, put to use, taken out of use. */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { FactsOf } from '#law/moves';
import { KINDS } from '#platform/files/kinds';
import { action } from '#platform/http/action';
import type { PreparingContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, notFound } from '#platform/refusal';
import { type FormPaper, judgeNames } from './catalogue.ts';
import { officeOf } from './office.ts';
import {
  retireTemplate as retireInput,
  type TemplateRow,
  templateRow,
  uploadTemplate as uploadInput,
  useTemplate as useInput,
} from './schema.ts';
import { findTemplate } from './template-read.ts';

/** A form is words and a crest; what is longer holds pictures that do not belong there. */
const MAX_BYTES = 2 * 1024 * 1024;

/** Takes in a form for trying: its names are read and compared with what the paper has; unknown ones refuse it by name. */
export const uploadTemplate = action({
  name: 'template.upload',
  title: 'Tải mẫu văn bản lên',
  input: uploadInput,
  output: templateRow,
  publicData: false,
  prepare: (ctx, given) => judged(ctx, given.paper, given.file),
  async run(ctx, given, names): Promise<TemplateRow> {
    const province = officeOf(ctx.actor);
    const id = v7();
    const shown: FactsOf<'template.upload'> = { unknown: names.unknown, fields: names.count };
    const moved = await beget(ctx.tx, ctx, {
      process: 'template',
      id,
      action: 'template.upload',
      reach: { province },
      facts: { paper: given.paper, fields: names.used },
      shown,
      effect: async (tx) => {
        await attachFiles(ctx, [given.file], { province });
        await tx
          .insertInto('office_template')
          .values({ id, province, paper: given.paper, file: given.file, fields: [...names.used] })
          .execute();
      },
    });
    return { id, paper: given.paper, state: moved.state, version: moved.version };
  },
});

interface Judged {
  readonly unknown: readonly string[];
  readonly count: number;
  readonly used: readonly string[];
}

async function judged(ctx: PreparingContext, paper: FormPaper, id: string): Promise<Judged> {
  const sent = await ctx.outside
    .selectFrom('file')
    .select(['sha256', 'type', 'size'])
    .where('id', '=', id)
    .where('uploaded_by', 'is not distinct from', ctx.actor?.account ?? null)
    .where('attached', '=', false)
    .executeTakeFirst();
  if (!sent) throw invalid('file', 'Chọn lại tệp rồi gửi; tệp cũ không còn dùng được');
  if (sent.type !== KINDS.docx.type) throw invalid('file', 'Chọn tệp Word (.docx)');
  if (sent.size > MAX_BYTES) throw invalid('file', 'Mẫu nặng quá 2 MB. Bỏ bớt hình rồi tải lên');
  const { namesIn, WordFormProblem } = await import('#platform/documents/word-form');
  try {
    const used = namesIn(await ctx.files.read(sent.sha256));
    return { ...judgeNames(paper, used), used: Object.keys(used) };
  } catch (error) {
    if (!(error instanceof WordFormProblem)) throw error;
    const where = error.names.length > 0 ? `: ${error.names.join(', ')}` : '';
    throw invalid('file', `Mẫu có tên trường viết hỏng${where}. Kiểm tra dấu {{ và }}, phần lặp có mở và đóng`);
  }
}

/** Puts a form to use; the one used until now for the same paper is retired in the same act. */
export const useTemplate = action({
  name: 'template.use',
  title: 'Dùng mẫu văn bản',
  input: useInput,
  output: templateRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, paper }): Promise<TemplateRow> {
    const found = await findTemplate(ctx.tx, id);
    if (found?.paper !== paper) throw notFound();
    await sql`select pg_advisory_xact_lock(hashtextextended('template:' || ${`${found.province}:${found.paper}`}, 0))`.execute(
      ctx.tx,
    );
    const { rows } = await sql<{ id: string }>`
      select t.id from office_template t join lifecycle l on l.id = t.id
       where t.province is not distinct from ${found.province}::uuid and t.paper = ${found.paper} and l.state = 'inUse' and t.id <> ${id}`.execute(
      ctx.tx,
    );
    for (const former of rows)
      await carryOut(ctx.tx, ctx, { action: 'template.retire', subject: former.id, facts: { by: id } });
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'template.use',
      subject: id,
      expect: ctx.expect,
      facts: { paper: found.paper },
    });
    return { id, paper: found.paper, state: moved.state, version: moved.version };
  },
});

/** Takes a form out of use: the paper comes from the common form again. */
export const retireTemplate = action({
  name: 'template.retire',
  title: 'Thôi dùng mẫu văn bản',
  input: retireInput,
  output: templateRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, paper }): Promise<TemplateRow> {
    const found = await findTemplate(ctx.tx, id);
    if (found?.paper !== paper) throw notFound();
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'template.retire',
      subject: id,
      expect: ctx.expect,
      facts: { paper: found.paper },
    });
    return { id, paper: found.paper, state: moved.state, version: moved.version };
  },
});
