import { sql } from 'kysely';
import { meanText } from '#law/stars';
import { page } from '#platform/http/page';
import { Button, Checkboxes, Form, Icon, Note, SelectField, TextField } from '#ui';
import { judgedProducts } from '../queries.ts';
import { practicePaths } from '../urls.ts';

/** Makes a practice from products the office's councils have judged. */
export const makePracticePage = page({
  permission: 'practice.make',
  shell: 'desk',
  async load(ctx) {
    const { rows: councils } = await sql<{ id: string; name: string; act: string }>`
      select c.id, c.name, c.act from council c join lifecycle l on l.id = c.id
       where l.state = 'active' and ${ctx.within('council.read', 'l')} order by c.act_date desc, c.id limit 50`.execute(
      ctx.db,
    );
    return { councils, products: await judgedProducts(ctx.db, ctx.actor.area) };
  },
  head: () => ({ title: 'Lập phiên tập chấm', here: '/hoi-dong' }),
  view: ({ councils, products }, ctx) => (
    <div class="stack-5">
      <div>
        <p class="mb-1">
          <a class="crumb" href={practicePaths.list}>
            <Icon name="left" />
            Phiên tập chấm
          </a>
        </p>
        <h1>Lập phiên tập chấm</h1>
        <p class="mut">
          Điểm Hội đồng, lời của chủ thể và tên giấy tờ được chép ra; hồ sơ và kết quả không đổi. Mọi thành viên chấm
          của Hội đồng nhận phiếu tập.
        </p>
      </div>
      {councils.length === 0 && <Note kind="soon" title="Chưa có Hội đồng đang hoạt động." />}
      {products.length === 0 && (
        <Note kind="soon" title="Chưa có sản phẩm nào đã mở điểm.">
          Phiên tập dùng sản phẩm Hội đồng đã chấm xong.
        </Note>
      )}
      <Form action={practicePaths.make} state={ctx.form('practice.make')} class="stack-4">
        <TextField name="title" label="Tên phiên tập" hint="Ví dụ: Tập chấm cho ủy viên mới năm 2026" />
        <SelectField
          name="council"
          label="Hội đồng"
          value={councils[0]?.id}
          choices={councils.map((one) => ({ value: one.id, label: `${one.name} (${one.act})` }))}
        />
        {products.length > 0 && (
          <Checkboxes
            name="dossiers"
            label="Sản phẩm để tập"
            hint="Chọn từ 1 đến 10 sản phẩm."
            choices={products.map(({ dossier, product, producer, known }) => ({
              value: dossier,
              label: product,
              hint: `${producer}, Hội đồng cho ${meanText(known)} điểm`,
            }))}
          />
        )}
        <Button kind="main" off={products.length === 0 ? 'Chưa có sản phẩm để tập.' : undefined}>
          Lập phiên tập chấm
        </Button>
      </Form>
    </div>
  ),
});
