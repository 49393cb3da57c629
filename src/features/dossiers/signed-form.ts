import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { refused } from '#platform/refusal';
import { draftVersion, holdDraft, writeDraft } from './draft.ts';
import { reachOf } from './record.ts';
import { attachSignedForm as attachInput, type DossierRow, dossierRow } from './schema.ts';

/** Attaches the form the producer signed on paper to a dossier entered by an officer; a new one takes its place (R3.9). */
export const attachSignedForm = action({
  name: 'dossier.attachSignedForm',
  permission: 'dossier.attach',
  title: 'Đính kèm phiếu đăng ký đã ký',
  input: attachInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => draftVersion(tx, given.id),
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDraft(ctx, given.id, 'general');
    if (!dossier.onBehalf) throw refused('Hồ sơ này do chủ thể tự nộp nên không cần bản giấy đã ký.');
    await attachFiles(ctx, [given.file], reachOf(dossier));
    await ctx.tx.updateTable('dossier').set({ signed_form: given.file }).where('id', '=', given.id).execute();
    return writeDraft(ctx.tx, dossier, {});
  },
});
