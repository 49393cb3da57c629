import type { ProductSet } from '#law/rulebooks';
import type { FormState } from '#platform/http/context';
import { Button, FactsList, FileField, Form, FormEnd, Note, Radios, TextField } from '#ui';
import type { KindChoice, StartProducer } from '../choosing.ts';
import { setWords } from '../progress.ts';
import type { OwnProduct } from '../queries.ts';
import type { ApplicationKind } from '../schema.ts';

const HINTS: Readonly<Record<ApplicationKind, string>> = {
  first: 'Sản phẩm chưa từng được công nhận, hoặc nộp lại từ đầu',
  upgrade: 'Đang có sao và muốn hạng cao hơn',
  reEvaluation: 'Giấy chứng nhận sắp hết hạn hoặc đã hết hạn',
};

interface Props {
  action: string;
  form: FormState;
  officer: boolean;
  day: string;
  producer: StartProducer;
  /** null: a product that is not in the registry yet. */
  product: OwnProduct | null;
  set: ProductSet;
  kinds: readonly KindChoice[];
  kind: ApplicationKind | undefined;
  /** Address for choosing another set. */
  otherSet: string;
}

/** The last step: what will be begun, with the kind of application and, for an officer, the signed paper form. */
export function StartForm(props: Props) {
  const { producer, product, set, kinds, officer } = props;
  const possible = kinds.filter(({ why }) => why === null);
  const chosen = possible.find(({ kind }) => kind === props.kind) ?? possible[0];
  return (
    <Form
      action={props.action}
      state={props.form}
      files={officer}
      hidden={{ producer: producer.id, productSet: set.id, ...(product ? { product: product.id } : {}) }}
    >
      <div class="stack-5">
        <h1>Lập hồ sơ</h1>
        <FactsList
          facts={[
            { term: 'Chủ thể', value: producer.name },
            product && { term: 'Sản phẩm', value: product.name },
            {
              term: 'Bộ sản phẩm',
              value: setWords(set),
              sub: <a href={props.otherSet}>Chọn bộ khác</a>,
            },
          ]}
        />
        {!product && (
          <TextField name="newProduct" label="Tên sản phẩm" hint="Đúng như in trên nhãn, ví dụ: Miến dong Cánh Diều" />
        )}
        <Radios
          name="kind"
          label="Lần đăng ký đánh giá"
          value={chosen?.kind}
          choices={kinds.map(({ kind, words, why }) => ({
            value: kind,
            label: words,
            hint: why ?? HINTS[kind],
            disabled: why !== null,
          }))}
        />
        {officer && (
          <>
            <Note kind="info">Nhập từ bản giấy chủ thể đã ký. Cán bộ khác của xã sẽ tiếp nhận hồ sơ này.</Note>
            <FileField
              name="signedForm"
              label="Phiếu đăng ký đã ký"
              hint="Bản quét hoặc ảnh chụp đủ chữ ký. Có thể thêm sau, trước khi nộp."
              accept="image/*,.pdf"
              paper
              parts="evidence"
              optional
            />
          </>
        )}
        <p class="sm mut">Thông tin đã có trong sổ được điền sẵn. Điểm tự chấm luôn bắt đầu từ đầu.</p>
      </div>
      <FormEnd>
        <Button kind="main">Lập hồ sơ</Button>
      </FormEnd>
    </Form>
  );
}
