/** Putting the owner's mark in place, and taking it away. */

import { recordSetting, settingRow } from '#features/administration';
import type { Tx } from '#platform/db/database';
import { pictures } from '#platform/files/pictures';
import type { StoredFile } from '#platform/files/store';
import { action } from '#platform/http/action';
import { insertFile } from '#platform/http/uploads';
import { invalid, refused } from '#platform/refusal';
import { changeSetting } from '#platform/settings';
import { type KeptLogo, keptLogo, LOGO_SETTING } from './logo.ts';
import { changeLogo as changeInput, removeLogo as removeInput } from './schema.ts';

/** Sharp enough for print at 4 cm; a drawing is set to it, a picture only made smaller. */
const EDGE = 1600;
/** Below this the mark is a blur on paper. */
const LEAST = 300;
const SVG = 'image/svg+xml';

/** Shows a new mark from today on. What is kept is drawn anew: nothing else of the sent file stays (S27). */
export const changeLogo = action({
  name: 'settings.changeLogo',
  permission: 'settings.change',
  title: 'Đặt logo OCOP',
  input: changeInput,
  output: settingRow,
  fresh: true,
  async prepare(ctx, { file }): Promise<StoredFile> {
    const sent = await ctx.outside
      .selectFrom('file')
      .select(['sha256', 'type'])
      .where('id', '=', file)
      .where('uploaded_by', 'is not distinct from', ctx.actor?.account ?? null)
      .executeTakeFirst();
    if (!sent) throw invalid('file', 'Chọn lại tệp logo.');
    const { data, info } = await drawn(await ctx.files.read(sent.sha256), sent.type);
    if (Math.max(info.width, info.height) < LEAST)
      throw invalid('file', `Ảnh nhỏ quá, in sẽ mờ. Dùng tệp có cạnh dài từ ${LEAST} điểm ảnh, hoặc tệp SVG.`);
    const size = { width: info.width, height: info.height };
    return ctx.files.putOwn(data, { kind: 'png', type: 'image/png', name: 'logo-ocop.png', ...size });
  },
  async run(ctx, { note }, stored) {
    const { width = 1, height = 1 } = stored;
    const value: KeptLogo = { file: stored.id, sha256: stored.sha256, width, height };
    await recordSetting(ctx, { key: LOGO_SETTING, value }, note);
    await letGo(ctx.tx, await keptLogo(ctx.tx, ctx.day));
    await insertFile(ctx.tx, stored, ctx.actor.account);
    await ctx.tx.updateTable('file').set({ attached: true }).where('id', '=', stored.id).execute();
    await changeSetting(ctx.tx, { key: LOGO_SETTING, scope: null, validFrom: ctx.day, value, note });
    return { key: LOGO_SETTING, validFrom: ctx.day };
  },
});

/** Shows no mark any more. */
export const removeLogo = action({
  name: 'settings.removeLogo',
  permission: 'settings.change',
  title: 'Gỡ logo OCOP',
  input: removeInput,
  output: settingRow,
  fresh: true,
  async run(ctx, { note }) {
    await recordSetting(ctx, { key: LOGO_SETTING, value: null }, note);
    const used = await keptLogo(ctx.tx, ctx.day);
    if (used === null) throw refused('Chưa đặt logo nào, nên không có gì để gỡ.');
    await letGo(ctx.tx, used);
    await changeSetting(ctx.tx, { key: LOGO_SETTING, scope: null, validFrom: ctx.day, value: null, note });
    return { key: LOGO_SETTING, validFrom: ctx.day };
  },
});

/** The file of a mark that is shown no more is swept like any that hangs on nothing. */
async function letGo(tx: Tx, used: KeptLogo | null): Promise<void> {
  if (used) await tx.updateTable('file').set({ attached: false }).where('id', '=', used.file).execute();
}

async function drawn(original: Buffer, type: string) {
  const within = { width: EDGE, height: EDGE, fit: 'inside', withoutEnlargement: type !== SVG } as const;
  return (await pictures())(original, { failOn: 'error' })
    .autoOrient()
    .resize(within)
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
}
