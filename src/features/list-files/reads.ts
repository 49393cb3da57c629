/** A list's file, and how far it is, for programs. */
import { z } from 'zod';
import { byId } from '#platform/http/fields';
import { download, read } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { stampOf } from './pages/one.tsx';
import { readListFile } from './queries.ts';

/** The file. */
export const listFileBytes = download({
  name: 'listFile.read',
  title: 'Tải tệp danh sách đã lập',
  permission: 'listFile.make',
  logged: 'export',
  params: byId,
  async run(ctx, { id }) {
    const { file } = await readListFile(ctx.db, ctx.actor.account, id);
    if (file === null) throw notFound('Tệp này chưa lập xong hoặc đã hết hạn lưu.');
    const { size, stream } = await ctx.files.open(file.sha256);
    return { name: file.name, type: file.type, body: stream, size };
  },
});

/** Where the making stands. */
export const listFileProgress = read({
  name: 'listFile.progress',
  title: 'Tiến độ lập tệp danh sách',
  permission: 'listFile.make',
  params: byId,
  output: z.object({
    stamp: z.string(),
    job: z.boolean(),
    doing: z.string().nullable(),
    done: z.int(),
    total: z.int(),
    problem: z.string().nullable(),
  }),
  async run(ctx, { id }) {
    const row = await readListFile(ctx.db, ctx.actor.account, id);
    const { job, doing, done, total, problem } = row;
    return { stamp: stampOf(row), job, doing, done, total, problem };
  },
});
