import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, ConfirmationPage, FactsList, TextField } from '#ui';
import { officePaths } from '../commune-urls.ts';
import { dossierPath } from '../urls.ts';
import { atWork, workHead } from './commune-office.ts';

/** The product's code, given once: the next serial of the commune, or the one it already bears on paper (R6.4). */
export const codePage = page({
  permission: 'dossier.giveCode',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  load: (ctx, { id }) => atWork(ctx, id, 'checking'),
  head: (data) => workHead('Mã số sản phẩm', data),
  view: ({ dossier, day }, ctx) => {
    const { province, commune, product } = dossier;
    if (dossier.productCode !== null)
      return (
        <div class="page read stack-5 pt-6">
          <h1>Mã số sản phẩm</h1>
          <FactsList
            facts={[
              { term: 'Sản phẩm', value: product.name },
              { term: 'Mã số', value: dossier.productCode },
            ]}
          />
          <p>Mã đã cấp được giữ nguyên, in trên phiếu chấm và giấy chứng nhận.</p>
          <p>
            <Button href={dossierPath(dossier.id)}>Về hồ sơ</Button>
          </p>
        </div>
      );
    return (
      <ConfirmationPage
        question="Cấp mã số sản phẩm?"
        thing={
          <>
            <b>{product.name}</b>, {dossier.producer.name}
          </>
        }
        consequences={[
          { icon: 'flag', words: `Mã có dạng ${province.code}-${commune.code}-số thứ tự-${day.slice(0, 4)}.` },
          { icon: 'list', words: `${commune.name} cấp số thứ tự tiếp theo của năm, không dùng lại số đã cấp.` },
          { icon: 'lock', words: 'Mã được in trên phiếu chấm, giấy chứng nhận và giữ mãi với sản phẩm.' },
        ]}
        action={officePaths.code(dossier.id)}
        state={ctx.form('dossier.giveCode')}
        version={dossier.version}
        act="Cấp mã số"
        back={dossierPath(dossier.id)}
      >
        <TextField
          name="code"
          label="Mã đã có trên giấy"
          hint="Để trống để cấp số thứ tự tiếp theo của xã. Nếu có, ghi như in trên giấy: 33-11953-7-2026"
          maxLength={60}
          width="mid"
          optional
        />
      </ConfirmationPage>
    );
  },
});
