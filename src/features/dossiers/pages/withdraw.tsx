import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { ConfirmationPage, TextArea } from '#ui';
import { getDossier } from '../record.ts';
import { dossierPath, withdrawPath } from '../urls.ts';
import { mayBeWithdrawn } from '../withdrawal.ts';
import { dossierHead } from './parts.tsx';

/** Before the producer takes a dossier back: what that means, and why it is done (U11). */
export const withdrawPage = page({
  permission: 'dossier.withdraw',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }) {
    const dossier = await getDossier(ctx.db, id);
    if (!(await mayBeWithdrawn(ctx.db, dossier, ctx.day))) return redirect(dossierPath(id));
    return { dossier };
  },
  head: ({ dossier }) => dossierHead('Rút hồ sơ', dossier.id),
  view: ({ dossier }, ctx) => (
    <ConfirmationPage
      question="Rút hồ sơ này?"
      thing={dossier.product.name}
      consequences={[
        { icon: 'bar', words: 'Hồ sơ dừng lại ở đây và không mở lại được.' },
        { icon: 'paper', words: 'Giấy tờ vẫn còn trong kho để dùng cho hồ sơ sau.' },
        { icon: 'plus', words: 'Bạn lập được hồ sơ mới cho sản phẩm này.' },
      ]}
      action={withdrawPath(dossier.id)}
      state={ctx.form('dossier.withdraw')}
      version={dossier.version}
      act="Rút hồ sơ"
      stop
      back={dossierPath(dossier.id)}
    >
      <TextArea name="reason" label="Lý do rút hồ sơ" rows={3} maxLength={2000} />
    </ConfirmationPage>
  ),
});
