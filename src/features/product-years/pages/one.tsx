import { Course } from '#features/history';
import type { FormState } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { type HistoryRow, historyOf } from '#platform/ledger/read';
import { Button, DataTable, Form, FormEnd, formatDay, formatNumber, Note, StatusTag, TextArea } from '#ui';
import { Figures } from '../parts.tsx';
import { type ProductYear, productYear, type Version } from '../queries.ts';
import { yearPaths } from '../urls.ts';
import { channelWords, jobsWords, moneyWords, quantityWords } from '../words.ts';

interface Data {
  readonly one: ProductYear;
  readonly history: readonly HistoryRow[];
  readonly may: { readonly mend: boolean; readonly accept: boolean };
}

/** One year of one product: the figures, what the commune says of them, every version, what happened. */
export const productYearPage = page({
  permission: 'productYear.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }): Promise<Data> {
    const [one, history, mend, accept] = await Promise.all([
      productYear(ctx.db, id),
      historyOf(ctx.db, id, { limit: 50 }),
      ctx.may('productYear.mend', id),
      ctx.may('productYear.accept', id),
    ]);
    return { one, history, may: { mend, accept } };
  },
  head: ({ one }, ctx) => ({
    title: `Số liệu năm ${one.year} – ${one.product.name}`,
    ...(ctx.actor.role === 'producer'
      ? { here: '/cua-toi/san-pham', up: { href: `/so-san-pham/${one.product.id}`, words: one.product.name } }
      : {
          here: '/so-san-pham',
          up: { href: yearPaths.listWith({ nam: one.year }), words: `Số liệu năm ${one.year}` },
        }),
  }),
  view: ({ one, history, may }, ctx) => {
    const { product, year, state, versions, accepted } = one;
    const [newest] = versions;
    return (
      <div class="stack-7 max-w-[46rem]">
        <header class="stack">
          <h1>Số liệu năm {year}</h1>
          <p class="ink2">
            <a href={`/so-san-pham/${product.id}`}>{product.name}</a>
            {product.producerName && ` · ${product.producerName}`}
          </p>
          <p>
            <StatusTag status={`productYear.${state}`} />
          </p>
          {state === 'returned' && <Returned history={history} />}
          {accepted !== null && accepted !== newest?.no && (
            <p class="sm ink2">Đang tính bản lần {accepted}, cho đến khi xã nhận bản mới.</p>
          )}
        </header>
        {newest && (
          <section class="stack">
            <Figures version={newest} />
            <p class="sm mut">
              Báo ngày {formatDay(newest.reportedOn)}
              {newest.byOffice && ', cán bộ nhập hộ'}.
            </p>
          </section>
        )}
        {may.mend && (
          <p>
            <Button href={yearPaths.mend(one.id)} icon="pen" kind={state === 'returned' ? 'main' : 'plain'}>
              {state === 'returned' ? 'Sửa rồi báo lại' : 'Sửa số liệu'}
            </Button>
          </p>
        )}
        {may.accept && state !== 'returned' && <Judge one={one} form={(name) => ctx.form(name)} />}
        {versions.length > 1 && <Versions one={one} />}
        <Course history={history} />
      </div>
    );
  },
});

function Returned({ history }: Pick<Data, 'history'>) {
  const last = history.find(({ action }) => action === 'productYear.return');
  return (
    <Note kind="soon" title="Xã trả lại để sửa.">
      {last?.reason}
      {last?.dueOn && ` Hạn báo lại: ngày ${formatDay(last.dueOn)}.`}
    </Note>
  );
}

/** What the commune decides: accept what was told, or return it with the reason. */
function Judge({ one, form }: { one: ProductYear; form(name: string): FormState }) {
  return (
    <section class="box stack-5">
      <h2 class="text-lg">Xã xem số liệu</h2>
      {one.state === 'reported' && (
        <Form action={yearPaths.accept(one.id)} state={form('productYear.accept')} version={one.version}>
          <Button kind="main" icon="check">
            Nhận số liệu
          </Button>
        </Form>
      )}
      <Form
        action={yearPaths.giveBack(one.id)}
        state={form('productYear.return')}
        version={one.version}
        class="stack"
        id="tra-lai"
      >
        <TextArea name="reason" label="Lý do trả lại" hint="Chủ thể đọc được lý do này" rows={2} />
        <FormEnd>
          <Button icon="back">Trả lại để sửa</Button>
        </FormEnd>
      </Form>
    </section>
  );
}

function Versions({ one: { versions, accepted } }: { one: ProductYear }) {
  return (
    <section class="stack">
      <h2 class="text-lg">Các lần báo</h2>
      <DataTable
        caption="Các lần báo"
        rows={versions}
        keyOf={({ no }) => String(no)}
        columns={[
          {
            head: 'Lần',
            rowHead: true,
            cell: ({ no }: Version) => `Lần ${formatNumber(no)}${no === accepted ? ' (đang tính)' : ''}`,
          },
          {
            head: 'Ngày',
            cell: ({ reportedOn, byOffice }: Version) => `${formatDay(reportedOn)}${byOffice ? ', nhập hộ' : ''}`,
          },
          { head: 'Sản lượng', cell: quantityWords },
          { head: 'Doanh thu', number: true, cell: ({ revenue }: Version) => moneyWords(revenue) },
          { head: 'Lao động', cell: jobsWords },
          { head: 'Bán ở đâu', cell: channelWords },
        ]}
      />
    </section>
  );
}
