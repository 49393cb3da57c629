import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, type FormState, Note, Radios, SelectField, TextField, Tick } from '#ui';
import { type ImportHead, readImport } from '../queries.ts';
import { COLUMN_FIELDS, type MappedColumn, type ReadSheet } from '../reading/types.ts';
import { KIND_WORDS } from '../schema.ts';
import { importPaths } from '../urls.ts';
import { COLUMN_WORDS, columnsTitle } from './words.ts';

/** Confirms what the list is and what its columns hold: proposed by the system, decided by a person. */
export const columnsPage = page({
  permission: 'listImport.map',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const head = await readImport(ctx.db, id);
    if (!head.reading || head.state !== 'open') throw notFound();
    return { head, reading: head.reading };
  },
  head: ({ head }) => ({
    title: columnsTitle(head.subject),
    here: '/so-san-pham',
    up: { href: importPaths.one(head.id), words: head.fileName },
  }),
  view: ({ head, reading }, ctx) => <Columns head={head} reading={reading} state={ctx.form('listImport.map')} />,
});

function Columns({
  head,
  reading,
  state,
}: {
  head: ImportHead;
  reading: NonNullable<ImportHead['reading']>;
  state: FormState;
}) {
  const proposed = head.confirmed ?? (reading.listKind === 'unknown' ? '' : reading.listKind);
  return (
    <Form action={importPaths.columns(head.id)} state={state} version={head.version} class="stack-5 max-w-[56rem]">
      <h1>{columnsTitle(head.subject)}</h1>
      {head.job && <Note kind="info">Hệ thống đang xử lý tệp này. Đợi xong rồi lưu.</Note>}
      {head.subject === 'producers' ? (
        <>
          <input type="hidden" name="kind" value="byRow" />
          <p class="ink2">
            Xem hệ thống đã hiểu đúng các cột chưa rồi xác nhận. Danh sách chủ thể không ghi sản phẩm và lần công nhận
            nào; nó thêm chủ thể mới và điền chỗ còn trống của chủ thể đã có.
          </p>
        </>
      ) : (
        <Radios
          name="kind"
          label="Danh sách này ghi các sản phẩm"
          hint={
            reading.listKind === 'unknown'
              ? 'Tiêu đề của tệp không nói rõ. Chọn đúng loại; chỉ danh sách đã công nhận mới ghi lần công nhận.'
              : 'Hệ thống đoán theo tiêu đề của tệp. Xem lại rồi xác nhận; chỉ danh sách đã công nhận mới ghi lần công nhận.'
          }
          value={proposed}
          choices={Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }))}
        />
      )}
      {reading.sheets.map((sheet, at) => (
        <Sheet key={sheet.name} sheet={sheet} at={at} many={reading.sheets.length > 1} />
      ))}
      <FormEnd>
        <Button kind="main" busy="Đang lưu…">
          Xác nhận
        </Button>
        <Button href={importPaths.one(head.id)}>Để sau</Button>
      </FormEnd>
    </Form>
  );
}

function Sheet({ sheet, at, many }: { sheet: ReadSheet; at: number; many: boolean }) {
  const base = `sheets.${at}`;
  return (
    <fieldset class="stack">
      <legend>
        <h2>{sheet.name === '' ? 'Các cột' : `Trang “${sheet.name}”`}</h2>
      </legend>
      {sheet.titles.length > 0 && <p class="ink2">{sheet.titles.slice(0, 4).join(' · ')}</p>}
      {sheet.hidden && <p class="ink2">Trang này bị ẩn trong tệp, vẫn được đọc.</p>}
      <input type="hidden" name={`${base}.name`} value={sheet.name} />
      <TextField
        name={`${base}.headerRow`}
        label="Dòng tiêu đề cột"
        hint="Số dòng trong tệp"
        value={sheet.headerRow === null ? '' : String(sheet.headerRow)}
        optional
      />
      {many && <Tick name={`${base}.leaveOut`} label="Không đọc trang này" />}
      <div class="grid gap-3 sm:grid-cols-2">
        {sheet.columns.map((column, place) => (
          <Column key={column.letter} column={column} base={`${base}.columns.${place}`} />
        ))}
      </div>
    </fieldset>
  );
}

const CHOICES = COLUMN_FIELDS.filter((field) => !field.startsWith('unit')).map((value) => ({
  value,
  label: COLUMN_WORDS[value],
}));

function Column({ column, base }: { column: MappedColumn; base: string }) {
  const { letter, heading, field, confidence, hidden } = column;
  const sure =
    field === null
      ? 'không đọc'
      : confidence >= 0.9
        ? 'chắc chắn'
        : confidence >= 0.7
          ? 'khá chắc'
          : 'đoán theo nội dung, xem lại';
  return (
    <div>
      <input type="hidden" name={`${base}.letter`} value={letter} />
      <SelectField
        name={`${base}.field`}
        label={`Cột ${letter}${heading === '' ? '' : `: ${heading}`}`}
        hint={hidden ? `${sure}; cột ẩn` : sure}
        value={field ?? 'asFound'}
        choices={[{ value: field === null ? 'asFound' : 'notRead', label: 'Không đọc' }, ...CHOICES]}
      />
    </div>
  );
}
