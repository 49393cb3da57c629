import { type FormField, misfilled, PRODUCER_TYPES, producerFields } from '#law/dossier';
import type { ReadContext } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, Form, FormEnd, Note, Radios, SavedMark, TextArea, TextField, Tick } from '#ui';
import { type FormPart, formParts } from '../schema.ts';
import { dossierPath, PART_PATHS, partPath } from '../urls.ts';
import { readWriting, type Writing } from '../writing.ts';
import { dossierHead } from './parts.tsx';

/** The parts that are fields of the forms; what changed has a page of its own. */
type TextPart = Exclude<FormPart, 'changes'>;

interface PartWords {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
}

const WORDS: Readonly<Record<TextPart, PartWords>> = {
  general: {
    title: 'Thông tin chung',
    lead: 'Mẫu số 01 và phần I của Mẫu số 02. Ô đã có sẵn lấy từ sổ, bạn sửa lại nếu đã đổi.',
    action: 'dossier.saveGeneral',
  },
  results: {
    title: 'Kết quả sản xuất, kinh doanh',
    lead: 'Phần II của Mẫu số 02. Viết ngắn, có số liệu của năm gần nhất.',
    action: 'dossier.saveResults',
  },
  plan: {
    title: 'Kế hoạch sản xuất, kinh doanh',
    lead: 'Phần IV của Mẫu số 02. Nêu việc sẽ làm trong ba năm tới.',
    action: 'dossier.savePlan',
  },
};

/** Fields under one heading, in the order a person knows them. */
const GROUPS: readonly { readonly title: string; readonly names: readonly string[] }[] = [
  {
    title: 'Chủ thể',
    names: ['applicant', 'applicantType', 'address', 'phone', 'email', 'foundedOn', 'registrationNumber'],
  },
  { title: 'Người đại diện pháp luật', names: ['representative', 'position', 'sex', 'ethnicity', 'permanentAddress'] },
  { title: 'Sản phẩm', names: ['productName', 'specification', 'standard', 'samples'] },
  {
    title: 'Giấy tờ chủ thể đã có',
    names: [
      'businessRegistration',
      'qualityDeclaration',
      'foodSafetyCertificate',
      'productionCertificate',
      'trademark',
      'geographicalIndication',
      'patent',
      'industrialDesign',
      'copyright',
      'otherRight',
    ],
  },
  { title: 'Giới thiệu chủ thể', names: ['history', 'organisation'] },
  { title: 'Người giúp viết hồ sơ', names: ['writer'] },
];

export const generalPage = partPage('general');
export const resultsPage = partPage('results');
export const planPage = partPage('plan');

function partPage(part: TextPart) {
  const words = WORDS[part];
  return page({
    permission: 'dossier.read',
    params: byId,
    subject: ({ id }) => id,
    shell: 'auto',
    load: (ctx: ReadContext, { id }) => readWriting(ctx, id),
    head: ({ dossier, may }) =>
      dossierHead(words.title, dossier.id, may(part) ? { acts: <Acts id={dossier.id} part={part} /> } : {}),
    view: (writing, ctx) => <PartForm part={part} {...writing} state={ctx.form(words.action)} />,
  });
}

const FORM_ID = 'phan';

function Acts({ id, part }: { id: string; part: TextPart }) {
  return (
    <Button kind="main" form={FORM_ID} formAction={`${partPath(id, part)}/xong`}>
      Lưu, về danh sách
    </Button>
  );
}

type PartFormProps = Writing & { part: TextPart; state: Parameters<typeof Form>[0]['state'] };

function PartForm({ part, dossier, returned, may, state }: PartFormProps) {
  const words = WORDS[part];
  const open = may(part);
  const reasons = (returned?.items ?? []).filter(({ target }) => target === part);
  const fields = producerFields(dossier.kind).filter(({ name }) => name in formParts[part].shape);
  const kept: Readonly<Record<string, unknown>> = dossier.form[part] ?? {};
  const wrong = new Map(misfilled(kept).map(({ at, message }) => [at, message]));
  return (
    <div class="max-w-[44rem]">
      <p class="sm mut">{dossier.product.name}</p>
      <div class="row between line">
        <h1>{words.title}</h1>
        {open && <SavedMark />}
      </div>
      <p class="ink2 mb-4">{words.lead}</p>
      {reasons.map(({ reason }) => (
        <Note key={reason} kind="soon" icon="back" title="Cần sửa:">
          {reason}
        </Note>
      ))}
      {!open && <Note kind="info">Phần này đang khóa, chỉ để xem.</Note>}
      <Form
        id={FORM_ID}
        action={`${dossierPath(dossier.id)}/${PART_PATHS[part]}`}
        state={state}
        version={dossier.draftVersion}
        island={open ? 'autosave' : undefined}
        label={words.title}
      >
        {part === 'general' ? (
          GROUPS.map(({ title, names }) => (
            <section key={title} class="mt-8">
              <div class="sechd">
                <h2 class="text-lg">{title}</h2>
              </div>
              <div class="fields">
                {names.map((name) => {
                  const field = fields.find((one) => one.name === name);
                  return (
                    field && (
                      <OneField key={name} field={field} value={kept[name]} open={open} error={wrong.get(name)} />
                    )
                  );
                })}
              </div>
            </section>
          ))
        ) : (
          <div class="fields mt-6">
            {fields.map((field) => (
              <OneField key={field.name} field={field} value={kept[field.name]} open={open} />
            ))}
          </div>
        )}
        {open && (
          <FormEnd>
            <Button>Lưu</Button>
          </FormEnd>
        )}
      </Form>
    </div>
  );
}

const HINTS: Readonly<Record<string, string>> = {
  specification: 'Ví dụ: túi 500 g, 20 túi một thùng',
  foundedOn: 'Ví dụ: 04/02/2019',
  permanentAddress: 'Chỉ cơ quan xử lý hồ sơ thấy ô này',
  ethnicity: 'Chỉ cơ quan xử lý hồ sơ thấy ô này',
  writer: 'Ghi tên người hoặc đơn vị tư vấn; người đó không chấm sản phẩm này',
  history: 'Bắt đầu từ năm nào, do ai, từ nghề gì',
  organisation: 'Gồm những bộ phận nào, bao nhiêu người',
  materialArea: 'Bao nhiêu héc-ta, của ai, mua theo hợp đồng nào, làm bằng máy gì',
  qualityChange: 'Tiêu chuẩn, bao bì, nhãn mác đã đổi những gì; ghi “không đổi” nếu giữ nguyên',
  market: 'Bán ở đâu, qua kênh nào, phần của mỗi kênh',
  revenue: 'Doanh thu và lợi nhuận hai năm gần nhất',
  plan: 'Sản lượng, thị trường, đầu tư dự kiến từng năm',
};

interface OneFieldProps {
  field: FormField;
  value: unknown;
  open: boolean;
  error?: string | undefined;
}

function OneField({ field, value, open, error }: OneFieldProps) {
  const { name, label, kind, required } = field;
  const text = typeof value === 'string' ? value : undefined;
  const common = { name, label, hint: HINTS[name], optional: !required, value: text };
  if (!open) return <Kept {...common} on={value === true} tick={kind === 'tick'} />;
  if (name === 'sex')
    return (
      <Radios
        {...common}
        look="inline"
        choices={[
          { value: 'female', label: 'Nữ' },
          { value: 'male', label: 'Nam' },
        ]}
      />
    );
  if (kind === 'tick') return <Tick name={name} label={label} checked={value === true} />;
  if (kind === 'long') return <TextArea {...common} maxLength={8000} />;
  const offers = name === 'applicantType' ? Object.values(PRODUCER_TYPES).map((one) => one.name) : undefined;
  const type = kind === 'phone' ? 'tel' : kind === 'email' ? 'email' : 'text';
  const width = kind === 'phone' || kind === 'date' ? 'short' : kind === 'number' ? 'num' : undefined;
  return <TextField {...common} error={error} type={type} width={width} offers={offers} maxLength={300} />;
}

function Kept({ label, value, on, tick }: { label: string; value?: string | undefined; on: boolean; tick: boolean }) {
  return (
    <div class="field">
      <p class="lab">{label}</p>
      <p class="whitespace-pre-line">{tick ? (on ? 'Có' : 'Không') : (value ?? 'Chưa ghi')}</p>
    </div>
  );
}
