import { z } from 'zod';
import { search } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { refused } from '#platform/refusal';
import {
  Button,
  DateField,
  EmptyState,
  FileField,
  Form,
  FormEnd,
  type FormState,
  formatDay,
  Radios,
  SelectField,
  TaskList,
  TextArea,
  TextField,
} from '#ui';
import { findPastProducts, type PastProduct, type PastUnit, pastProduct, pastUnits } from '../past.ts';
import { certificatePaths } from '../urls.ts';

const query = z.object({ q: search().catch(undefined), product: z.uuid().optional().catch(undefined) });

interface Data {
  readonly q: string | undefined;
  readonly found: readonly PastProduct[];
  readonly product: PastProduct | undefined;
  readonly units: readonly PastUnit[];
}

/** A recognition made before 22/5/2026, entered from its papers: product first, then the decision as it was (R8.5). */
export const recordPastPage = page({
  permission: 'recognition.recordPast',
  query,
  shell: 'desk',
  async load(ctx, _params, { q, product }): Promise<Data> {
    const { area } = ctx.actor;
    if (area === null) throw refused('Tài khoản này chưa gắn với tỉnh nào nên không ghi lại được.');
    const chosen = product ? await pastProduct(ctx.db, area, product) : undefined;
    return {
      q,
      found: q && !chosen ? await findPastProducts(ctx.db, area, q) : [],
      product: chosen,
      units: chosen ? await pastUnits(ctx.db, area) : [],
    };
  },
  head: () => ({
    title: 'Ghi lại lần công nhận cũ',
    here: certificatePaths.list,
    up: { href: certificatePaths.list, words: 'Giấy chứng nhận' },
  }),
  view: (data, ctx) =>
    data.product ? (
      <Entry product={data.product} units={data.units} state={ctx.form('recognition.recordPast')} />
    ) : (
      <Choose {...data} />
    ),
});

function Choose({ q, found }: Data) {
  return (
    <div class="form stack-5">
      <div>
        <h1>Ghi lại lần công nhận cũ</h1>
        <p class="ink2">Dành cho quyết định công nhận trước ngày 22/05/2026. Tìm sản phẩm trong sổ của tỉnh.</p>
      </div>
      <form action={certificatePaths.past} class="row items-end">
        <TextField name="q" label="Tên sản phẩm hoặc chủ thể" hint="Không cần gõ dấu" type="search" value={q} />
        <button class="btn" type="submit">
          Tìm
        </button>
      </form>
      {q && found.length === 0 && <EmptyState title="Không thấy sản phẩm nào">Thử tên ngắn hơn.</EmptyState>}
      {found.length > 0 && (
        <TaskList
          label="Sản phẩm"
          tasks={found.map(({ id, name, producerName }) => ({
            href: `${certificatePaths.past}?product=${id}`,
            name,
            state: 'work',
            choice: true,
            icon: 'box',
            hint: producerName ?? 'Chưa rõ chủ thể',
          }))}
        />
      )}
    </div>
  );
}

/** "Huyện Ân Thi (đến 30/06/2025)". */
const unitWords = ({ name, to }: PastUnit) => (to === null ? name : `${name} (đến ${formatDay(to)})`);

function Entry({ product, units, state }: { product: PastProduct; units: readonly PastUnit[]; state: FormState }) {
  return (
    <div class="form stack-5">
      <div>
        <p class="sm mut">{product.producerName}</p>
        <h1>{product.name}</h1>
        <p class="ink2">
          Ghi đúng như quyết định lúc đó. Hệ thống xét thẩm quyền, bộ tiêu chí và thời hạn theo ngày quyết định.
        </p>
      </div>
      <Form
        action={`${certificatePaths.past}?product=${product.id}`}
        state={state}
        hidden={{ product: product.id }}
        files
        label="Lần công nhận cũ"
      >
        <div class="fields">
          <TextField name="number" label="Số quyết định công nhận" hint="Ví dụ: 845/QĐ-UBND" width="mid" />
          <DateField name="dated" label="Ngày quyết định" />
          <SelectField
            name="unit"
            label="Ủy ban nhân dân đã công nhận"
            hint="Đơn vị theo tên và địa giới lúc đó"
            choices={units.map((one) => ({ value: one.id, label: unitWords(one) }))}
            empty="Chọn đơn vị"
          />
          <Radios
            name="star"
            label="Hạng"
            look="inline"
            choices={[
              { value: '3', label: '3 sao' },
              { value: '4', label: '4 sao' },
            ]}
          />
          <TextField name="signatory" label="Người ký" optional />
          <TextField name="productName" label="Tên sản phẩm ghi trên quyết định" value={product.name} />
          <TextField
            name="producerName"
            label="Tên chủ thể ghi trên quyết định"
            value={product.producerName}
            optional
          />
          <TextField name="address" label="Địa chỉ ghi trên quyết định" value={product.address} optional />
          <TextField name="productCode" label="Mã số sản phẩm" hint="Như in trên giấy cũ" width="mid" optional />
          <TextField name="council" label="Hội đồng đánh giá" hint="Ví dụ: Hội đồng OCOP huyện Ân Thi" optional />
          <DateField name="heldOn" label="Ngày Hội đồng họp" optional />
          <TextField name="points" label="Điểm trung bình" inputMode="decimal" width="num" optional />
          <TextArea
            name="sheets"
            label="Điểm của từng thành viên"
            hint="Mỗi thành viên một dòng: Nguyễn Văn A; Phòng Kinh tế; 62"
            rows={5}
            optional
          />
          <FileField name="file" label="Bản quét quyết định" accept=".pdf,image/*" optional />
          <FileField
            name="papers"
            label="Hồ sơ, phiếu chấm, biên bản"
            hint="Chọn được nhiều tệp PDF hoặc ảnh, tối đa 20 tệp."
            accept=".pdf,image/*"
            multiple
            optional
          />
        </div>
        <FormEnd>
          <Button kind="main">Ghi vào sổ</Button>
          <Button kind="bare" href={certificatePaths.past}>
            Chọn sản phẩm khác
          </Button>
        </FormEnd>
      </Form>
    </div>
  );
}
