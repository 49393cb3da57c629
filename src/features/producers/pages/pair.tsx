import { z } from 'zod';
import { factsOf, type PartOn } from '#features/record-parts';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Checkboxes, Form, FormEnd, type FormState, formatDay, formatNumber, Note, TextField } from '#ui';
import { pairOf } from '../duplicates.ts';
import { REASONS } from '../likeness.ts';
import { countsOf, type Hanging } from '../people.ts';
import { factsOf as datedFacts, getProducer, type ProducerRow, recordOn } from '../record.ts';
import { producerPaths } from '../urls.ts';

interface Side {
  readonly row: ProducerRow;
  readonly parts: readonly PartOn[];
  readonly hanging: Hanging;
}
interface Data {
  /** The record that is kept. */
  readonly kept: Side;
  readonly left: Side;
  readonly pair: Awaited<ReturnType<typeof pairOf>>;
}

/** Two records side by side: join them, or say that they are two. */
export const pairPage = page({
  permission: 'producer.join',
  params: z.object({ id: uuid(), other: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, other }): Promise<Data> {
    if (id === other || !(await ctx.may('producer.join', other))) throw notFound();
    const side = async (one: string): Promise<Side> => {
      const [row, facts, hanging] = await Promise.all([
        getProducer(ctx.db, one, ctx.day),
        datedFacts(ctx.db, one),
        countsOf(ctx.db, one),
      ]);
      if (row.joinedInto !== null) throw notFound();
      return { row, hanging, parts: recordOn(row, facts, ctx.day, ctx.day) };
    };
    const [kept, left, pair] = await Promise.all([side(id), side(other), pairOf(ctx.db, id, other)]);
    return { kept, left, pair };
  },
  personal: (_data, { id }) => ({ subject: id, what: 'producer pair' }),
  head: () => ({ title: 'So hai hồ sơ chủ thể', here: '/so-san-pham' }),
  view: (data, ctx) => <Pair {...data} join={ctx.form('producer.join')} apart={ctx.form('producer.keepApart')} />,
});

function Pair({ kept, left, pair, join, apart }: Data & { join: FormState; apart: FormState }) {
  const [id, other] = [kept.row.id, left.row.id];
  return (
    <div class="stack-7 max-w-[60rem]">
      <header class="stack">
        <p>
          <a class="crumb" href={producerPaths.duplicates}>
            Có thể trùng
          </a>
        </p>
        <h1>So hai hồ sơ chủ thể</h1>
        {pair && (
          <p class="ink2">
            {pair.reasons.map((reason) => REASONS[reason]).join(' · ')} (mức {pair.strength}/100)
          </p>
        )}
        {pair?.apartOn && (
          <Note kind="info" title={`Đã ghi không trùng ngày ${formatDay(pair.apartOn)}.`}>
            {pair.apartReason}
          </Note>
        )}
      </header>
      <Compared kept={kept} left={left} />
      <p>
        <Button href={producerPaths.pair(other, id)} icon="swap">
          Đổi: giữ hồ sơ bên phải
        </Button>
      </p>
      <section class="stack" aria-labelledby="nhap">
        <h2 id="nhap">Là một chủ thể: nhập lại</h2>
        <p class="ink2">
          Giữ “{kept.row.name}”. Sản phẩm, công nhận, hồ sơ, giấy tờ và người dùng của “{left.row.name}” chuyển sang;
          địa chỉ trang cũ dẫn sang trang được giữ. Giấy chứng nhận đã cấp giữ nguyên tên. Tách lại được khi chưa có
          việc mới.
        </p>
        <Form
          action={producerPaths.pair(id, other)}
          state={join}
          version={kept.row.version}
          hidden={{ otherVersion: String(left.row.version) }}
        >
          {takeable(kept, left).length > 0 && (
            <Checkboxes
              name="take"
              label="Lấy từ hồ sơ bên phải"
              hint="Phần không đánh dấu giữ theo hồ sơ bên trái. Nội dung cũ vẫn còn trong lịch sử."
              optional="sometimes"
              values={takeable(kept, left)
                .filter(({ missing }) => missing)
                .map(({ key }) => key)}
              choices={takeable(kept, left).map(({ key, title }) => ({ value: key, label: title }))}
            />
          )}
          <TextField name="reason" label="Vì sao là một chủ thể" maxLength={500} />
          <FormEnd>
            <Button kind="main">Nhập hai hồ sơ</Button>
          </FormEnd>
        </Form>
      </section>
      {!pair?.apartOn && pair && (
        <section class="stack" aria-labelledby="khong-trung">
          <h2 id="khong-trung">Là hai chủ thể: không trùng</h2>
          <Form action={producerPaths.apart(id, other)} state={apart} version={kept.row.version}>
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

/** Parts of the record that is given up that say something else, and those the kept one lacks. */
function takeable(kept: Side, left: Side) {
  return left.parts.flatMap(({ part, value }) => {
    if (value === null) return [];
    const own = kept.parts.find((one) => one.part.key === part.key)?.value ?? null;
    if (own !== null && JSON.stringify(words(part, own)) === JSON.stringify(words(part, value))) return [];
    return [{ key: part.key, title: part.title, missing: own === null }];
  });
}
const words = (part: PartOn['part'], value: NonNullable<PartOn['value']>) =>
  part.fields.map(({ name }) => value[name] ?? null);

function Compared({ kept, left }: { kept: Side; left: Side }) {
  return (
    <table class="tb fold">
      <caption class="sr">Hai hồ sơ cạnh nhau</caption>
      <thead>
        <tr>
          <th scope="col">Phần</th>
          <th scope="col">Giữ lại</th>
          <th scope="col">Nhập vào</th>
        </tr>
      </thead>
      <tbody>
        {kept.parts.map((on, at) => {
          const other = left.parts[at];
          if (!other || (isBlank(on) && isBlank(other))) return null;
          return (
            <tr key={on.part.key}>
              <th scope="row" class="w">
                {on.part.title}
              </th>
              <td class="w" data-head="Giữ lại">
                <Said on={on} />
              </td>
              <td class="w" data-head="Nhập vào">
                <Said on={other} />
              </td>
            </tr>
          );
        })}
        <tr>
          <th scope="row" class="w">
            Đang gắn với
          </th>
          {[kept, left].map(({ row, hanging }, at) => (
            <td key={row.id} class="w" data-head={at === 0 ? 'Giữ lại' : 'Nhập vào'}>
              {formatNumber(hanging.products)} sản phẩm, {formatNumber(hanging.recognitions)} công nhận,{' '}
              {formatNumber(hanging.dossiers)} hồ sơ, {formatNumber(hanging.papers)} giấy tờ,{' '}
              {formatNumber(hanging.users)} người dùng. <a href={producerPaths.one(row.id)}>Mở hồ sơ</a>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

const isBlank = ({ value, items }: PartOn) => value === null && items.length === 0;

function Said({ on: { part, value, items } }: { on: PartOn }) {
  if (part.many) return <>{items.length === 0 ? 'Chưa ghi' : `${items.length} ${part.many.one}`}</>;
  if (value === null) return <span class="mut">Chưa ghi</span>;
  const facts = factsOf(part, value);
  if (facts.length === 1) return <>{facts[0]?.value}</>;
  return (
    <>
      {facts.map(({ term, value: said }) => (
        <span key={term} class="block">
          <span class="mut">{term}: </span>
          {said}
        </span>
      ))}
    </>
  );
}
