import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, TextField } from '#ui';
import { listPolicies } from '../policies.ts';
import { findPayment, recognitionsOf } from '../queries.ts';
import { supportPaths } from '../urls.ts';
import { PaymentFields } from './fields.tsx';

/** Corrects a payment, or withdraws one entered by mistake. */
export const correctSupportPage = page({
  permission: 'support.correct',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const payment = await findPayment(ctx.db, id, ctx.day);
    if (payment.state !== 'paid') throw notFound();
    const [policies, recognitions] = await Promise.all([
      listPolicies(ctx.db, ctx.within('supportPolicy.read', 'l')),
      recognitionsOf(ctx.db, payment.producer),
    ]);
    return { payment, policies, recognitions };
  },
  head: ({ payment }) => ({
    title: 'Sửa khoản hỗ trợ',
    here: '/viec-cua-toi',
    up: { href: supportPaths.one(payment.id), words: payment.producerName },
  }),
  view: ({ payment, policies, recognitions }, ctx) => (
    <div class="form stack-5">
      <h1>Sửa khoản hỗ trợ</h1>
      <p class="ink2">Trả cho {payment.producerName}. Số cũ vẫn đọc được ở diễn biến.</p>
      <Form
        action={supportPaths.correct(payment.id)}
        state={ctx.form('support.correct')}
        version={payment.version}
        class="stack-5"
      >
        <PaymentFields value={payment} policies={policies} recognitions={recognitions} />
        <TextField name="reason" label="Lý do sửa" maxLength={300} />
        <FormEnd>
          <Button kind="main">Lưu</Button>
          <Button kind="bare" href={supportPaths.one(payment.id)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
      <Form
        action={supportPaths.withdraw(payment.id)}
        state={ctx.form('support.withdraw')}
        version={payment.version}
        class="stack"
      >
        <h2>Ghi nhầm?</h2>
        <TextField name="reason" label="Lý do rút" maxLength={300} />
        <Button kind="stop">Rút khỏi sổ</Button>
      </Form>
    </div>
  ),
});
