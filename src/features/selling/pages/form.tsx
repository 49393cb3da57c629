import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Checkboxes, Form, FormEnd, type FormState, TextArea, TextField } from '#ui';
import { readSelling, type Selling, sellingHead } from '../queries.ts';
import { MONTHS, MOST_LINKS } from '../schema.ts';
import { sellingPaths } from '../urls.ts';

interface Data {
  readonly id: string;
  readonly head: { name: string; version: number };
  readonly selling: Selling | null;
}

/** The form in which a producer, or its commune, says where a product is sold. */
export const sellingPage = page({
  permission: 'product.declareSelling',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }): Promise<Data> {
    const head = await sellingHead(ctx.db, id);
    if (head === undefined) throw notFound();
    return { id, head, selling: await readSelling(ctx.db, id) };
  },
  head: ({ id, head }) => ({
    title: `Nơi bán, mùa vụ: ${head.name}`,
    up: { href: `/so-san-pham/${id}`, words: head.name },
  }),
  view: (data, ctx) => <SellingForm {...data} state={ctx.form('product.declareSelling')} />,
});

const MONTH_CHOICES = [
  { value: 'all', label: 'Quanh năm' },
  ...MONTHS.map((month) => ({ value: month, label: `Tháng ${month}` })),
];

function SellingForm({ id, head, selling, state }: Data & { state: FormState }) {
  const season = selling?.season ?? [];
  return (
    <div class="page form stack-5">
      <div class="stack-2">
        <h1>Nơi bán, mùa vụ</h1>
        <p class="ink2">
          {head.name}. Người mua thấy ở trang sản phẩm, có ghi rõ là do chủ thể hoặc xã khai. Ghi xong có thể sửa bất cứ
          lúc nào.
        </p>
      </div>
      <Form action={sellingPaths.form(id)} state={state} version={head.version} class="stack-5">
        {Array.from({ length: MOST_LINKS }, (_, at) => (
          <TextField
            key={`link${at + 1}`}
            name={`links.${at}.href`}
            label={`Trang bán hàng ${at + 1}`}
            hint={at === 0 ? 'Trang của mình hoặc gian hàng trên sàn, ví dụ: https://htx-chu.vn' : undefined}
            value={selling?.links[at]}
            optional
          />
        ))}
        <TextArea
          name="place"
          label="Cửa hàng, điểm bán"
          hint="Mỗi nơi một dòng, ví dụ: Chợ trung tâm phường Chũ"
          value={selling?.place}
          rows={3}
          optional
        />
        <Checkboxes
          name="season"
          label="Tháng có hàng"
          choices={MONTH_CHOICES}
          values={season.length === 12 ? ['all'] : season.map(String)}
          optional
        />
        <FormEnd>
          <Button kind="main">Lưu nơi bán, mùa vụ</Button>
          <Button kind="bare" href={`/san-pham/${id}`}>
            Xem trang sản phẩm
          </Button>
        </FormEnd>
      </Form>
    </div>
  );
}
