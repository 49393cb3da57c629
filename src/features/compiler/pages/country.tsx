import { PERIODS, periodWords } from '#law/report-periods';
import { listFile } from '#platform/documents/list-file';
import { page } from '#platform/http/page';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import {
  Button,
  DataTable,
  Form,
  formatDay,
  formatMoment,
  formatNumber,
  NumberField,
  SelectField,
  StatusTag,
  statusLook,
  TakeList,
  withFilters,
} from '#ui';
import { ADDED, addedLabel, type Country, countryOf, countryQuery, type ProvinceLine } from '../country.ts';
import { TEMPLATES } from '../template.ts';
import { reportPaths } from '../urls.ts';

/** Reports of the provinces for one period, side by side with their sum; for those who read the whole country. */
export const countryPage = page({
  permission: 'report.read',
  query: countryQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    if (ctx.actor.area !== null) throw notFound();
    return countryOf(ctx.db, ctx.day, ctx.within('report.read', 'l'), query);
  },
  head: () => ({
    title: 'Báo cáo của các tỉnh, cả nước',
    here: reportPaths.list,
    up: { href: reportPaths.list, words: 'Báo cáo' },
  }),
  view: (country) => <CountryView {...country} />,
});

const asked = ({ template, period }: Country) => ({
  mau: template,
  ky: period.kind,
  nam: String(period.year),
  phan: String(period.part),
});

function CountryView(country: Country) {
  const { template, period, asOf, lines, sums, counted } = country;
  const sent = lines.filter(({ no }) => no !== null);
  return (
    <div class="stack-5">
      <div class="pagehd">
        <div>
          <h1>Báo cáo của các tỉnh, cả nước</h1>
          <p class="ink2">
            {TEMPLATES.get(template)?.name}, {periodWords(period)}: {sent.length}/{lines.length} tỉnh, thành phố đã gửi,{' '}
            {lines.filter(({ state }) => state === ACCEPTED).length} đã được tiếp nhận.
          </p>
        </div>
        <TakeList href={withFilters(reportPaths.countrySheet, asked(country))} />
      </div>
      <Form action={reportPaths.country} method="get" class="row items-end" label="Chọn mẫu và kỳ">
        <SelectField
          name="mau"
          label="Mẫu"
          value={template}
          choices={[...TEMPLATES.values()].map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="ky"
          label="Kỳ"
          value={period.kind}
          choices={Object.entries(PERIODS).map(([value, label]) => ({ value, label }))}
        />
        <NumberField name="nam" label="Năm" value={String(period.year)} />
        <NumberField name="phan" label="Tháng hoặc quý thứ" value={String(period.part)} />
        <Button>Xem</Button>
      </Form>
      <section class="stack-4" aria-labelledby="cong">
        <div class="sechd">
          <h2 id="cong">Cộng các tỉnh đã gửi, bên số tính từ hồ sơ cả nước</h2>
        </div>
        <DataTable
          caption={`Số liệu đến ngày ${formatDay(asOf)}`}
          rows={counted}
          keyOf={({ id }) => id}
          columns={[
            { head: 'Số liệu', rowHead: true, cell: ({ label }) => label },
            { head: 'Cộng các tỉnh đã gửi', number: true, cell: ({ id }) => formatNumber(sums[id] ?? 0) },
            {
              head: 'Tính từ hồ sơ cả nước',
              number: true,
              cell: ({ value, list }) =>
                list === null ? (
                  formatNumber(value ?? 0)
                ) : (
                  <a href={list.replace('/api/v1/figures/', '/so-lieu/')}>{formatNumber(value ?? 0)}</a>
                ),
            },
            { head: 'Chênh', number: true, cell: ({ id, value }) => formatNumber((sums[id] ?? 0) - (value ?? 0)) },
          ]}
        />
        <p class="ink2">
          Chênh vì tỉnh chưa gửi, hoặc hồ sơ đổi sau khi gửi; mở báo cáo của tỉnh để xem số nào đã đổi.
        </p>
      </section>
      <section class="stack-4" aria-labelledby="tung-tinh">
        <div class="sechd">
          <h2 id="tung-tinh">Từng tỉnh, thành phố</h2>
        </div>
        <DataTable
          caption="Báo cáo của từng tỉnh, thành phố"
          rows={lines.toSorted((a, b) => Number(b.no !== null) - Number(a.no !== null))}
          keyOf={({ code, name }) => code ?? name}
          columns={[
            {
              head: 'Tỉnh, thành phố',
              rowHead: true,
              cell: ({ name, report }: ProvinceLine) =>
                report === null ? name : <a href={reportPaths.one(report)}>{name}</a>,
            },
            {
              head: 'Báo cáo',
              bare: true,
              cell: ({ state }: ProvinceLine) =>
                state === null ? <span class="mut">Chưa gửi</span> : <StatusTag status={`report.${state}`} />,
            },
            {
              head: 'Gửi lúc',
              cell: ({ no, sentAt }: ProvinceLine) => (sentAt === null ? '' : `Bản ${no}, ${formatMoment(sentAt)}`),
            },
            { head: 'Còn hiệu lực', number: true, cell: (row: ProvinceLine) => told(row, 'stock.products') },
            { head: 'Công nhận trong kỳ', number: true, cell: (row: ProvinceLine) => told(row, 'period.recognised') },
          ]}
        />
      </section>
    </div>
  );
}

const ACCEPTED = 'acceptedByMinistry';
const told = ({ values }: ProvinceLine, figure: string): string => {
  const value = values[figure];
  return value == null ? '' : formatNumber(value);
};

/** The same as a file: a line a province, then the sum and what the records count. */
export const countrySheet = download({
  name: 'report.country',
  title: 'Báo cáo của các tỉnh (Excel)',
  permission: 'list.export',
  query: countryQuery,
  logged: 'export',
  async run(ctx, _params, query) {
    if (ctx.actor.area !== null || !(await ctx.may('report.read'))) throw notFound();
    const { lines, sums, counted, asOf } = await countryOf(ctx.db, ctx.day, ctx.within('report.read', 'l'), query);
    const all = Object.fromEntries(counted.map(({ id, value }) => [id, value]));
    const row = (name: string, state: string, sentAt: Date | null, values: ProvinceLine['values']) => ({
      ...{ name, state, sentAt, values },
    });
    const rows = [
      ...lines.map(({ name, state, sentAt, values }) =>
        row(name, state === null ? 'Chưa gửi' : statusLook(`report.${state}`).words, sentAt, values),
      ),
      row('Cộng các tỉnh đã gửi', '', null, sums),
      row('Tính từ hồ sơ cả nước', '', null, all),
    ];
    return listFile(`bao-cao-cac-tinh-${asOf}`, 'Báo cáo của các tỉnh, cả nước', rows, [
      ['Tỉnh, thành phố', 'text', 30, ({ name }) => name],
      ['Báo cáo', 'text', 22, ({ state }) => state],
      ['Gửi lúc', 'text', 20, ({ sentAt }) => (sentAt === null ? null : formatMoment(sentAt))],
      ...ADDED.map(
        (figure) =>
          [
            addedLabel(figure),
            'integer',
            16,
            ({ values }: { values: ProvinceLine['values'] }) => values[figure] ?? null,
          ] as const,
      ),
    ]);
  },
});
