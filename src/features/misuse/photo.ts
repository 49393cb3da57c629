import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';

/** The photo of a report, encoded anew when it came in (S27). */
export const misusePhoto = download({
  name: 'misuse.photo',
  title: 'Ảnh của phản ánh',
  permission: 'misuse.read',
  params: byId,
  subject: ({ id }) => id,
  async run(ctx, { id }) {
    const photo = await ctx.db
      .selectFrom('misuse_report as r')
      .innerJoin('file as f', 'f.id', 'r.photo')
      .select(['f.sha256', 'f.size'])
      .where('r.id', '=', id)
      .executeTakeFirst();
    if (!photo) throw notFound('Phản ánh này không kèm ảnh.');
    const { stream, size } = await ctx.files.open(photo.sha256);
    return { name: 'anh.webp', type: 'image/webp', body: stream, size, inline: true };
  },
});
