import { byId } from '#platform/http/fields';
import { publicDownload } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { keptLogo } from './logo.ts';

const SHOWN_EDGE = 480;

/** The mark in use, for everybody. One that was taken away is not given out any more. */
export const logoPicture = publicDownload({
  name: 'logo.picture',
  title: 'Logo OCOP',
  params: byId,
  async run(ctx, { id }) {
    const logo = await ctx.kept('logo.kept', () => keptLogo(ctx.db, ctx.day));
    if (logo === null || logo.file !== id) throw notFound();
    const body = await ctx.files.show({ sha256: logo.sha256, type: 'image/png' }, 1, SHOWN_EDGE);
    return {
      name: 'logo-ocop.webp',
      type: 'image/webp',
      body,
      size: body.length,
      inline: true,
      etag: `"${logo.sha256}"`,
    };
  },
});
