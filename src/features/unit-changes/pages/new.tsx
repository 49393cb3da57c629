import { type UnitItem, unitsIn } from '#features/units';
import { UNIT_TYPES } from '#law/unit-change';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  Checkboxes,
  DateField,
  Form,
  FormEnd,
  type FormState,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from '#ui';
import { type UnitNow, unitsNow } from '../read.ts';
import { kindWords, newQuery } from '../schema.ts';
import { unitChangePaths } from '../urls.ts';

type Kind = keyof typeof kindWords;
interface Data {
  kind: Kind;
  unit: UnitNow;
  /** Units it can merge with, or communes that can leave a province. */
  neighbours: UnitItem[];
  provinces: UnitItem[];
}

/** The form of one change of one unit; the preview comes on the next page, before anything follows. */
export const newUnitChangePage = page({
  permission: 'unitRegister.read',
  query: newQuery,
  shell: 'desk',
  async load(ctx, _params, query): Promise<Data | ReturnType<typeof redirect>> {
    if (query.kind === undefined || query.unit === undefined) return redirect(unitChangePaths.list);
    const [unit] = await unitsNow(ctx.db, [query.unit]);
    if (!unit || unit.level === 'district' || unit.until !== null) throw notFound();
    const over = unit.level === 'province' && query.kind === 'split' ? unit.id : unit.parent;
    const [around, provinces] = await Promise.all([
      query.kind !== 'alter' && over !== null ? unitsIn(ctx.db, over, ctx.day) : [],
      unitsIn(ctx.db, null, ctx.day),
    ]);
    const neighbours = over === null ? provinces : around;
    return { kind: query.kind, unit, neighbours: neighbours.filter(({ id }) => id !== unit.id), provinces };
  },
  head: ({ kind, unit }) => ({
    title: `${kindWords[kind]}: ${unit.name}`,
    here: '/quan-tri/don-vi',
    up: { href: unitChangePaths.list, words: 'Đơn vị hành chính' },
  }),
  view: (data, ctx) => <NewChange {...data} state={ctx.form('unitRegister.draft')} />,
});

const options = (units: readonly UnitItem[]) => units.map(({ id, name }) => ({ value: id, label: name }));

function NewChange({ kind, unit, neighbours, provinces, state }: Data & { state: FormState }) {
  return (
    <div class="form stack-5">
      <div>
        <h1>{kindWords[kind]}</h1>
        <p>
          <b>{unit.place}</b>
          {unit.code && <span class="mut">, mã {unit.code}</span>}
        </p>
      </div>
      <Form
        action={unitChangePaths.newFor(kind, unit.id)}
        state={state}
        hidden={kind === 'merge' ? { kind } : { kind, 'units.0': unit.id }}
        class="stack-5"
      >
        {kind === 'merge' && <Merge unit={unit} neighbours={neighbours} />}
        {kind === 'split' && unit.level === 'commune' && <Split unit={unit} />}
        {kind === 'split' && unit.level === 'province' && <Part unit={unit} communes={neighbours} />}
        {kind === 'alter' && <Named place={0} level={unit.level} value={unit} />}
        {kind === 'alter' && unit.level === 'commune' && (
          <SelectField name="parent" label="Thuộc tỉnh, thành phố" value={unit.parent} choices={options(provinces)} />
        )}
        <TextField name="number" label="Số văn bản" hint="Ví dụ: 1666/NQ-UBTVQH15" width="mid" />
        <DateField name="dated" label="Ngày văn bản" />
        <DateField
          name="effectiveOn"
          label="Có hiệu lực từ ngày"
          hint="Ngày sau hôm nay cũng được: thay đổi chờ đến ngày đó"
        />
        <FormEnd>
          <Button kind="main">Xem trước thay đổi</Button>
          <Button kind="bare" href={unitChangePaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  );
}

const MOST_JOINED = 4;

function Merge({ unit, neighbours }: Pick<Data, 'unit' | 'neighbours'>) {
  const province = unit.level === 'province';
  return (
    <>
      <input type="hidden" name="units.0" value={unit.id} />
      {Array.from({ length: MOST_JOINED }, (_, n) => (
        <SelectField
          key={`units.${n + 1}`}
          name={`units.${n + 1}`}
          label={n === 0 ? `Nhập ${unit.name} với` : `và đơn vị thứ ${n + 2}`}
          choices={options(neighbours)}
          empty={n > 0 ? 'Không có' : province ? 'Chọn tỉnh, thành phố' : 'Chọn xã, phường cùng tỉnh'}
          optional={n > 0}
        />
      ))}
      <Radios
        name="stays"
        label="Kết quả"
        value=""
        choices={[
          { value: '', label: 'Thành một đơn vị mới' },
          { value: unit.id, label: `Nhập vào ${unit.name}; ${unit.name} giữ tên, mã` },
        ]}
      />
      <Named place={0} level={unit.level} legend="Đơn vị mới" hint="Bỏ trống khi nhập vào đơn vị có sẵn" />
      {province && (
        <TextArea
          name="codes"
          label="Mã mới của xã, phường"
          hint="Mỗi dòng một xã: mã cũ, dấu cách, mã mới. Để trống thì mọi xã giữ mã"
          rows={3}
          maxLength={20_000}
          optional="sometimes"
        />
      )}
    </>
  );
}

/** A new province leaves the one that goes on, with the communes the act names. */
function Part({ unit, communes }: { unit: UnitNow; communes: readonly UnitItem[] }) {
  return (
    <>
      <input type="hidden" name="stays" value={unit.id} />
      <p class="ink2">{unit.name} còn lại với các xã không chọn. Mỗi lần tách một tỉnh mới.</p>
      <Named place={0} level="province" legend="Tỉnh, thành phố mới" />
      <Checkboxes
        name="communes"
        label="Xã, phường về tỉnh mới"
        hint="Theo danh sách của văn bản"
        choices={communes.map(({ id, name, code }) => ({
          value: id,
          label: name,
          hint: code ? `mã ${code}` : undefined,
        }))}
      />
    </>
  );
}

const MOST_PARTS = 4;

function Split({ unit }: Pick<Data, 'unit'>) {
  return (
    <>
      <Radios
        name="stays"
        label={`${unit.name} sau khi chia`}
        value={unit.id}
        choices={[
          { value: unit.id, label: 'Vẫn còn, phần tách ra thành đơn vị mới' },
          { value: '', label: 'Kết thúc, chia hết cho các đơn vị mới' },
        ]}
      />
      {Array.from({ length: MOST_PARTS }, (_, n) => (
        <Named
          key={`made.${n}`}
          place={n}
          level="commune"
          legend={`Đơn vị mới thứ ${n + 1}`}
          {...(n > 0 ? { hint: 'Bỏ trống nếu không có' } : {})}
        />
      ))}
    </>
  );
}

function Named({
  place,
  level,
  value,
  legend,
  hint,
}: {
  place: number;
  level: UnitNow['level'];
  value?: UnitNow;
  legend?: string;
  hint?: string;
}) {
  const optional = hint === undefined ? undefined : 'sometimes';
  const types = level === 'province' ? UNIT_TYPES.province : UNIT_TYPES.commune;
  return (
    <fieldset class="stack-2">
      {legend && <legend>{legend}</legend>}
      {hint && <p class="hint">{hint}</p>}
      <div class="row items-end">
        <SelectField
          name={`made.${place}.type`}
          label="Loại"
          value={value?.type}
          choices={types.map((type) => ({ value: type, label: type }))}
          empty="Chọn"
          optional={optional}
        />
        <TextField
          name={`made.${place}.name`}
          label="Tên, không kèm loại"
          value={value?.bare}
          width="mid"
          optional={optional}
        />
        <TextField
          name={`made.${place}.code`}
          label="Mã"
          value={value?.code}
          width="date"
          inputMode="numeric"
          optional={optional}
        />
      </div>
    </fieldset>
  );
}
