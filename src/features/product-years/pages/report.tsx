import { mayTellYear } from '#law/product-years';
import { page } from '#platform/http/page';
import { Button, Form, FormEnd, formatDay, Note, SelectField } from '#ui';
import { YearFields } from '../parts.tsx';
import { askedOn, yearProduct, yearsOfProduct } from '../queries.ts';
import { byProduct, reportQuery } from '../schema.ts';
import { yearPaths } from '../urls.ts';

/** Tells a year of a product: by its producer on the phone, or by an officer for it. Years told already are not offered. */
export const reportYearPage = page({
  permission: 'productYear.report',
  params: byProduct,
  query: reportQuery,
  subject: ({ product }) => product,
  shell: 'auto',
  async load(ctx, { product: id }, { nam }) {
    const [product, years, asked] = await Promise.all([
      yearProduct(ctx.db, id),
      yearsOfProduct(ctx.db, id),
      askedOn(ctx.db, ctx.day, ctx.actor.area),
    ]);
    const told = new Set(years.map(({ year }) => year));
    const now = Number(ctx.day.slice(0, 4));
    const offered = Array.from({ length: now - product.firstYear + 1 }, (_, past) => now - past).filter(
      (year) => !told.has(year) && mayTellYear(year, product.firstYear, ctx.day).ok,
    );
    const chosen = offered.find((year) => year === nam) ?? offered.find((year) => year === asked.year) ?? offered[0];
    return { product, offered, chosen, asked, unit: years[0]?.versions[0]?.quantityUnit };
  },
  head: ({ product }, ctx) => ({
    title: `Báo số liệu năm – ${product.name}`,
    up: { href: `/so-san-pham/${product.id}`, words: product.name },
    here: ctx.actor.role === 'producer' ? '/cua-toi/san-pham' : '/so-san-pham',
  }),
  view: ({ product, offered, chosen, asked, unit }, ctx) => (
    <div class="form stack-5">
      <h1>Báo số liệu năm</h1>
      <p class="ink2">
        {product.name}.
        {offered.includes(asked.year) && ` Số liệu năm ${asked.year} báo đến hết ngày ${formatDay(asked.due)}.`}
      </p>
      {ctx.actor.role !== 'producer' && (
        <Note kind="info" title="Nhập hộ chủ thể.">
          Ghi theo số liệu chủ thể đã cho biết; hệ thống ghi là cán bộ nhập hộ.
        </Note>
      )}
      {chosen === undefined ? (
        <Note kind="info" title="Mọi năm đã được báo.">
          Muốn sửa năm nào, mở năm đó ở <a href={`/so-san-pham/${product.id}#so-lieu-nam`}>hồ sơ sản phẩm</a>.
        </Note>
      ) : (
        <Form action={yearPaths.report(product.id)} state={ctx.form('productYear.report')} class="stack-5">
          <SelectField
            name="year"
            label="Năm"
            value={String(chosen)}
            choices={offered.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <YearFields unit={unit} />
          <FormEnd>
            <Button kind="main">Gửi xã xem</Button>
            <Button kind="bare" href={`/so-san-pham/${product.id}`}>
              Không, quay về
            </Button>
          </FormEnd>
        </Form>
      )}
    </div>
  ),
});
