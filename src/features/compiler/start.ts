/** Begins a report: which template, which unit, which period. */
import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import { readUnit, type UnitItem } from '#features/units';
import { addDays, dayText } from '#law/days';
import { PARTS, periodWords, reportPeriod } from '#law/report-periods';
import { lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget } from '#platform/ledger/ledger';
import { invalid, notFound, Refusal } from '#platform/refusal';
import { settingsOn } from '#platform/settings';
import { earlier } from './frozen.ts';
import { templateOf } from './own-templates.ts';
import { reportRow, startReport as startInput } from './schema.ts';
import { withSources } from './template.ts';
import { reportPaths } from './urls.ts';

type Given = ReturnType<typeof startInput.parse>;

/** Begins a report of the officer's commune or province. One a template, unit and period: the second is led to the first. */
export const startReport = action({
  name: 'report.begin',
  title: 'Lập báo cáo',
  input: startInput,
  output: reportRow,
  publicData: false,
  async run(ctx, given) {
    const { area, unit: office, account } = ctx.actor;
    const country = office === null; // the Ministry's
    if (!country && area === null) throw notFound();
    const settings = lawSettings(await settingsOn(ctx.tx, ctx.day, area));
    const chosen = await templateOf(ctx.tx, area, given.template);
    const template = chosen !== undefined && country ? withSources(chosen) : chosen;
    if (template === undefined) throw invalid('template', 'Chọn một mẫu báo cáo.');
    const part = partOf(given);
    if (!template.periods.includes(given.period))
      throw invalid('period', `Mẫu “${template.name}” không dùng cho kỳ này. Chọn kỳ khác hoặc mẫu khác.`);
    const period = reportPeriod(given.period, given.year, part, settings.reportCutoffDay);
    const asOf = given.asOf ?? period.to;
    if (asOf < period.from || asOf > period.to)
      throw invalid('asOf', `Chọn ngày trong kỳ, từ ${dayText(period.from)} đến ${dayText(period.to)}.`);
    if (period.from > ctx.day) throw invalid('year', `Kỳ này bắt đầu từ ngày ${dayText(period.from)}, chưa đến.`);
    const unitsAsOf = given.unitsAsOf ?? asOf;
    if (country && given.unit !== undefined) throw invalid('unit', 'Báo cáo của Bộ là của cả nước: để trống địa bàn.');
    const unit = country ? COUNTRY : await placeOf(ctx, given.unit ?? office, office, earlier(unitsAsOf, ctx.day));
    await askFirst(ctx.tx, unit, template.id, period);
    const id = v7();
    const ofProvince = !country && office === area;
    const moved = await beget(ctx.tx, ctx, {
      ...{
        process: 'report',
        id,
        action: country ? 'report.startCountry' : ofProvince ? 'report.startProvince' : 'report.start',
      },
      reach: { commune: country || ofProvince ? null : office, province: area },
      facts: {
        template: template.id,
        templateVersion: template.version,
        unit: unit.id,
        from: period.from,
        asOf,
        unitsAsOf,
      },
      effect: async (tx) => {
        await tx
          .insertInto('compiled_report')
          .values({
            ...{ id, template: template.id, template_version: template.version, content: JSON.stringify(template) },
            ...{ title: `${template.name} ${periodWords(period)}`, unit: unit.id, unit_name: unit.name, office },
            ...{ period: period.kind, year: period.year, part, from_day: period.from, to_day: period.to },
            ...{
              as_of: asOf,
              units_as_of: unitsAsOf,
              send_by: addDays(asOf, settings.reportSendDays),
              author: account,
            },
          })
          .execute();
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** What the Ministry reports on: everything. */
const COUNTRY = { id: null, name: 'Cả nước' } as const;

function partOf({ period, part = 1 }: Given): number {
  if (part > PARTS[period])
    throw invalid('part', period === 'quarter' ? 'Chọn quý từ 1 đến 4.' : 'Kỳ này không chia tháng, quý: để trống.');
  return part;
}

/** The officer's own unit, or one it took the place of: as it stood on the day, or refused with what it became. */
async function placeOf(ctx: ActionContext, id: string, office: string, day: Day): Promise<UnitItem> {
  const unit = await readUnit(ctx.tx, id, day);
  const own = id === office || (await predecessors(ctx.tx, office)).includes(id);
  if (unit === null || !own) throw invalid('unit', 'Chọn đơn vị của mình hoặc đơn vị cũ đã nhập vào đơn vị mình.');
  if (!unit.former) return unit;
  const now = await becameOf(ctx.tx, id, ctx.day);
  const ways = [
    ...(now === null ? [] : [`Nay là ${now}: chọn đơn vị đó`]),
    'Chọn kỳ khi đơn vị còn, hoặc một ngày khác ở “Theo đơn vị hành chính của ngày”',
  ];
  throw invalid('unit', `Ngày ${dayText(day)} không có ${unit.name}. ${ways.join('. ')}.`);
}

/** Units that became this one, whole or in part. */
export async function predecessors(db: Kysely<DB> | Tx, unit: string): Promise<string[]> {
  const { rows } = await sql<{ former: string }>`
    with recursive of as (select former from unit_succession where successor = ${unit}::uuid
      union select s.former from unit_succession s join of on s.successor = of.former) select former from of`.execute(
    db,
  );
  return rows.map(({ former }) => former);
}

async function becameOf(tx: Tx, id: string, day: Day): Promise<string | null> {
  const { rows } = await sql<{ names: string | null }>`
    select string_agg((unit_on(successor, ${day}::date)).full_name, ', ') as names from unit_succession where former = ${id}::uuid`.execute(
    tx,
  );
  return rows[0]?.names ?? null;
}

async function askFirst(
  tx: Tx,
  unit: { readonly id: string | null; readonly name: string },
  template: string,
  { from, to }: { from: Day; to: Day },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`report ${unit.id} ${template}`}, 0))`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    select id from compiled_report where unit is not distinct from ${unit.id}::uuid and template = ${template} and from_day = ${from}::date and to_day = ${to}::date and open`.execute(
    tx,
  );
  const [there] = rows;
  if (there === undefined) return;
  throw new Refusal({
    ...{ status: 409, code: 'thereIsOne' },
    message: `${unit.name} đã có báo cáo này cho kỳ này. Mở báo cáo đó trong danh sách: ${reportPaths.one(there.id)}`,
  });
}
