import { productUrl } from '#features/portal';
import { Button, Checkboxes, Form, FormEnd, type FormState, TextField } from '#ui';
import type { Offered, Point } from '../queries.ts';
import { pointPaths } from '../urls.ts';

interface ProductsProps {
  readonly point: Point;
  readonly products: readonly Offered[];
  /** What a search found; empty before one. */
  readonly offered: readonly Omit<Offered, 'star'>[];
  readonly tim: string | undefined;
  /** The form's state; null for who may not change the list. */
  readonly change: FormState | null;
}

const choicesOf = (rows: readonly Omit<Offered, 'star'>[]) =>
  rows.map(({ id, name, producer }) => ({ value: id, label: name, hint: producer ?? undefined }));

/** Products sold at a point; found by name and added, or taken off. */
export function Products({ point, products, offered, tim, change }: ProductsProps) {
  return (
    <section class="stack-5" aria-labelledby="san-pham">
      <h2 class="text-lg" id="san-pham">
        Sản phẩm bán ở đây ({products.length})
      </h2>
      {products.length === 0 ? (
        <p class="ink2">Chưa ghi sản phẩm nào.</p>
      ) : (
        <ul class="stack">
          {products.map(({ id, name, producer, star }) => (
            <li key={id}>
              <a class="inline-block py-1" href={productUrl(id, 'vi')}>
                {name}
              </a>
              <span class="sm ink2 block">
                {[producer, star === null ? 'không có giấy chứng nhận còn hiệu lực' : `${star} sao`]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {change !== null && (
        <details class="box" open={tim !== undefined || change.errors.length > 0}>
          <summary>Thêm, bỏ sản phẩm</summary>
          <div class="stack-5 mt-4">
            <Form action={pointPaths.one(point.id)} method="get" label="Tìm sản phẩm" class="row items-end">
              <TextField name="tim" label="Tìm tên sản phẩm, chủ thể" value={tim} width="mid" optional />
              <Button>Tìm</Button>
            </Form>
            {tim !== undefined && offered.length === 0 && (
              <p class="ink2">Không thấy sản phẩm nào có trang công khai. Thử tên ngắn hơn.</p>
            )}
            {offered.length + products.length > 0 && (
              <Form action={pointPaths.offer(point.id)} state={change} version={point.version} class="stack-5">
                {offered.length > 0 && (
                  <Checkboxes name="join" label="Bán ở đây" choices={choicesOf(offered)} optional="sometimes" />
                )}
                {products.length > 0 && (
                  <Checkboxes name="leave" label="Không còn bán" choices={choicesOf(products)} optional="sometimes" />
                )}
                <FormEnd>
                  <Button kind="main">Lưu sản phẩm</Button>
                </FormEnd>
              </Form>
            )}
          </div>
        </details>
      )}
    </section>
  );
}
