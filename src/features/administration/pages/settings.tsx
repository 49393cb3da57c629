import { basisText } from '#law/answers';
import { LAW_SETTINGS, type LawSetting, type LawSettingKey } from '#law/settings';
import { page } from '#platform/http/page';
import {
  Button,
  DataTable,
  DateField,
  Form,
  type FormState,
  formatDay,
  formatNumber,
  Note,
  SelectField,
  TextField,
} from '#ui';
import { type StoredSetting, storedSettings } from '../queries.ts';
import { administrationPaths } from '../urls.ts';

/** Open questions of the law, each with its default, its explanation and the value in force (law book [?]). */
export const settingsPage = page({
  permission: 'settings.read',
  shell: 'desk',
  async load(ctx) {
    const [stored, mayChange] = await Promise.all([storedSettings(ctx.db), ctx.may('settings.change')]);
    return { stored, mayChange, day: ctx.day, local: /\/\/(localhost|127\.)/.test(ctx.baseUrl), baseUrl: ctx.baseUrl };
  },
  head: () => 'Thiết lập',
  view: ({ stored, mayChange, day, local, baseUrl }, ctx) => (
    <div class="stack-7">
      <h1>Thiết lập</h1>
      {local && (
        <Note kind="soon" title={`Mã QR trên giấy chứng nhận đang mang địa chỉ ${baseUrl}.`}>
          Người khác không mở được địa chỉ này. Đặt BASE_URL là địa chỉ công khai trước khi cấp giấy thật.
        </Note>
      )}
      <p>
        Những chỗ văn bản để ngỏ được ghi ở đây, kèm ngày áp dụng và lý do. Việc đã quyết giữ giá trị của ngày đó. Xem
        thêm <a href={administrationPaths.holidays}>ngày nghỉ và ngày làm bù</a>,{' '}
        <a href={administrationPaths.logo}>logo OCOP</a>.
      </p>
      {!mayChange && <p class="mut">Quản trị hệ thống đổi các thiết lập này.</p>}
      <DataTable
        rows={inForce(stored, day)}
        columns={overview}
        caption="Đang áp dụng"
        showCaption
        keyOf={(row) => row.key}
      />
      {SETTINGS.map(([key, setting]) => (
        <OneSetting
          key={key}
          name={key}
          setting={setting}
          stored={stored.filter((one) => one.key === key)}
          day={day}
          state={mayChange ? ctx.form('settings.change', key) : undefined}
        />
      ))}
    </div>
  ),
});

const SETTINGS = Object.entries(LAW_SETTINGS) as [LawSettingKey, LawSetting][];

/** Each setting with the row that holds on the day; none while the default does. */
const inForce = (stored: readonly StoredSetting[], day: string) =>
  SETTINGS.map(([key, setting]) => ({
    ...{ key, setting },
    now: stored.find((one) => one.key === key && one.validFrom <= day),
  }));
type InForce = ReturnType<typeof inForce>[number];

const overview = [
  { head: 'Thiết lập', rowHead: true, cell: ({ key, setting }: InForce) => <a href={`#tl-${key}`}>{setting.label}</a> },
  { head: 'Đang dùng', cell: ({ setting, now }: InForce) => valueWords(setting, now?.value ?? setting.initial) },
  { head: 'Từ ngày', cell: ({ now }: InForce) => (now ? formatDay(now.validFrom) : 'Mặc định') },
];

function OneSetting({
  name,
  setting,
  stored,
  day,
  state,
}: {
  name: string;
  setting: LawSetting;
  stored: readonly StoredSetting[];
  day: string;
  state: FormState | undefined;
}) {
  const now = stored.find((one) => one.validFrom <= day);
  const value = now?.value ?? setting.initial;
  return (
    <section class="line pb-5 stack-3" aria-labelledby={`tl-${name}`}>
      <h2 id={`tl-${name}`} class="text-lg">
        {setting.label}
      </h2>
      <p class="mut">
        {setting.explain} ({basisText(setting.basis)})
      </p>
      <p>
        Đang dùng: <b>{valueWords(setting, value)}</b>
        {now ? `, từ ${formatDay(now.validFrom)}${now.note ? `: ${now.note}` : ''}` : ' (mặc định)'}
      </p>
      {state && (
        <details>
          <summary>Đổi</summary>
          <Form action={administrationPaths.settings} state={state} hidden={{ key: name }} class="stack-4 mt-4">
            {setting.type === 'number' || setting.type === 'numbers' ? (
              <TextField
                name="value"
                label="Giá trị"
                value={setting.type === 'numbers' ? listed(value) : String(value)}
                unit={setting.unit}
                width={setting.type === 'numbers' ? 'mid' : 'num'}
                inputMode={setting.type === 'numbers' ? 'text' : 'numeric'}
                hint={setting.type === 'numbers' ? 'Số lớn trước, cách nhau dấu phẩy' : undefined}
              />
            ) : (
              <SelectField name="value" label="Giá trị" value={String(value)} choices={choicesOf(setting)} />
            )}
            <DateField name="validFrom" label="Áp dụng từ ngày" value={formatDay(day)} />
            <TextField name="note" label="Căn cứ, lý do" />
            <Button>Đổi thiết lập</Button>
          </Form>
        </details>
      )}
    </section>
  );
}

function choicesOf(setting: LawSetting) {
  if (setting.type === 'choice') return setting.choices;
  return [
    { value: 'true', label: 'Bật' },
    { value: 'false', label: 'Tắt' },
  ];
}

const listed = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));

function valueWords(setting: LawSetting, value: unknown): string {
  if (setting.type === 'flag') return value === true ? 'Bật' : 'Tắt';
  if (setting.type === 'number')
    return `${typeof value === 'number' ? formatNumber(value) : String(value)} ${setting.unit}`;
  if (setting.type === 'numbers') return `${listed(value)} ${setting.unit}`;
  return setting.choices.find((one) => one.value === value)?.label ?? String(value);
}
