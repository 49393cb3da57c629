import { PERIODS, periodWords } from '#law/report-periods';
import { listFile } from '#platform/documents/list-file';
import type { FormSource } from '#platform/http/context';
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
import { type Country, countryOf, countryQuery } from '../country.ts';
import { ADDED, addedLabel, inOrder, isAccepted, type ProvinceLine } from '../sources.ts';
import { TEMPLATES } from '../template.ts';
import { reportPaths } from '../urls.ts';

/** Reports of the provinces for one period, side by side with their sum; for those who read the whole country. */
export const countryPage = page({
  permission: 'report.read',
  query: countryQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    if (ctx.actor.area !== null) throw notFound();
    const [country, mayBegin] = await Promise.all([
      countryOf(ctx.db, ctx.day, ctx.within('report.read', 'l'), query),
      ctx.may('report.begin'),
    ]);
    return { country, mayBegin: mayBegin === true };
  },
  head: () => ({
    title: 'Báo cáo của các tỉnh, cả nước',
    here: reportPaths.list,
    up: { href: reportPaths.list, words: 'Báo cáo' },
  }),
  view: ({ country, mayBegin }, ctx) => <CountryView country={country} mayBegin={mayBegin} ctx={ctx} />,
});

const asked = ({ template, period }: Country) => ({
  mau: template,
  ky: period.kind,
  nam: String(period.year),
  phan: String(period.part),
});

interface ViewProps {
  readonly country: Country;
  readonly mayBegin: boolean;
  readonly ctx: FormSource;
}

function CountryView({ country, mayBegin, ctx }: ViewProps) {
  const { template, period, asOf, lines, sums, figures } = country;
  const sent = lines.filter(({ no }) => no !== null);
  return (
    <div class="stack-5">
      <div class="pagehd">
        <div>
          <h1>Báo cáo của các tỉnh, cả nước</h1>
          <p class="ink2">
            {TEMPLATES.get(template)?.name}, {periodWords(period)}: {sent.length}/{lines.length} tỉnh, thành phố đã gửi,{' '}
            {lines.filter(isAccepted).length} đã được tiếp nhận.
          </p>
        </div>
        <div class="row tight">
          <OwnReport country={country} mayBegin={mayBegin} ctx={ctx} />
          <TakeList href={withFilters(reportPaths.countrySheet, asked(country))} />
        </div>
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
          rows={figures}
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
          Bản đã trả lại không cộng. Chênh vì tỉnh chưa gửi, hoặc hồ sơ đổi sau khi gửi; mở báo cáo của tỉnh để xem số
          nào đã đổi.
        </p>
      </section>
      <section class="stack-4" aria-labelledby="tung-tinh">
        <div class="sechd">
          <h2 id="tung-tinh">Từng tỉnh, thành phố</h2>
        </div>
        <DataTable
          caption="Báo cáo của từng tỉnh, thành phố"
          rows={inOrder(lines)}
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
              cell: ({ no, sentAt }: ProvinceLine) =>
                sentAt === null ? '' : `Bản ${no}, ${formatMoment(new Date(sentAt))}`,
            },
            { head: 'Còn hiệu lực', number: true, cell: (row: ProvinceLine) => told(row, 'stock.products') },
            { head: 'Công nhận trong kỳ', number: true, cell: (row: ProvinceLine) => told(row, 'period.recognised') },
          ]}
        />
      </section>
    </div>
  );
}

/** Leads to the Ministry's own report of this template and period, or begins it. */
function OwnReport({ country: { own, template, period }, mayBegin, ctx }: ViewProps) {
  if (own !== null)
    return (
      <Button kind="main" href={reportPaths.one(own)}>
        Mở báo cáo cả nước
      </Button>
    );
  if (!mayBegin) return null;
  const { kind, year, part } = period;
  return (
    <Form
      action={reportPaths.new}
      state={ctx.form('report.begin')}
      hidden={{ template, period: kind, year: String(year), part: String(part) }}
    >
      <Button kind="main" icon="plus">
        Lập báo cáo cả nước
      </Button>
    </Form>
  );
}

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
    const row = (name: string, state: string, sentAt: string | null, values: ProvinceLine['values']) => ({
      ...{ name, state, sentAt, values },
    });
    const rows = [
      ...lines.map(({ name, state, sentAt, values }) =>
        row(name, state === null ? 'Chưa gửi' : statusLook(`report.${state}`).words, sentAt, values),
      ),
      row('Cộng các tỉnh đã gửi', '', null, sums),
      row('Tính từ hồ sơ cả nước', '', null, counted),
    ];
    return listFile(`bao-cao-cac-tinh-${asOf}`, 'Báo cáo của các tỉnh, cả nước', rows, [
      ['Tỉnh, thành phố', 'text', 30, ({ name }) => name],
      ['Báo cáo', 'text', 22, ({ state }) => state],
      ['Gửi lúc', 'text', 20, ({ sentAt }) => (sentAt === null ? null : formatMoment(new Date(sentAt)))],
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
