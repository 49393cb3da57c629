import { type Chosen, choices, options, otherProvince, ProvinceChooser } from '#features/registry';
import { byId, uuid } from '#platform/http/fields';
import { type Page, page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  DateField,
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
import { type PaperChoice, papersOf } from '../papers.ts';
import { factsOf, getProducer, type ProducerRow, recordOn } from '../record.ts';
import { NATURES } from '../schema.ts';
import type { Part, PartField, PartValue } from '../sections.ts';
import { producerPaths } from '../urls.ts';

interface Data {
  readonly row: ProducerRow;
  /** What stands there now; null for a new one. */
  readonly value: PartValue | null;
  readonly item: string | undefined;
  readonly chosen: Chosen | null;
  readonly papers: readonly PaperChoice[];
}

/** The form of one part of the record; `?muc=` opens one of several. */
export function partPage(part: Part): Page {
  const holds = (as: PartField['as']) => part.fields.some((field) => field.as === as);
  return page({
    permission: part.act,
    params: byId,
    query: otherProvince.extend({ muc: uuid().optional().catch(undefined) }),
    subject: ({ id }) => id,
    shell: 'auto',
    async load(ctx, { id }, { tinh, muc }): Promise<Data | ReturnType<typeof redirect>> {
      const row = await getProducer(ctx.db, id, ctx.day);
      if (row.joinedInto !== null) return redirect(producerPaths.one(row.joinedInto));
      const on = recordOn(row, await factsOf(ctx.db, id), ctx.day, ctx.day).find((one) => one.part.key === part.key);
      const item = muc === undefined ? undefined : on?.items.find((one) => one.item === muc);
      if (muc !== undefined && !item) throw notFound();
      return {
        ...{ row, item: muc, value: part.many ? (item?.value ?? null) : (on?.value ?? null) },
        chosen: holds('commune') ? await choices(ctx.db, tinh ?? row.province, ctx.day) : null,
        papers: holds('paper') ? await papersOf(ctx.db, id) : [],
      };
    },
    personal: (_data, { id }) => ({ subject: id, what: `producer ${part.key}` }),
    head: ({ row, value }) => ({
      title: `${part.many && !value ? `Thêm ${part.many.one}` : part.title} – ${row.name}`,
      up: { href: producerPaths.one(row.id), words: row.name },
    }),
    view: (data, ctx) => (
      <PartForm part={part} data={data} state={ctx.form(part.act)} producer={ctx.actor.role === 'producer'} />
    ),
  }) as Page;
}

function PartForm({ part, data, state, producer }: { part: Part; data: Data; state: FormState; producer: boolean }) {
  const { row, value, item, chosen, papers } = data;
  const path = producerPaths.part(row.id, part.path);
  return (
    <div class="page form stack">
      {!producer && (
        <p>
          <a class="crumb" href={producerPaths.one(row.id)}>
            {row.name}
          </a>
        </p>
      )}
      <h1>{part.many ? (value ? `Sửa ${part.many.one}` : `Thêm ${part.many.one}`) : part.title}</h1>
      {part.explain && <Note>{part.explain}</Note>}
      {chosen && <ProvinceChooser action={path} chosen={chosen} />}
      <Form
        action={item === undefined ? path : producerPaths.item(row.id, part.path, item)}
        state={state}
        version={row.version}
        hidden={item === undefined ? {} : { item }}
      >
        {part.fields.map((field) => (
          <PartInput key={field.name} field={field} value={value?.[field.name]} chosen={chosen} papers={papers} />
        ))}
        {value && <Why many={part.many !== undefined} />}
        {!value && !part.many && <DateField name="from" label="Từ ngày" optional hint="Để trống nếu không rõ." />}
        <FormEnd>
          <Button kind="main">Lưu</Button>
          <Button kind="bare" href={producerPaths.one(row.id)}>
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
  readonly chosen: Chosen | null;
  readonly papers: readonly PaperChoice[];
}

function PartInput({ field, value, chosen, papers }: InputProps) {
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
