import { Course } from '#features/history';
import { productUrl } from '#features/portal';
import { SUPPORT_ITEMS, SUPPORT_SOURCES } from '#law/support';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { historyOf } from '#platform/ledger/read';
import { Button, FactsList, formatDay, Note, StatusTag } from '#ui';
import { findPayment, type Payment } from '../queries.ts';
import { policyPaths, supportPaths } from '../urls.ts';
import { moneyWords } from '../words.ts';

/** One payment: to whom, for what, by which policy and decision, what was changed. */
export const paymentPage = page({
  permission: 'support.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }) {
    const [payment, mayCorrect, mayPolicy, history] = await Promise.all([
      findPayment(ctx.db, id, ctx.day),
      ctx.may('support.correct', id),
      ctx.may('supportPolicy.read'),
      historyOf(ctx.db, id, { limit: 50 }),
    ]);
    const office = ctx.actor.role !== 'producer';
    return {
      payment,
      mayCorrect: mayCorrect && payment.state === 'paid',
      mayPolicy,
      history: office ? history : [],
      office,
    };
  },
  head: ({ payment, office }) => ({
    title: `${moneyWords(payment.amount)}, ${payment.producerName}`,
    here: office ? '/viec-cua-toi' : '/cua-toi',
    up: { href: supportPaths.list, words: office ? 'Hỗ trợ đã trả' : 'Hỗ trợ đã nhận' },
  }),
  view: ({ payment, mayCorrect, mayPolicy, history, office }) => (
    <div class={office ? 'stack-7 max-w-[46rem]' : 'page stack-7'}>
      <header class="stack-2">
        <h1>{moneyWords(payment.amount)}</h1>
        <div class="row between">
          <StatusTag status={`support.${payment.state}`} />
          {mayCorrect && <Button href={supportPaths.correct(payment.id)}>Sửa, rút</Button>}
        </div>
      </header>
      {payment.invented && <Note kind="info" title="Dữ liệu giả định, để dùng thử." />}
      <FactsList facts={factsOf(payment, mayPolicy)} />
      {history.length > 0 && <Course history={history} />}
    </div>
  ),
});

function factsOf(payment: Payment, mayPolicy: boolean) {
  const { policy, policyName, product, productName, star, issued } = payment;
  return [
    { term: 'Trả cho', value: payment.producerName, sub: payment.place },
    { term: 'Nội dung', value: SUPPORT_ITEMS[payment.item] },
    { term: 'Nguồn kinh phí', value: SUPPORT_SOURCES[payment.source] },
    { term: 'Ngày trả', value: formatDay(payment.paidOn) },
    { term: 'Quyết định', value: payment.decision },
    product !== null && {
      term: 'Cho lần công nhận',
      value: <a href={productUrl(product, 'vi')}>{productName}</a>,
      sub: [star === null ? null : `${star} sao`, issued === null ? null : formatDay(issued)]
        .filter(Boolean)
        .join(', '),
    },
    policy !== null && {
      term: 'Theo chính sách',
      value: mayPolicy ? <a href={policyPaths.one(policy)}>{policyName}</a> : policyName,
    },
    payment.again !== null && { term: 'Lý do trả thêm', value: payment.again },
    payment.note !== null && { term: 'Ghi chú', value: payment.note },
  ];
}
