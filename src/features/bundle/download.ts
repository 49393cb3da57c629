import { writeBundle } from '#platform/files/bundle';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { bundleOf } from './contents.ts';

/** A whole dossier as one ZIP, written while it is sent; needs its own right and a fresh sign-in, and is logged (S9, S38). */
export const dossierBundle = download({
  name: 'dossier.export',
  title: 'Tải bộ hồ sơ (ZIP)',
  permission: 'dossier.export',
  params: byId,
  subject: ({ id }) => id,
  fresh: true,
  logged: 'export',
  async run(ctx, { id }) {
    const { head, files, product } = await bundleOf(ctx, id);
    return { name: `ho-so ${product}.zip`, type: 'application/zip', body: writeBundle(head, files, ctx.now) };
  },
});
