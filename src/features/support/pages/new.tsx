import { page } from '#platform/http/page';
import { Button, EmptyState, Form, FormEnd, TextField } from '#ui';
import { listPolicies } from '../policies.ts';
import { type Maker, producersNamed, producerWithin, recognitionsOf } from '../queries.ts';
import { newQuery } from '../schema.ts';
import { supportPaths } from '../urls.ts';
import { PaymentFields } from './fields.tsx';

const OFFERED = 30;

/** Enters a payment: first whom it was paid to, then what, how much, by which decision. */
export const newSupportPage = page({
  permission: 'support.record',
  query: newQuery,
  shell: 'desk',
  async load(ctx, _params, { tim, chuthe }) {
    const reach = ctx.within('producer.correct', 'l');
    const maker = chuthe === undefined ? undefined : await producerWithin(ctx.db, chuthe, reach, ctx.day);
    const [found, policies, recognitions] = await Promise.all([
      maker ? [] : producersNamed(ctx.db, { q: tim, reach, day: ctx.day }, OFFERED + 1),
      maker ? listPolicies(ctx.db, ctx.within('supportPolicy.read', 'l')) : [],
      maker ? recognitionsOf(ctx.db, maker.id) : [],
    ]);
    return { tim, maker, found, policies, recognitions };
  },
  head: () => ({
    title: 'Ghi khoản hỗ trợ',
    here: '/viec-cua-toi',
    up: { href: supportPaths.list, words: 'Hỗ trợ đã trả' },
  }),
  view: ({ tim, maker, found, policies, recognitions }, ctx) => (
    <div class="form stack-5">
      <h1>Ghi khoản hỗ trợ</h1>
      {maker === undefined ? (
        <Choose tim={tim} found={found} />
      ) : (
        <>
          <p>
            Trả cho <b>{maker.name}</b>
            {maker.place && <span class="sub">{maker.place}</span>}
            <a class="inline-block py-1" href={supportPaths.new}>
              Chọn chủ thể khác
            </a>
          </p>
          <Form action={supportPaths.newFor(maker.id)} state={ctx.form('support.record')} class="stack-5">
            <input type="hidden" name="producer" value={maker.id} />
            <PaymentFields policies={policies} recognitions={recognitions} />
            <FormEnd>
              <Button kind="main">Ghi khoản hỗ trợ</Button>
              <Button kind="bare" href={supportPaths.list}>
                Không, quay về
              </Button>
            </FormEnd>
          </Form>
        </>
      )}
    </div>
  ),
});

function Choose({ tim, found }: { tim: string | undefined; found: readonly Maker[] }) {
  return (
    <>
      <Form action={supportPaths.new} method="get" label="Tìm chủ thể" class="row items-end">
        <TextField name="tim" label="Chủ thể được trả" hint="Một phần tên là đủ" value={tim} width="mid" optional />
        <Button>Tìm</Button>
      </Form>
      {found.length === 0 ? (
        <EmptyState title="Không thấy chủ thể nào">Thử tên ngắn hơn. Chỉ chủ thể trong địa bàn hiện ở đây.</EmptyState>
      ) : (
        <ul class="stack">
          {found.slice(0, OFFERED).map(({ id, name, place }) => (
            <li key={id}>
              <a class="inline-block py-1" href={supportPaths.newFor(id)}>
                {name}
              </a>
              {place && <span class="sm ink2 block">{place}</span>}
            </li>
          ))}
        </ul>
      )}
      {found.length > OFFERED && <p class="sm mut">Còn nữa. Gõ thêm tên để thu hẹp.</p>}
    </>
  );
}
