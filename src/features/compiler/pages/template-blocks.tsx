import { figureOf } from '#features/reports';
import { Checkboxes, NumberField, SelectField, TextArea, Tick } from '#ui';
import { LISTS } from '../list-names.ts';
import { LINE_FIGURES, ROW_SETS } from '../own-templates.ts';
import { COLUMNS, MARKS } from '../template.ts';
import { BLOCKS, type BlockGiven, COLUMN_WORDS } from '../template-schema.ts';

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const FIGURES = LINE_FIGURES.map((id) => ({ value: id, label: figureOf(id)?.label ?? id }));
const WHOLES = FIGURES.filter(({ value }) =>
  ['stock.products', 'stock.producers', 'period.recognised'].includes(value),
);
const ROWS = Object.entries(ROW_SETS).map(([value, { label }]) => ({ value, label }));

/** One block of a template; what its kind does not use is left as it is. Works without JavaScript. */
export function BlockFields({ block, place }: { block: BlockGiven; place: number }) {
  const name = (field: string) => `blocks.${place}.${field}`;
  const kind = block.kind === undefined ? 'Khối trống' : BLOCKS[block.kind].split(',')[0];
  return (
    <section class="box stack" aria-label={`Khối ${place + 1}: ${kind}`}>
      <h3>
        {place + 1}. {kind}
      </h3>
      <div class="row items-end">
        <NumberField name={name('at')} label="Thứ tự" value={String(block.at ?? '')} />
        <SelectField
          name={name('kind')}
          label="Loại khối"
          value={block.kind}
          choices={choicesOf(BLOCKS)}
          empty="Không dùng"
        />
      </div>
      <TextArea
        name={name('text')}
        label="Lời, tên phần, tên bảng"
        hint={block.kind === 'text' ? 'Chèn số bằng mã ở mục “Mã chèn được vào lời”' : undefined}
        value={block.text}
        rows={2}
        maxLength={2000}
        optional="sometimes"
      />
      {block.kind === undefined ? (
        <details>
          <summary>Số liệu, bảng, danh sách của khối</summary>
          <div class="stack mt-4">
            <Own block={block} name={name} />
          </div>
        </details>
      ) : (
        <Own block={block} name={name} />
      )}
    </section>
  );
}

/** What a kind asks beside its words; a block without a kind offers all of it. */
const ASKS: Readonly<Record<string, readonly Exclude<keyof BlockGiven, 'at' | 'kind' | 'text'>[]>> = {
  figure: ['figure'],
  table: ['rows', 'columns', 'of'],
  plot: ['rows'],
  list: ['list'],
  free: ['required'],
};

function Own({ block, name }: { block: BlockGiven; name: (field: string) => string }) {
  const asks = (field: (typeof ASKS)[string][number]) =>
    block.kind === undefined || ASKS[block.kind]?.includes(field) === true;
  return (
    <>
      {asks('rows') && (
        <SelectField
          name={name('rows')}
          label="Các dòng (bảng, biểu đồ)"
          value={block.rows}
          choices={ROWS}
          empty="Không"
        />
      )}
      {asks('columns') && (
        <Checkboxes
          name={name('columns')}
          label="Các cột (bảng)"
          values={block.columns}
          choices={COLUMNS.map((value) => ({ value, label: COLUMN_WORDS[value] }))}
          look="inline"
          optional
        />
      )}
      {asks('of') && (
        <SelectField
          name={name('of')}
          label="Tỷ lệ tính trên (bảng)"
          value={block.of}
          choices={WHOLES}
          empty="Không có tỷ lệ"
          wide
        />
      )}
      {asks('figure') && (
        <SelectField
          name={name('figure')}
          label="Số liệu nào"
          value={block.figure}
          choices={FIGURES}
          empty="Không"
          wide
        />
      )}
      {asks('list') && (
        <SelectField
          name={name('list')}
          label="Danh sách nào"
          value={block.list}
          choices={choicesOf(LISTS)}
          empty="Không"
          wide
        />
      )}
      {asks('required') && (
        <Tick name={name('required')} label="Phải viết mới gửi được (đoạn tự viết)" checked={block.required ?? false} />
      )}
    </>
  );
}

/** What may stand in braces, with what it says. */
export const Marks = () => (
  <details>
    <summary>Mã chèn được vào lời</summary>
    <ul class="mt-4">
      {[...Object.entries(MARKS).map(([value, label]) => ({ value, label })), ...FIGURES].map(({ value, label }) => (
        <li key={value} class="sm">
          <code>{inBraces(value)}</code> {label}
        </li>
      ))}
    </ul>
    <p class="sm ink2">
      <code>{inBraces(`${FIGURES[0]?.value}:before`)}</code> nói số kỳ trước,{' '}
      <code>{inBraces(`${FIGURES[0]?.value}:change`)}</code> nói tăng, giảm bao nhiêu.
    </p>
  </details>
);

const inBraces = (mark: string): string => `{${mark}}`;
