import { readUnit } from '#features/units';
import { PERIODS, periodOn } from '#law/report-periods';
import { page } from '#platform/http/page';
import { Button, DateField, Form, FormEnd, NumberField, Radios, SelectField } from '#ui';
import { cutoffDay } from '../figures.ts';
import { templatesOf } from '../own-templates.ts';
import { predecessors } from '../start.ts';
import { reportPaths } from '../urls.ts';

/** Chooses template, unit and period of a new report. */
export const newReportPage = page({
  permission: 'report.begin',
  shell: 'desk',
  async load({ db, day, actor }) {
    const { unit, area } = actor;
    const ids = unit === null ? [] : [unit, ...(await predecessors(db, unit))];
    const found = await Promise.all(ids.map((id) => readUnit(db, id, day)));
    const units = found.flatMap((one) =>
      one === null ? [] : [{ value: one.id, label: one.former ? `${one.name} (cũ)` : one.name }],
    );
    const templates = await templatesOf(db, area);
    return { units, templates, next: periodOn('quarter', day, await cutoffDay(db, day, area)) };
  },
  head: () => ({ title: 'Lập báo cáo', here: reportPaths.list, up: { href: reportPaths.list, words: 'Báo cáo' } }),
  view: ({ units, templates, next }, ctx) => (
    <div class="form stack-5">
      <h1>Lập báo cáo</h1>
      <Form action={reportPaths.new} state={ctx.form('report.begin')} class="stack-5">
        <Radios
          name="template"
          label="Mẫu báo cáo"
          value="periodic-table"
          choices={templates.map(({ id, name, summary, periods }) => ({
            value: id,
            label: name,
            hint: `${summary.replaceAll(/\s*\{[^}]*\}/gu, '')}. Kỳ: ${periods.map((one) => PERIODS[one].toLowerCase()).join(', ')}.`,
          }))}
        />
        {units.length === 0 ? (
          <p>Địa bàn: cả nước. Báo cáo các tỉnh đã gửi của mẫu và kỳ này được ghi làm nguồn.</p>
        ) : (
          <SelectField name="unit" label="Địa bàn" value={units[0]?.value} choices={units} />
        )}
        <SelectField
          name="period"
          label="Kỳ"
          value={next.kind}
          choices={Object.entries(PERIODS).map(([value, label]) => ({ value, label }))}
        />
        <NumberField name="year" label="Năm" value={String(next.year)} />
        <NumberField
          name="part"
          label="Tháng hoặc quý thứ"
          hint="Kỳ tháng: 1 đến 12. Kỳ quý: 1 đến 4."
          value={String(next.part)}
          optional="sometimes"
        />
        <DateField name="asOf" label="Số liệu tính đến ngày" hint="Để trống: ngày cuối kỳ" optional />
        <DateField
          name="unitsAsOf"
          label="Theo đơn vị hành chính của ngày"
          hint="Để trống: cùng ngày số liệu"
          optional
        />
        <FormEnd>
          <Button kind="main">Tính số liệu, mở bản nháp</Button>
          <Button kind="bare" href={reportPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
