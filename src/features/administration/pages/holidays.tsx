import { z } from 'zod';
import { page } from '#platform/http/page';
import { Button, DataTable, EmptyState, Form, formatDay, formatWeekday, Icon, SelectField, TextField } from '#ui';
import { holidaysOf } from '../queries.ts';
import { dayKinds } from '../schema.ts';
import { administrationPaths } from '../urls.ts';

/** Days off and swapped days of a year, from its act. Until they are entered, terms that touch them are tentative (R21.1). */
export const holidaysPage = page({
  permission: 'settings.read',
  query: z.object({ nam: z.coerce.number().int().min(2019).max(2100).optional().catch(undefined) }),
  shell: 'desk',
  async load(ctx, _params, { nam }) {
    const year = nam ?? Number(ctx.day.slice(0, 4));
    return { year, days: await holidaysOf(ctx.db, year), mayChange: await ctx.may('settings.change') };
  },
  head: ({ year }) => ({ title: `Ngày nghỉ năm ${year}`, here: administrationPaths.settings }),
  view: ({ year, days, mayChange }, ctx) => (
    <div class="stack-5">
      <div class="row between">
        <div>
          <p class="mb-1">
            <a class="crumb" href={administrationPaths.settings}>
              <Icon name="left" />
              Thiết lập
            </a>
          </p>
          <h1>Ngày nghỉ, ngày làm bù năm {year}</h1>
        </div>
        <div class="row tight">
          <Button href={`${administrationPaths.holidays}?nam=${year - 1}`}>Năm {year - 1}</Button>
          <Button href={`${administrationPaths.holidays}?nam=${year + 1}`}>Năm {year + 1}</Button>
        </div>
      </div>
      <p class="mut">
        01/01, 30/4, 01/5, 02/9 đã có sẵn theo Bộ luật Lao động. Tết, Giỗ Tổ, ngày nghỉ bù và hoán đổi ghi theo văn bản
        của năm; trước đó thời hạn chạm các ngày này là “tạm tính”.
      </p>
      {!mayChange && <p class="mut">Quản trị hệ thống ghi và bỏ các ngày này.</p>}
      {days.length === 0 ? (
        <EmptyState title={`Chưa ghi ngày nào của năm ${year}`} />
      ) : (
        <DataTable
          rows={days}
          caption={`Ngày nghỉ năm ${year}`}
          keyOf={(row) => row.day}
          columns={[
            { head: 'Ngày', rowHead: true, cell: (row) => formatWeekday(row.day) },
            { head: 'Loại', cell: (row) => dayKinds[row.kind] },
            { head: 'Tên', cell: (row) => row.name },
            { head: 'Văn bản', cell: (row) => row.act },
            {
              head: 'Bỏ',
              cell: (row) =>
                mayChange ? (
                  <Form
                    action={`${administrationPaths.holidays}/bo`}
                    state={ctx.form('settings.removeHoliday', row.day)}
                    hidden={{ day: row.day }}
                  >
                    <Button small label={`Bỏ ngày ${formatDay(row.day)}`}>
                      Bỏ
                    </Button>
                  </Form>
                ) : (
                  ''
                ),
            },
          ]}
        />
      )}
      {mayChange && (
        <Form action={administrationPaths.holidays} state={ctx.form('settings.enterHoliday')} class="box stack-4">
          <h2>Ghi thêm ngày</h2>
          <div class="row items-end">
            <TextField name="day" label="Ngày" width="date" inputMode="numeric" />
            <SelectField
              name="kind"
              label="Loại"
              value="off"
              choices={Object.entries(dayKinds).map(([value, label]) => ({ value, label }))}
            />
          </div>
          <TextField name="name" label="Tên ngày" hint="Ví dụ: Tết Nguyên đán 2027" />
          <TextField name="act" label="Văn bản" hint="Số, ngày văn bản công bố ngày nghỉ của năm" />
          <Button kind="main">Ghi ngày</Button>
        </Form>
      )}
    </div>
  ),
});
