import { Course } from '#features/history';
import { actOffers, actsById, Cited, type CitedAct } from '#features/legal-acts';
import { SUPPORT_ITEMS } from '#law/support';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { historyOf } from '#platform/ledger/read';
import { Button, FactsList, Form, FormEnd, formatNumber, Note, StatusTag, TextField } from '#ui';
import { findPolicy, type Policy } from '../policies.ts';
import { policyPaths } from '../urls.ts';
import { moneyWords, policyDays, rateWords } from '../words.ts';
import { PolicyFields } from './policy-fields.tsx';

/** One policy: what it gives and what was paid under it; put right or taken away by the province that entered it. */
export const policyPage = page({
  permission: 'supportPolicy.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const [policy, may, history, acts] = await Promise.all([
      findPolicy(ctx.db, id),
      ctx.may('supportPolicy.correct', id),
      historyOf(ctx.db, id, { limit: 50 }),
      actOffers(ctx.db),
    ]);
    const act = (await actsById(ctx.db, [policy.act], ctx.day)).get(policy.act);
    return { policy, act, mayCorrect: may && policy.state === 'set', history, acts };
  },
  head: ({ policy }) => ({
    title: policy.name,
    here: '/viec-cua-toi',
    up: { href: policyPaths.list, words: 'Chính sách hỗ trợ' },
  }),
  view: ({ policy, act, mayCorrect, history, acts }, ctx) => (
    <div class="stack-7 max-w-[46rem]">
      <header class="stack-2">
        <h1>{policy.name}</h1>
        <p>
          <StatusTag status={`supportPolicy.${policy.state}`} />
        </p>
      </header>
      {policy.invented && <Note kind="info" title="Dữ liệu giả định, để dùng thử." />}
      <FactsList facts={factsOf(policy, act)} />
      {mayCorrect && (
        <details class="box" open={ctx.form('supportPolicy.correct').errors.length > 0}>
          <summary>Sửa chính sách</summary>
          <Form
            action={policyPaths.one(policy.id)}
            state={ctx.form('supportPolicy.correct')}
            version={policy.version}
            class="stack-5 mt-4"
          >
            <PolicyFields value={policy} acts={acts} />
            <TextField name="reason" label="Lý do sửa" maxLength={300} />
            <FormEnd>
              <Button kind="main">Lưu</Button>
            </FormEnd>
          </Form>
        </details>
      )}
      {mayCorrect && (
        <details class="box" open={ctx.form('supportPolicy.cancel').message !== undefined}>
          <summary>Ghi nhầm?</summary>
          <Form
            action={policyPaths.cancel(policy.id)}
            state={ctx.form('supportPolicy.cancel')}
            version={policy.version}
            class="stack mt-4"
          >
            <TextField name="reason" label="Lý do bỏ" maxLength={300} />
            <Button kind="stop">Bỏ chính sách này</Button>
          </Form>
        </details>
      )}
      <Course history={history} />
    </div>
  ),
});

function factsOf(policy: Policy, act: CitedAct | undefined) {
  const rates = rateWords(policy.rates);
  return [
    { term: 'Của', value: policy.provinceName },
    { term: 'Văn bản', value: act === undefined ? policy.actLabel : <Cited act={act} words={policy.actLabel} /> },
    { term: 'Nội dung hỗ trợ', value: SUPPORT_ITEMS[policy.item] },
    { term: 'Thời gian', value: policyDays(policy) },
    rates.length > 0 && {
      term: 'Mức',
      value: rates.map((line) => (
        <span key={line} class="block">
          {line}
        </span>
      )),
    },
    policy.percent !== null && { term: 'Phần trăm chi phí', value: `${policy.percent}%` },
    policy.cap !== null && { term: 'Nhiều nhất một lần', value: moneyWords(policy.cap) },
    { term: 'Đã trả', value: moneyWords(policy.paid), sub: `${formatNumber(policy.payments)} khoản` },
    policy.note !== null && { term: 'Ghi chú', value: policy.note },
  ];
}
