/** The form of one part of a record, with why and since when. */
import { type Chosen, options, ProvinceChooser } from '#features/registry';
import {
  Button,
  DateField,
  FileField,
  Form,
  FormEnd,
  type FormState,
  formatDay,
  Note,
  Radios,
  SelectField,
  TextArea,
  TextField,
  Tick,
} from '#ui';
import type { PaperChoice } from './papers.ts';
import { NATURES, type Part, type PartField, type PartValue } from './schema.ts';
import type { PartPaths } from './section.tsx';

/** What the fields that hold an id may be chosen from. */
export interface Offers {
  readonly chosen?: Chosen | null;
  readonly papers?: readonly PaperChoice[];
  readonly sets?: readonly { readonly value: string; readonly label: string }[];
}

interface PartFormProps {
  readonly part: Part;
  /** The record: its page, the version of its row. */
  readonly of: { readonly href: string; readonly version: number };
  readonly paths: PartPaths;
  /** What stands there now; null for a new one. */
  readonly value: PartValue | null;
  readonly item: string | undefined;
  readonly offers: Offers;
  readonly state: FormState;
}

/** One part to be filled in or changed; `?muc=` opens one of several. */
export function PartForm({ part, of, paths, value, item, offers, state }: PartFormProps) {
  const path = paths.part(part.path);
  return (
    <div class="page form stack">
      <h1>{part.many ? (value ? `Sửa ${part.many.one}` : `Thêm ${part.many.one}`) : part.title}</h1>
      {part.explain && <Note>{part.explain}</Note>}
      {offers.chosen && <ProvinceChooser action={path} chosen={offers.chosen} />}
      <Form
        action={item === undefined ? path : paths.item(part.path, item)}
        state={state}
        version={of.version}
        hidden={item === undefined ? {} : { item }}
        files={part.fields.some(({ as }) => as === 'file')}
      >
        {part.fields.map((field) => (
          <PartInput
            key={field.name}
            field={field}
            value={value?.[field.name]}
            offers={offers}
            fresh={value === null}
          />
        ))}
        {value && <Why many={part.many !== undefined} />}
        {!value && !part.many && <DateField name="from" label="Từ ngày" optional hint="Để trống nếu không rõ." />}
        <FormEnd>
          <Button kind="main">Lưu</Button>
          <Button kind="bare" href={of.href}>
            Bỏ qua
          </Button>
        </FormEnd>
      </Form>
    </div>
  );
}

/** Why something known is replaced, and since when: what was before stays on record. */
function Why({ many }: { many: boolean }) {
  return (
    <>
      <Radios
        name="nature"
        label="Vì sao sửa"
        value="changed"
        choices={[
          { value: 'changed', label: NATURES.changed, hint: 'Nội dung cũ đúng đến ngày dưới đây và vẫn xem lại được.' },
          {
            value: 'mistake',
            label: NATURES.mistake,
            hint: 'Nội dung cũ chưa bao giờ đúng; dòng cũ vẫn còn trong lịch sử.',
          },
        ]}
      />
      <DateField name="from" label="Từ ngày" optional hint="Để trống là từ hôm nay." />
      <TextField name="reason" label="Lý do" maxLength={500} hint="Ví dụ: theo giấy đăng ký mới ngày 2/3/2026" />
      {many && <Tick name="remove" label="Ghi nhầm, bỏ mục này" />}
    </>
  );
}

interface InputProps {
  readonly field: PartField;
  readonly value: PartValue[string] | undefined;
  readonly offers: Offers;
  /** A new one: a file must be chosen. */
  readonly fresh: boolean;
}

function PartInput({ field, value, offers: { chosen, papers = [], sets = [] }, fresh }: InputProps) {
  const optional = field.schema.safeParse(undefined).success || undefined;
  const base = { name: field.name, label: field.label, optional, ...(field.hint ? { hint: field.hint } : {}) };
  switch (field.as) {
    case 'lines':
      return <TextArea {...base} value={text(value)} />;
    case 'day':
      return <DateField {...base} value={value === undefined ? '' : formatDay(String(value))} />;
    case 'tick':
      return <Tick name={field.name} label={field.label} hint={field.hint} checked={value === true} />;
    case 'choice':
      return (
        <SelectField
          {...base}
          value={text(value)}
          choices={Object.entries(field.words ?? {}).map(([key, label]) => ({ value: key, label }))}
          empty={optional ? 'Chưa rõ' : 'Chọn'}
        />
      );
    case 'commune':
      return <SelectField {...base} value={text(value)} choices={options(chosen?.communes ?? [])} empty="Chọn xã" />;
    case 'paper':
      return (
        <SelectField
          {...base}
          value={text(value)}
          choices={papers.map(({ id, title }) => ({ value: id, label: title }))}
          empty={papers.length > 0 ? 'Không kèm' : 'Kho chưa có giấy tờ nào'}
        />
      );
    case 'set':
      return <SelectField {...base} value={text(value)} choices={[...sets]} empty="Chọn bộ sản phẩm" />;
    case 'file':
      return (
        <FileField
          {...base}
          hint={fresh ? field.hint : 'Để trống là giữ tệp đang có.'}
          optional={!fresh || undefined}
          parts={field.takes === 'picture' ? 'picture' : 'evidence'}
        />
      );
    case 'number':
      return (
        <TextField
          {...base}
          value={typeof value === 'number' ? value.toLocaleString('vi-VN') : ''}
          width="num"
          inputMode="decimal"
          unit={field.unit}
        />
      );
    case 'line':
      return <TextField {...base} value={text(value)} />;
  }
}

const text = (value: PartValue[string] | undefined) => (value === undefined ? '' : String(value));
