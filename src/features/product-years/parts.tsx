/** What pages of this chapter, and the product's record, show of a year. */
import { CHANNELS } from '#law/product-years';
import { Button, Checkboxes, FactsList, formatDay, Note, NumberField, StatusTag, TextArea, TextField } from '#ui';
import { type ProductYear, shownOf, type Version } from './queries.ts';
import { yearPaths } from './urls.ts';
import { channelWords, jobsWords, millionTyped, moneyWords, quantityWords } from './words.ts';

/** The figures of one version, by name. */
export function Figures({ version }: { version: Version }) {
  const { online, exported, markets, note } = version;
  return (
    <FactsList
      facts={[
        { term: 'Sản lượng', value: quantityWords(version) },
        { term: 'Doanh thu', value: moneyWords(version.revenue) },
        { term: 'Lao động', value: jobsWords(version) },
        version.channels.length > 0 && { term: 'Bán ở đâu', value: channelWords(version) },
        online !== null && { term: 'Bán qua mạng', value: moneyWords(online) },
        exported !== null && { term: 'Xuất khẩu', value: moneyWords(exported) },
        markets !== null && { term: 'Thị trường chính', value: markets },
        note !== null && { term: 'Ghi chú', value: <span class="whitespace-pre-line">{note}</span> },
      ]}
    />
  );
}

/** Years of one product on its record, newest first, with the way to tell the year that is asked for. */
export function YearsSection({
  product,
  years,
  asked,
  mayReport,
}: {
  product: string;
  years: readonly ProductYear[];
  asked: { readonly year: number; readonly due: string };
  mayReport: boolean;
}) {
  const missing = !years.some(({ year }) => year === asked.year);
  return (
    <section class="stack" aria-labelledby="so-lieu-nam">
      <div class="row between line">
        <h2 id="so-lieu-nam" class="text-lg">
          Sản lượng, doanh thu, lao động từng năm
        </h2>
        {mayReport && (
          <Button small icon="plus" href={yearPaths.reportYear(product, asked.year)}>
            Báo số liệu
          </Button>
        )}
      </div>
      {mayReport && missing && (
        <p class="sm ink2">
          Chưa báo năm {asked.year}, hạn ngày {formatDay(asked.due)}.
        </p>
      )}
      {years.length === 0 ? (
        <p class="mut">Chưa có năm nào.</p>
      ) : (
        <ul class="border-t border-line">
          {years.map((one) => (
            <YearLine key={one.id} one={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function YearLine({ one }: { one: ProductYear }) {
  const version = shownOf(one);
  return (
    <li class="border-b border-line py-3">
      <p class="row between line">
        <a class="font-semibold" href={yearPaths.one(one.id)}>
          Năm {one.year}
        </a>
        <StatusTag status={`productYear.${one.state}`} />
      </p>
      {version && (
        <p class="sm ink2">
          {quantityWords(version)} · {moneyWords(version.revenue)} · {formatJobs(version)}
        </p>
      )}
    </li>
  );
}

const formatJobs = (version: Version) => `lao động: ${jobsWords(version)}`;

/** What a report asks; `unit`: what the last year was counted in. */
export function YearFields({ value, unit }: { value?: Version; unit?: string | undefined }) {
  return (
    <>
      <div class="row items-end">
        <NumberField name="quantity" label="Sản lượng" value={typed(value?.quantity)} />
        <TextField
          name="quantityUnit"
          label="Đơn vị tính"
          value={value?.quantityUnit ?? unit}
          width="short"
          hint="kg, lít, gói"
        />
      </div>
      <NumberField
        name="revenueMillion"
        label="Doanh thu"
        hint="Tiền bán sản phẩm này cả năm"
        unit="triệu đồng"
        value={millionTyped(value?.revenue ?? null)}
      />
      <NumberField name="jobs" label="Số lao động làm sản phẩm này" unit="người" value={value?.jobs} />
      <NumberField name="women" label="Trong đó: lao động nữ" unit="người" value={value?.women} />
      <NumberField name="local" label="Trong đó: người địa phương" unit="người" value={value?.local} />
      <Checkboxes
        name="channels"
        label="Bán ở đâu"
        hint="Chọn mọi nơi có bán trong năm"
        values={value?.channels ?? []}
        choices={Object.entries(CHANNELS).map(([channel, label]) => ({ value: channel, label }))}
      />
      <NumberField
        name="onlineMillion"
        label="Trong đó: bán qua mạng"
        unit="triệu đồng"
        value={millionTyped(value?.online ?? null)}
        optional
      />
      <NumberField
        name="exportMillion"
        label="Trong đó: xuất khẩu"
        unit="triệu đồng"
        value={millionTyped(value?.exported ?? null)}
        optional
      />
      <TextField name="markets" label="Thị trường chính" hint="Tỉnh, nước" value={value?.markets} optional />
      <TextArea name="note" label="Ghi chú" value={value?.note} rows={2} optional />
    </>
  );
}

const typed = (value: number | undefined) => (value === undefined ? undefined : String(value).replace('.', ','));

/** On the producer's first page: what is owed of the year asked for; nothing when nothing is. */
export function OwedYears({ year, due, missing, returned, day }: Owed & { day: string }) {
  if (missing + returned === 0) return null;
  const count = [
    missing > 0 && `${missing} sản phẩm chưa báo`,
    returned > 0 && `${returned} sản phẩm xã trả lại để sửa`,
  ];
  return (
    <Note kind={day > due ? 'soon' : 'info'} title={`Số liệu năm ${year}`}>
      {count.filter(Boolean).join(', ')}. Hạn báo: ngày {formatDay(due)}
      {day > due && ', quá hạn vẫn báo được'}. <a href={yearPaths.listWith({ nam: year })}>Báo số liệu</a>
    </Note>
  );
}

interface Owed {
  readonly year: number;
  readonly due: string;
  readonly missing: number;
  readonly returned: number;
}
