import { steps } from '#law/moves';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, ConfirmationPage, FactsList, TextArea, TextField } from '#ui';
import { officePaths } from '../commune-urls.ts';
import type { DossierState } from '../schema.ts';
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
          <p>Mã được in trên phiếu chấm và giấy chứng nhận.</p>
          <p class="row">
            <Button href={dossierPath(dossier.id)}>Về hồ sơ</Button>
            <Button kind="bare" href={officePaths.correctCode(dossier.id)}>
              Mã ghi sai, sửa mã
            </Button>
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

/** The states the law lets a code be corrected in. */
const CORRECTED_IN = steps.flatMap(({ process, action, from }) =>
  process === 'dossier' && action === 'dossier.correctCode' ? [from as DossierState] : [],
);

/** A wrong code is put right with its reason, as long as no decision has been made on it. */
export const correctCodePage = page({
  permission: 'dossier.correctCode',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  load: (ctx, { id }) => atWork(ctx, id, ...CORRECTED_IN),
  head: (data) => workHead('Sửa mã số sản phẩm', data),
  view: ({ dossier }, ctx) => {
    if (dossier.productCode === null)
      return (
        <div class="page read stack-5 pt-6">
          <h1>Sửa mã số sản phẩm</h1>
          <p>Hồ sơ chưa có mã nên chưa có gì để sửa.</p>
          <p>
            <Button href={dossierPath(dossier.id)}>Về hồ sơ</Button>
          </p>
        </div>
      );
    return (
      <ConfirmationPage
        question="Sửa mã số sản phẩm?"
        thing={
          <>
            <b>{dossier.product.name}</b>, {dossier.producer.name}. Mã đang ghi: <b>{dossier.productCode}</b>
          </>
        }
        consequences={[
          { icon: 'list', words: 'Từ nay giấy tờ in ra và giấy chứng nhận mang mã đúng.' },
          { icon: 'lock', words: 'Phiếu chấm đã nộp giữ mã đã in. Mã cũ không cấp cho sản phẩm khác.' },
          { icon: 'eye', words: 'Mã cũ, mã mới và lý do được ghi vào sổ; chủ thể thấy lần sửa này ở trang hồ sơ.' },
        ]}
        action={officePaths.correctCode(dossier.id)}
        state={ctx.form('dossier.correctCode')}
        version={dossier.version}
        act="Sửa mã"
        back={dossierPath(dossier.id)}
      >
        <TextField
          name="code"
          label="Mã đúng"
          hint="Ghi như in trên giấy, ví dụ 33-11953-7-2026"
          maxLength={60}
          width="mid"
        />
        <TextArea name="reason" label="Lý do sửa mã" rows={3} maxLength={1000} />
      </ConfirmationPage>
    );
  },
});
