import { filingWindow, windowState } from '#law/reevaluation';
import type { ProductSet } from '#law/rulebooks';
import type { FormState } from '#platform/http/context';
import { Button, FactsList, FileField, Form, FormEnd, formatDay, Note, Radios, TextField } from '#ui';
import type { KindChoice, StartProducer } from '../choosing.ts';
import { setWords } from '../progress.ts';
import type { OwnProduct } from '../queries.ts';
import type { ApplicationKind } from '../schema.ts';
import { LATE_WORDS } from '../words.ts';

/** What each kind means for who chooses it. */
const HINTS: Readonly<Record<ApplicationKind, string>> = {
  first: 'Sản phẩm chưa từng được công nhận, hoặc nộp lại từ đầu.',
  upgrade:
    'Đang có sao và muốn hạng cao hơn. Làm đủ các bước như lần đầu, nêu rõ đã thay đổi gì kèm minh chứng. Đạt thì được giấy mới; không đạt thì giấy đang có vẫn dùng đến hết hạn.',
  reEvaluation:
    'Giữ hạng khi giấy sắp hết hạn hoặc đã hết hạn. Cập nhật chín nội dung và thay giấy tờ hết hạn; chấm lại từ đầu.',
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

/** What most people come for: a first evaluation, a higher star while the certificate runs, else the next evaluation. */
function usualKind(product: OwnProduct | null, day: string): ApplicationKind {
  const certificate = product?.certificate;
  if (!certificate) return 'first';
  const early = certificate.expiresOn !== null && windowState(certificate.expiresOn, day) === 'early';
  return certificate.status.valid && early ? 'upgrade' : 'reEvaluation';
}

/** When a re-evaluation may be handed in (R8.1); nothing where the last day of the certificate is not certain. */
function windowWords(product: OwnProduct | null, day: string): string | undefined {
  const expiresOn = product?.certificate?.expiresOn;
  if (!expiresOn) return undefined;
  const { opens, closes } = filingWindow(expiresOn, day);
  const span = `từ ngày ${formatDay(opens)} đến ngày ${formatDay(closes)}`;
  return day > closes ? `Khung nộp ${span} đã qua. ${LATE_WORDS}` : `Nộp ${span}; soạn trước được.`;
}

/** The last step: what will be begun, with the kind of application and, for an officer, the signed paper form. */
export function StartForm(props: Props) {
  const { producer, product, set, kinds, officer } = props;
  const possible = kinds.filter(({ why }) => why === null);
  const wanted = props.kind ?? usualKind(product, props.day);
  const chosen = possible.find(({ kind }) => kind === wanted) ?? possible[0];
  const window = windowWords(product, props.day);
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
            hint: why ?? [HINTS[kind], kind === 'reEvaluation' && window].filter(Boolean).join(' '),
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
