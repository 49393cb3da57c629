import { z } from 'zod';
import { moneyWords, type ProductYear, quantityWords, shownOf, yearsOfProduct } from '#features/product-years';
import type { PartOn } from '#features/record-parts';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Checkboxes, Form, FormEnd, type FormState, formatDay, Note, Radios, TextField } from '#ui';
import { judged, sameDecision, type Yielding } from '../join-yields.ts';
import { apartOf, type Hanging, hangingOn } from '../pair.ts';
import { chainOf, factsOf, getProduct, recordOn } from '../record.ts';
import type { Takeable } from '../sections.ts';
import { productPaths } from '../urls.ts';
import { Compared, type Side } from './pair-table.tsx';

interface Data {
  /** The record that is kept. */
  readonly kept: Side;
  readonly left: Side;
  readonly apart: Awaited<ReturnType<typeof apartOf>>;
  readonly yielding: Yielding;
}

/** Two records side by side: join them, or say that they are two. */
export const productPairPage = page({
  permission: 'product.join',
  params: z.object({ id: uuid(), other: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, other }): Promise<Data> {
    if (id === other || !(await ctx.may('product.join', other))) throw notFound();
    const side = async (one: string): Promise<Side> => {
      const [row, facts, chain, years, hanging] = await Promise.all([
        getProduct(ctx.db, one, ctx.day),
        factsOf(ctx.db, one),
        chainOf(ctx.db, one, ctx.day),
        yearsOfProduct(ctx.db, one),
        hangingOn(ctx.db, one),
      ]);
      if (row.joinedInto !== null) throw notFound();
      return { row, chain, years, hanging, parts: recordOn(row, facts, ctx.day, ctx.day) };
    };
    const [kept, left, apart] = await Promise.all([side(id), side(other), apartOf(ctx.db, id, other)]);
    return { kept, left, apart, yielding: yieldingIn(kept, left) };
  },
  head: ({ kept }) => ({
    title: 'So hai hồ sơ sản phẩm',
    here: '/so-san-pham',
    up: { href: productPaths.others(kept.row.id), words: 'Sản phẩm khác của chủ thể' },
  }),
  view: (data, ctx) => <Pair {...data} join={ctx.form('product.join')} apartForm={ctx.form('product.keepApart')} />,
});

/** What becomes of the recognitions in force, as the act will judge it. */
function yieldingIn(kept: Side, left: Side): Yielding {
  const running = [kept, left].flatMap(({ row, chain }) =>
    chain
      .filter(({ life }) => life === 'inForce')
      .map(({ id, star, decision, issuedLatest, issuedHere }) => ({
        ...{ id, star, decision, issued: issuedLatest, product: row.id, here: issuedHere },
      })),
  );
  const sorted = running.toSorted(
    (a, b) =>
      (b.issued ?? '').localeCompare(a.issued ?? '') ||
      Number(b.here) - Number(a.here) ||
      Number(b.star !== null) - Number(a.star !== null) ||
      Number(b.product === kept.row.id) - Number(a.product === kept.row.id) ||
      a.id.localeCompare(b.id),
  );
  return judged(sorted);
}

function Pair({ kept, left, apart, yielding, join, apartForm }: Data & { join: FormState; apartForm: FormState }) {
  const [id, other] = [kept.row.id, left.row.id];
  const clashes = clashesOf(kept, left);
  const parts = takeable(kept, left);
  return (
    <div class="stack-7 max-w-[60rem]">
      <header class="stack">
        <h1>So hai hồ sơ sản phẩm</h1>
        <p class="ink2">Hệ thống không tự nhập; bạn xem rồi quyết định.</p>
        {apart && (
          <Note kind="info" title={`Đã ghi không trùng ngày ${formatDay(apart.on)}.`}>
            {apart.reason}
          </Note>
        )}
      </header>
      <Compared kept={kept} left={left} />
      <p>
        <Button href={productPaths.pair(other, id)} icon="swap">
          Đổi: giữ hồ sơ kia
        </Button>
      </p>
      <section class="stack" aria-labelledby="nhap">
        <h2 id="nhap">Là một sản phẩm: nhập lại</h2>
        <p class="ink2">
          Giữ “{kept.row.name}”. Công nhận, hồ sơ, mã sản phẩm, ảnh, số liệu năm của “{left.row.name}” chuyển sang;
          trang cũ dẫn sang trang được giữ, mã cũ vẫn tra được. Giấy chứng nhận đã cấp giữ nguyên tên. Tách lại được khi
          chưa có việc mới.
        </p>
        <Outcome yielding={yielding} kept={kept} left={left} />
        <Form
          action={productPaths.pair(id, other)}
          state={join}
          version={kept.row.version}
          hidden={{ otherVersion: String(left.row.version) }}
        >
          {parts.length > 0 && (
            <Checkboxes
              name="take"
              label="Lấy từ hồ sơ nhập vào"
              hint="Phần không đánh dấu giữ theo hồ sơ giữ lại. Nội dung cũ vẫn còn trong lịch sử."
              optional="sometimes"
              values={parts.filter(({ missing }) => missing).map(({ key }) => key)}
              choices={parts.map(({ key, title }) => ({ value: key, label: title }))}
            />
          )}
          {clashes.map(({ year, own, theirs }) => (
            <Radios
              key={year}
              name={`years.${year}`}
              label={`Năm ${year}: hai hồ sơ đều có số liệu. Giữ số nào?`}
              hint="Số kia được để riêng, không tính nữa, vẫn còn trong lịch sử."
              choices={[
                { value: 'kept', label: `Hồ sơ giữ lại: ${figuresOf(own)}` },
                { value: 'left', label: `Hồ sơ nhập vào: ${figuresOf(theirs)}` },
              ]}
            />
          ))}
          <TextField name="reason" label="Vì sao là một sản phẩm" maxLength={500} />
          <FormEnd>
            <Button kind="main">Nhập hai hồ sơ</Button>
          </FormEnd>
        </Form>
      </section>
      {!apart && (
        <section class="stack" aria-labelledby="khong-trung">
          <h2 id="khong-trung">Là hai sản phẩm: không trùng</h2>
          <Form action={productPaths.apart(id, other)} state={apartForm} version={kept.row.version}>
            <TextField name="reason" label="Vì sao không trùng" maxLength={500} />
            <FormEnd>
              <Button>Ghi không trùng</Button>
            </FormEnd>
          </Form>
        </section>
      )}
    </div>
  );
}

/** What the register will say of its star, before anybody presses. */
function Outcome({ yielding: { stands, yields }, kept, left }: Pick<Data, 'yielding' | 'kept' | 'left'>) {
  if (stands === null || yields.length === 0) return null;
  const side = stands.product === kept.row.id ? kept : left;
  return (
    <Note kind="info" title={`Sau khi nhập, sản phẩm theo lần công nhận ${recognitionWords(stands)}.`}>
      {yields.map((one) => (
        <span key={one.id} class="block">
          {sameDecision(one, stands)
            ? `Lần ${recognitionWords(one)} cùng quyết định đó: ghi là đã ghi hai lần.`
            : `Lần ${recognitionWords(one)} được thay từ ngày ${formatDay(stands.issued ?? '')}.`}
        </span>
      ))}
      {side === left && <span class="block">Lần đó đang ở hồ sơ nhập vào.</span>}
    </Note>
  );
}

const recognitionWords = ({ star, decision, issued }: NonNullable<Yielding['stands']>): string =>
  [star === null ? 'không ghi sao' : `${star} sao`, decision, issued && `ngày ${formatDay(issued)}`]
    .filter(Boolean)
    .join(', ');

/** Years both tell of. */
function clashesOf(kept: Side, left: Side) {
  return kept.years.flatMap((own) => {
    const theirs = left.years.find(({ year }) => year === own.year);
    return theirs ? [{ year: own.year, own, theirs }] : [];
  });
}

function figuresOf(one: ProductYear): string {
  const version = shownOf(one);
  const state = one.accepted === null ? 'xã chưa nhận' : 'xã đã nhận';
  return version ? `${quantityWords(version)}, doanh thu ${moneyWords(version.revenue)} (${state})` : state;
}

/** Parts of the record that is given up that say something else, and those the kept one lacks. */
function takeable(kept: Side, left: Side): { key: Takeable; title: string; missing: boolean }[] {
  const parts = left.parts.flatMap(({ part, value }) => {
    if (part.many || value === null) return [];
    const own = kept.parts.find((one) => one.part.key === part.key)?.value ?? null;
    if (own !== null && words(part, own) === words(part, value)) return [];
    return [
      { key: part.key as Takeable, title: part.title, missing: own === null || words(part, own) === BLANK(part) },
    ];
  });
  const once = (key: 'national' | 'selling', title: string) =>
    kept.hanging[key] !== null && left.hanging[key] !== null && said(kept.hanging, key) !== said(left.hanging, key)
      ? [{ key, title, missing: false }]
      : [];
  return [...parts, ...once('national', 'Mã hệ thống quốc gia'), ...once('selling', 'Nơi bán, mùa vụ')];
}
const said = (of: Hanging, key: 'national' | 'selling') => JSON.stringify(of[key]);
const words = (part: PartOn['part'], value: NonNullable<PartOn['value']>) =>
  JSON.stringify(part.fields.map(({ name }) => value[name] ?? null));
const BLANK = (part: PartOn['part']) => JSON.stringify(part.fields.map(() => null));
