import { SteeringWays } from '#features/legal-acts';
import { SUPPORT_ITEMS, SUPPORT_SOURCES } from '#law/support';
import { page } from '#platform/http/page';
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  formatDay,
  formatNumber,
  LoadMore,
  SelectField,
  TakeList,
  TextField,
  withFilters,
} from '#ui';
import { listPayments, type Payment, sumPayments } from '../queries.ts';
import { type ListQuery, listQuery } from '../schema.ts';
import { policyPaths, supportPaths } from '../urls.ts';
import { moneyWords } from '../words.ts';

const PAGE = 30;
const ways = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Payments within reach, the newest first, and what they add up to; a producer sees its own. */
export const paymentsPage = page({
  permission: 'support.read',
  query: listQuery,
  shell: 'auto',
  async load(ctx, _params, query) {
    const ask = { query, reach: ctx.within('support.read', 'l'), day: ctx.day };
    const [rows, sums, mayRecord, policies] = await Promise.all([
      listPayments(ctx.db, ask, ((query.trang ?? 1) - 1) * PAGE, PAGE + 1),
      sumPayments(ctx.db, ask),
      ctx.may('support.record'),
      ctx.may('supportPolicy.read'),
    ]);
    const office = ctx.actor.role !== 'producer';
    return { query, rows: rows.slice(0, PAGE), more: rows.length > PAGE, sums, mayRecord, policies, office };
  },
  head: ({ office }) =>
    office
      ? { title: 'Hỗ trợ đã trả', here: '/viec-cua-toi' }
      : { title: 'Hỗ trợ đã nhận', here: '/cua-toi', up: { href: '/cua-toi', words: 'Việc của tôi' } },
  view: ({ query, rows, more, sums, mayRecord, policies, office }) => (
    <div class={office ? 'stack-5' : 'page stack-5'}>
      <div class="row between">
        <h1>{office ? 'Hỗ trợ đã trả' : 'Hỗ trợ đã nhận'}</h1>
        {office && (
          <span class="row tight">
            <TakeList href={withFilters(supportPaths.sheet, asked(query))} />
            {policies && <Button href={policyPaths.list}>Chính sách</Button>}
            {mayRecord && (
              <Button kind="main" href={supportPaths.new} icon="plus">
                Ghi khoản hỗ trợ
              </Button>
            )}
          </span>
        )}
      </div>
      {office && <SteeringWays here={supportPaths.list} offices />}
      {office && <Filter {...query} />}
      {rows.length === 0 ? (
        <EmptyState title="Chưa ghi khoản nào">
          {query.q || query.nguon || query.nd || query.nam
            ? 'Thử từ khác, hoặc bỏ bớt điều kiện.'
            : 'Khoản thưởng, hỗ trợ đã trả cho chủ thể hiện ở đây.'}
        </EmptyState>
      ) : (
        <>
          <p role="status">
            <b>{moneyWords(sums.paid)}</b>, {formatNumber(sums.payments)} khoản
            {office && `, ${formatNumber(sums.producers)} chủ thể`}.
          </p>
          <DataTable caption="Hỗ trợ đã trả" rows={rows} keyOf={({ id }) => id} columns={columns} />
        </>
      )}
      <LoadMore
        href={more ? withFilters(supportPaths.list, { ...asked(query), trang: String((query.trang ?? 1) + 1) }) : null}
        words="Trang sau"
      />
    </div>
  ),
});

const asked = ({ q, nguon, nd, nam }: ListQuery) => ({ q, nguon, nd, nam: nam?.toString() });

const Filter = ({ q, nguon, nd, nam }: ListQuery) => (
  <Form action={supportPaths.list} method="get" label="Tìm khoản hỗ trợ" class="row items-end">
    <TextField name="q" label="Tìm chủ thể, quyết định" value={q} width="mid" optional />
    <SelectField name="nd" label="Nội dung" value={nd} choices={ways(SUPPORT_ITEMS)} empty="Mọi nội dung" optional />
    <SelectField name="nguon" label="Nguồn" value={nguon} choices={ways(SUPPORT_SOURCES)} empty="Mọi nguồn" optional />
    <TextField name="nam" label="Năm" value={nam} width="date" inputMode="numeric" optional />
    <Button>Xem</Button>
  </Form>
);

const columns = [
  {
    head: 'Chủ thể',
    rowHead: true,
    cell: (row: Payment) => (
      <>
        <a href={supportPaths.one(row.id)}>{row.producerName}</a>
        <span class="sub font-normal">
          {row.place}
          {row.invented && ', dữ liệu giả định'}
        </span>
      </>
    ),
  },
  {
    head: 'Nội dung',
    cell: (row: Payment) => (
      <>
        {SUPPORT_ITEMS[row.item]}
        {row.productName && (
          <span class="sub">
            {row.productName}
            {row.star !== null && `, ${row.star} sao`}
          </span>
        )}
      </>
    ),
  },
  { head: 'Nguồn', cell: (row: Payment) => SUPPORT_SOURCES[row.source] },
  { head: 'Ngày trả', cell: (row: Payment) => formatDay(row.paidOn) },
  { head: 'Số tiền', number: true, cell: (row: Payment) => moneyWords(row.amount) },
];
