import { getDossier } from '#features/dossiers';
import { exclusionGrounds } from '#law/dossier';
import { findStep } from '#law/moves';
import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { ConfirmationPage, Note, Radios, TextArea } from '#ui';
import { setIndexOf } from '../compute.ts';
import { proposedExclusions } from '../results-read.ts';
import { councilPaths } from '../urls.ts';

/** Before a dossier is excluded: the grounds printed on its sheet, what members found, what follows (R3.11, U11). */
export const excludePage = page({
  permission: 'dossier.exclude',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const dossier = await getDossier(ctx.db, id);
    if (!findStep('dossier.exclude', dossier.state)) return redirect(`/ho-so/${id}`);
    const [{ set }, found] = await Promise.all([setIndexOf(dossier.productSet), proposedExclusions(ctx.db, id)]);
    return { dossier, grounds: exclusionGrounds(set), found };
  },
  head: ({ dossier }) => ({ title: `Loại hồ sơ: ${dossier.product.name}`, here: '/ho-so' }),
  view: ({ dossier, grounds, found }, ctx) => (
    <ConfirmationPage
      question="Loại hồ sơ này?"
      thing={`${dossier.product.name}, ${dossier.producer.name}`}
      consequences={[
        { icon: 'bar', words: 'Hồ sơ dừng ở đây dù được bao nhiêu điểm, và không mở lại được.' },
        { icon: 'mail', words: 'Chủ thể và xã nhận thông báo kèm căn cứ và lý do ngay khi bạn xác nhận.' },
        { icon: 'plus', words: 'Chủ thể lập được hồ sơ mới cho sản phẩm này.' },
      ]}
      action={councilPaths.exclude(dossier.id)}
      state={ctx.form('dossier.exclude')}
      version={dossier.version}
      act="Loại hồ sơ"
      stop
      back={`/ho-so/${dossier.id}`}
    >
      {found.length > 0 && (
        <Note kind="soon" title="Thành viên Hội đồng đề nghị loại:">
          <ul>
            {found.map((one) => (
              <li key={one.member}>
                {one.member}: {one.ground} ({one.reason})
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Radios
        name="ground"
        label="Căn cứ in trên phiếu của bộ sản phẩm"
        choices={grounds.map(({ text, criterion }) => ({
          value: text,
          label: criterion ? `${text} (tiêu chí ${criterion})` : text,
        }))}
      />
      <TextArea name="reason" label="Lý do" rows={4} maxLength={4000} />
    </ConfirmationPage>
  ),
});
