import { Course } from '#features/history';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { historyOf } from '#platform/ledger/read';
import { notFound } from '#platform/refusal';
import { Button, DateField, Form, FormEnd, type FormState, Note, StatusTag, TextField } from '#ui';
import { findPoint, type Point, productsAt, productsToOffer } from '../queries.ts';
import { oneQuery } from '../schema.ts';
import { pointPaths } from '../urls.ts';
import { daysWords } from '../words.ts';
import { communesOf } from './communes.ts';
import { PointFields } from './fields.tsx';
import { Products } from './products.tsx';

const OFFERED = 40;

/** One point for the office that keeps it: products, corrections, closing. */
export const pointPage = page({
  permission: 'salePoint.read',
  params: byId,
  subject: ({ id }) => id,
  query: oneQuery,
  shell: 'desk',
  async load(ctx, { id }, { tim }) {
    const [point, products, may, history] = await Promise.all([
      findPoint(ctx.db, id, ctx.day),
      productsAt(ctx.db, id, ctx.day),
      ctx.may('salePoint.correct', id),
      historyOf(ctx.db, id, { limit: 50 }),
    ]);
    if (point === undefined) throw notFound();
    const mayChange = may && point.state !== 'withdrawn';
    const [communes, offered] = await Promise.all([
      mayChange ? communesOf(ctx) : [],
      mayChange && tim ? productsToOffer(ctx.db, id, tim, OFFERED) : [],
    ]);
    return { point, products, mayChange, history, communes, offered, tim };
  },
  head: ({ point }) => ({
    title: point.name,
    here: '/so-san-pham',
    up: { href: pointPaths.list, words: 'Điểm giới thiệu, bán sản phẩm' },
  }),
  view: ({ point, products, mayChange, history, communes, offered, tim }, ctx) => (
    <div class="stack-7 max-w-[46rem]">
      <header class="stack-2">
        <h1>{point.name}</h1>
        <div class="row between">
          <StatusTag status={`salePoint.${point.state}`} />
          {point.state === 'open' && (
            <Button kind="bare" href={pointPaths.openOne(point.id, 'vi')}>
              Trang công khai
            </Button>
          )}
        </div>
        <p class="ink2">
          {point.address}, {point.unitName}. Mở {daysWords(point)}.
        </p>
      </header>
      {point.invented && <Note kind="info" title="Dữ liệu giả định, để dùng thử." />}
      <Products
        point={point}
        products={products}
        offered={offered}
        tim={tim}
        change={mayChange && point.state === 'open' ? ctx.form('salePoint.offer') : null}
      />
      {mayChange && point.state === 'open' && (
        <details class="box" open={ctx.form('salePoint.correct').errors.length > 0}>
          <summary>Sửa thông tin</summary>
          <Form
            action={pointPaths.one(point.id)}
            state={ctx.form('salePoint.correct')}
            version={point.version}
            class="stack-5 mt-4"
          >
            <PointFields value={point} communes={communes} />
            <TextField name="reason" label="Lý do sửa" maxLength={300} />
            <FormEnd>
              <Button kind="main">Lưu</Button>
            </FormEnd>
          </Form>
        </details>
      )}
      {mayChange && (
        <Ends
          point={point}
          close={ctx.form('salePoint.close')}
          reopen={ctx.form('salePoint.reopen')}
          withdraw={ctx.form('salePoint.withdraw')}
        />
      )}
      <Course history={history} />
    </div>
  ),
});

interface EndsProps {
  readonly point: Point;
  readonly close: FormState;
  readonly reopen: FormState;
  readonly withdraw: FormState;
}

/** Closing, opening again, and taking away what was entered by mistake. */
function Ends({ point, close, reopen, withdraw }: EndsProps) {
  return (
    <>
      {point.state === 'open' ? (
        <details class="box" open={close.errors.length > 0 || close.message !== undefined}>
          <summary>Điểm này đã đóng</summary>
          <Form action={pointPaths.close(point.id)} state={close} version={point.version} class="stack mt-4">
            <DateField name="closed" label="Ngày bán cuối cùng" />
            <TextField name="reason" label="Lý do" maxLength={300} />
            <Button>Ghi đã đóng</Button>
          </Form>
        </details>
      ) : (
        <details class="box" open={reopen.errors.length > 0}>
          <summary>Mở lại</summary>
          <Form action={pointPaths.reopen(point.id)} state={reopen} version={point.version} class="stack mt-4">
            <TextField name="reason" label="Lý do" maxLength={300} />
            <Button>Mở lại</Button>
          </Form>
        </details>
      )}
      <details class="box" open={withdraw.errors.length > 0}>
        <summary>Ghi nhầm?</summary>
        <Form action={pointPaths.withdraw(point.id)} state={withdraw} version={point.version} class="stack mt-4">
          <TextField name="reason" label="Lý do rút" maxLength={300} />
          <Button kind="stop">Rút khỏi sổ</Button>
        </Form>
      </details>
    </>
  );
}
