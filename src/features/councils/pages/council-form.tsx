import { ACT_IN_FORCE } from '#law/act';
import { LAW_SETTINGS } from '#law/settings';
import { Button, Form, type FormState, formatDay, Radios, SelectField, TextField, Tick } from '#ui';
import type { CouncilLevel } from '../level.ts';
import type { CouncilRecord, Seatable } from '../queries.ts';
import { gateBases, type Regulation, seatRoles, spreadFollows } from '../schema.ts';

/** Rows for seats beyond those already filled. */
const SPARE_ROWS = 4;
const FIRST_ROWS = 9;

/** The form of a council: act, regulation filled in with what is usual or with what stands, seats. */
export function CouncilForm({
  action,
  state,
  council,
  regulation,
  people,
  act,
  level,
}: {
  action: string;
  state: FormState;
  council?: CouncilRecord | undefined;
  /** What the fields of the regulation begin with: a new council's come from the settings of its province. */
  regulation: Omit<Regulation, 'act'>;
  people: readonly Seatable[];
  act: string;
  level: CouncilLevel;
}) {
  const central = level === 'central';
  const rows = Math.max(FIRST_ROWS, (council?.seats.length ?? 0) + SPARE_ROWS);
  return (
    <Form action={action} state={state} version={council?.version} class="stack-7">
      <section class="stack-4">
        <TextField
          name="name"
          label="Tên Hội đồng"
          value={council?.name ?? `Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp ${central ? 'trung ương' : 'tỉnh'}`}
        />
        <div class="row items-end">
          <TextField name="act" label="Số quyết định thành lập" value={council?.act} width="mid" />
          <TextField
            name="actDate"
            label="Ngày quyết định"
            value={council && formatDay(council.actDate)}
            width="date"
            inputMode="numeric"
          />
        </div>
      </section>
      <section class="stack-4" aria-labelledby="quy-che">
        <h2 id="quy-che">Quy chế hoạt động</h2>
        <p class="mut">
          {ACT_IN_FORCE.short} để các số này cho quy chế của Hội đồng.{' '}
          {council ? 'Đây là các số đang dùng.' : 'Số điền sẵn theo thiết lập hiện hành; Hội đồng đặt khác được.'}
        </p>
        <TextField
          name="regulation.act"
          label="Quyết định ban hành quy chế"
          value={council?.regulation.act}
          width="mid"
        />
        <div class="row items-end">
          <TextField
            name="regulation.quorumPercent"
            label="Tỷ lệ thành viên tối thiểu"
            unit="%"
            width="num"
            inputMode="numeric"
            value={String(regulation.quorumPercent)}
          />
          <TextField
            name="regulation.spreadLimit"
            label="Chênh lệch phải xem lại khi quá"
            unit="điểm"
            width="num"
            inputMode="numeric"
            value={String(regulation.spreadLimit)}
          />
        </div>
        <SelectField
          name="regulation.gateBasis"
          label="Cách xét điều kiện có dấu sao"
          hint={LAW_SETTINGS.gateBasis.explain}
          value={regulation.gateBasis}
          choices={Object.entries(gateBases).map(([value, label]) => ({ value, label }))}
        />
        <Radios
          look="plain"
          name="regulation.spreadFollows"
          label="Khi chênh lệch quá mức"
          hint={LAW_SETTINGS.spreadFollows.explain}
          value={regulation.spreadFollows}
          choices={Object.entries(spreadFollows).map(([value, label]) => ({ value, label }))}
        />
        <Tick
          name="regulation.chairRequired"
          label="Phải có Chủ tịch hoặc Phó Chủ tịch chấm"
          checked={regulation.chairRequired}
        />
      </section>
      <section class="stack-4" aria-labelledby="thanh-vien">
        <h2 id="thanh-vien">Thành viên</h2>
        <p class="mut">
          {central ? 'Đại diện các Bộ theo Điều 7 khoản 4 điểm b.' : 'Đại diện các sở theo Điều 7 khoản 3 điểm b.'} Để
          trống dòng không dùng. Ủy viên dự khuyết chọn người được thay. Nơi ở chỉ để soát xung đột lợi ích.
        </p>
        {Array.from({ length: rows }, (_, i) => (
          <SeatRow key={String(i)} i={i} seat={council?.seats[i]} people={people} council={council} />
        ))}
      </section>
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
}: {
  i: number;
  seat: CouncilRecord['seats'][number] | undefined;
  people: readonly Seatable[];
  council: CouncilRecord | undefined;
}) {
  const choices = people.map((one) => ({
    value: one.account,
    label: one.organisation ? `${one.name}, ${one.organisation}` : one.name,
  }));
  const stoodFor = council?.seats.find((one) => one.id === seat?.substituteFor)?.account;
  return (
    <fieldset class="row items-end border-b border-line pb-4">
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
    </fieldset>
  );
}
