/** A handbook's file, and how far it is, for programs. */
import { z } from 'zod';
import { byId } from '#platform/http/fields';
import { download, read } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { stampOf } from './pages/one.tsx';
import { readHandbook } from './queries.ts';

/** The PDF. */
export const handbookFile = download({
  name: 'handbook.file',
  title: 'Tải cẩm nang sản phẩm',
  permission: 'handbook.read',
  params: byId,
  subject: ({ id }) => id,
  async run(ctx, { id }) {
    const { file, asOf } = await readHandbook(ctx.db, id);
    if (file === null) throw notFound('Cẩm nang này chưa làm xong.');
    const { size, stream } = await ctx.files.open(file.sha256);
    return { name: `cam-nang-ocop-${asOf}.pdf`, type: 'application/pdf', body: stream, size };
  },
});

/** Where the making stands. */
export const handbookProgress = read({
  name: 'handbook.progress',
  title: 'Tiến độ làm cẩm nang',
  permission: 'handbook.read',
  params: byId,
  subject: ({ id }) => id,
  output: z.object({
    stamp: z.string(),
    state: z.string(),
    doing: z.string().nullable(),
    done: z.int(),
    total: z.int(),
    problem: z.string().nullable(),
    version: z.int(),
    products: z.int().nullable(),
    pages: z.int().nullable(),
  }),
  async run(ctx, { id }) {
    const row = await readHandbook(ctx.db, id);
    const { state, doing, done, total, problem, version, products, pages } = row;
    return { stamp: stampOf(row), state, doing, done, total, problem, version, products, pages };
  },
});
