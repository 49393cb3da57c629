import { Button, Form, type FormState, formatDay, SelectField, TextField } from '#ui';
import type { CouncilLevel } from '../level.ts';
import type { CouncilRecord, Seatable } from '../queries.ts';
import { type Regulation, seatRoles } from '../schema.ts';
import { RegulationFields } from './regulation-fields.tsx';

/** Rows for seats beyond those already filled, and those of a new council; more are asked for by a button. */
const SPARE_ROWS = 4;
const FIRST_ROWS = 9;
const MOST_ROWS = 60;

/** How many rows are shown: what is typed stays, `again` asks for more. */
function rowsOf(state: FormState, seats: number): number {
  const typed = Object.keys(state.values).flatMap((name) => /^seats\.(\d+)\./.exec(name)?.[1] ?? []);
  const usual = Math.max(FIRST_ROWS, seats + SPARE_ROWS);
  const shown = typed.length === 0 ? usual : Math.max(...typed.map(Number)) + 1;
  return Math.min(MOST_ROWS, state.again ? shown + SPARE_ROWS : shown);
}

/** The form of a council: act, seats, regulation filled in with what is usual or with what stands. */
export function CouncilForm({
  action,
  state,
  council,
  regulation,
  people,
  act,
  level,
  numbers,
}: {
  action: string;
  state: FormState;
  council?: CouncilRecord | undefined;
  /** What the fields of the regulation begin with: a new council's come from the settings of its province. */
  regulation: Omit<Regulation, 'act'>;
  people: readonly Seatable[];
  act: string;
  level: CouncilLevel;
  /** Numbers of the register of acts. */
  numbers: readonly string[];
}) {
  const central = level === 'central';
  const rows = rowsOf(state, council?.seats.length ?? 0);
  return (
    <Form action={action} state={state} version={council?.version} class="stack-7">
      <section class="stack-4">
        <TextField
          name="name"
          label="Tên Hội đồng"
          value={council?.name ?? `Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp ${central ? 'trung ương' : 'tỉnh'}`}
        />
        <div class="row items-end">
          <TextField
            name="act"
            label="Số quyết định thành lập"
            hint="Chọn số trong sổ văn bản, hoặc gõ"
            value={council?.act}
            offers={numbers}
            width="mid"
          />
          <TextField
            name="actDate"
            label="Ngày quyết định"
            value={council && formatDay(council.actDate)}
            width="date"
            inputMode="numeric"
          />
        </div>
      </section>
      <section class="stack-4" aria-labelledby="thanh-vien">
        <h2 id="thanh-vien">Thành viên</h2>
        <p class="mut">
          {central ? 'Đại diện các Bộ theo Điều 7 khoản 4 điểm b.' : 'Đại diện các sở theo Điều 7 khoản 3 điểm b.'} Để
          trống dòng không dùng. Cơ quan để trống thì lấy cơ quan ghi sau tên người. Ủy viên dự khuyết chọn người được
          thay. Nơi ở chỉ để soát xung đột lợi ích.
        </p>
        {Array.from({ length: rows }, (_, i) => (
          <SeatRow key={String(i)} i={i} seat={council?.seats[i]} people={people} council={council} state={state} />
        ))}
        {rows < MOST_ROWS && (
          <div>
            <Button name="_again" value="1" formAction={`${action}#dong-${rows}`} icon="plus" novalidate>
              Thêm dòng
            </Button>
          </div>
        )}
      </section>
      <RegulationFields
        act={council?.regulation.act}
        regulation={regulation}
        standing={council !== undefined}
        state={state}
      />
      <div class="formend">
        <Button kind="main">{act}</Button>
      </div>
    </Form>
  );
}

function SeatRow({
  i,
  seat,
  people,
  council,
  state,
}: {
  i: number;
  seat: CouncilRecord['seats'][number] | undefined;
  people: readonly Seatable[];
  council: CouncilRecord | undefined;
  state: FormState;
}) {
  const choices = people.map((one) => ({
    value: one.account,
    label: one.organisation ? `${one.name}, ${one.organisation}` : one.name,
  }));
  const more = seat !== undefined || state.errors.some(({ field }) => field.startsWith(`seats.${i}.`));
  const stoodFor = council?.seats.find((one) => one.id === seat?.substituteFor)?.account;
  return (
    <fieldset id={`dong-${i}`} class="row items-end border-b border-line pb-4">
      <legend class="sr">Thành viên {i + 1}</legend>
      <SelectField
        name={`seats.${i}.account`}
        label="Người"
        optional="sometimes"
        empty="Để trống"
        value={seat?.account}
        choices={choices}
      />
      <SelectField
        name={`seats.${i}.role`}
        label="Vai trò"
        optional="sometimes"
        empty="Chọn vai trò"
        value={seat?.role}
        choices={Object.entries(seatRoles).map(([value, label]) => ({ value, label }))}
      />
      <details open={more}>
        <summary>Cơ quan, dự khuyết, nơi ở</summary>
        <div class="row items-end mt-2">
          <TextField
            name={`seats.${i}.organisation`}
            label="Cơ quan"
            optional="sometimes"
            value={seat?.organisation}
            width="mid"
          />
          <SelectField
            name={`seats.${i}.substituteFor`}
            label="Dự khuyết cho"
            optional="sometimes"
            empty="Không"
            value={stoodFor}
            choices={choices}
          />
          <TextField
            name={`seats.${i}.home`}
            label="Nơi ở (thôn, xã)"
            optional="sometimes"
            value={seat?.home}
            width="mid"
          />
        </div>
      </details>
    </fieldset>
  );
}
