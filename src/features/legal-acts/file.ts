import { byId } from '#platform/http/fields';
import { publicDownload } from '#platform/http/read';
import { notFound } from '#platform/refusal';

/** The act itself, as its office sent it in; legal acts are public. */
export const actFile = publicDownload({
  name: 'legalAct.file',
  title: 'Tệp văn bản',
  params: byId,
  async run(ctx, { id }) {
    const found = await ctx.db
      .selectFrom('legal_act as a')
      .innerJoin('lifecycle as l', 'l.id', 'a.id')
      .innerJoin('file as f', 'f.id', 'a.file')
      .select(['f.sha256', 'f.type', 'f.name', 'a.open'])
      .where('a.id', '=', id)
      .where('l.state', '=', 'kept')
      .executeTakeFirst();
    if (!found || (!found.open && ctx.actor === null)) throw notFound('Văn bản này không kèm tệp.');
    const { stream, size } = await ctx.files.open(found.sha256);
    return { name: found.name, type: found.type, body: stream, size };
  },
});
