import { page } from '#platform/http/page';
import { EmptyState, Form, type FormState } from '#ui';
import { type Unsettled, unsettled } from '../settle.ts';
import { unitChangePaths } from '../urls.ts';

const MOST = 100;

/** What lay in a divided unit: one press says in which part it lies now. */
export const settlePage = page({
  permission: 'producer.correct',
  shell: 'desk',
  async load(ctx) {
    const rows = await unsettled(ctx.db, ctx.within('producer.correct', 'l'), ctx.day, MOST + 1);
    return { rows: rows.slice(0, MOST), more: rows.length > MOST };
  },
  head: () => ({
    title: 'Cần xếp lại xã',
    here: '/so-san-pham',
    up: { href: '/so-san-pham', words: 'Danh bạ sản phẩm' },
  }),
  view: ({ rows, more }, ctx) => (
    <div class="stack-5">
      <div>
        <h1>Cần xếp lại xã</h1>
        <p class="mut">
          Xã cũ đã chia cho nhiều xã; hệ thống không đoán. Hỏi chủ thể rồi chọn xã hiện nay. Sản phẩm và hồ sơ đang làm
          ở cùng nơi đi theo chủ thể.
        </p>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Không còn gì phải xếp lại">
          Mọi chủ thể, sản phẩm của xã đã chia đều có xã hiện nay.
        </EmptyState>
      ) : (
        <ul class="lines">
          {rows.map((row) => (
            <Row key={row.id} row={row} state={ctx.form('place.settle', row.id)} />
          ))}
        </ul>
      )}
      {more && <p class="sm mut">Còn nữa: xếp xong các dòng trên sẽ thấy tiếp.</p>}
    </div>
  ),
});

function Row({ row, state }: { row: Unsettled; state: FormState }) {
  const path = row.kind === 'producer' ? `/so-chu-the/${row.id}` : `/so-san-pham/${row.id}`;
  return (
    <li class="stack-2 py-3">
      <div>
        <b>
          <a href={path}>{row.name}</a>
        </b>
        {row.kind === 'producer' && row.products > 0 && <span class="mut">, {row.products} sản phẩm</span>}
        <span class="sm mut block">
          {[row.who, row.address && `Địa chỉ ghi: ${row.address}`, `Xã cũ: ${row.former}`].filter(Boolean).join(' · ')}
        </span>
      </div>
      <Form
        action={`${unitChangePaths.settle}/${row.id}`}
        state={state}
        version={row.version}
        class="row"
        label={`Xếp lại xã cho ${row.name}`}
      >
        {row.choices.map(({ id, name }) => (
          <button key={id} class="btn small" type="submit" name="commune" value={id}>
            {id === row.formerId ? `Vẫn ở ${name}` : name}
          </button>
        ))}
      </Form>
    </li>
  );
}
