import type { Round } from '#law/rounds';
import { page } from '#platform/http/page';
import { setting } from '#platform/settings';
import { Button, DataTable, EmptyState, Form, type FormState, formatDay, TakeList } from '#ui';
import { inTime, listRounds, missingRounds, type RoundRow } from '../queries.ts';
import { roundPaths } from '../urls.ts';

interface Data {
  readonly rounds: readonly RoundRow[];
  readonly missing: readonly Round[];
  readonly mayPlan: boolean;
  readonly mayExport: boolean;
  readonly inclusive: boolean;
  readonly day: string;
  readonly many: boolean;
  /** The reader is the Ministry's office: its own rounds go by the provinces' letters. */
  readonly central: boolean;
}

/** Rounds of the province; the two a year that the act fixes are offered to be planned with one press (Art. 5.1). */
export const roundsPage = page({
  permission: 'round.read',
  shell: 'desk',
  async load(ctx): Promise<Data> {
    const [rounds, mayPlan, mayExport, inclusive] = await Promise.all([
      listRounds(ctx.db, ctx.within('round.read', 'l')),
      ctx.may('round.plan'),
      ctx.may('list.export'),
      setting(ctx.db, 'cutoffInclusive', { scope: ctx.actor.area, day: ctx.day }),
    ]);
    const central = ctx.actor.role === 'ministry';
    return {
      rounds,
      mayPlan,
      mayExport,
      missing: mayPlan ? missingRounds(central ? 'central' : 'province', rounds, ctx.day) : [],
      central,
      inclusive: inclusive === true,
      day: ctx.day,
      many: central || new Set(rounds.map(({ province }) => province)).size > 1,
    };
  },
  head: () => ({ title: 'Đợt đánh giá', here: roundPaths.list }),
  view: (data, ctx) => <Rounds {...data} state={ctx.form('round.plan')} />,
});

function Rounds({
  rounds,
  missing,
  mayPlan,
  mayExport,
  inclusive,
  day,
  many,
  central,
  state,
}: Data & { state: FormState }) {
  return (
    <div class="stack-5">
      <div class="pagehd">
        <div>
          <h1>Đợt đánh giá</h1>
          <p class="ink2">
            {central
              ? 'Hồ sơ 5 sao vào đợt của Bộ theo ngày văn bản của tỉnh.'
              : 'Hồ sơ vào đợt theo ngày văn bản đề nghị của xã.'}
            {!mayPlan && ' Cơ quan OCOP cấp tỉnh lập và sửa đợt.'}
          </p>
        </div>
        <div class="row tight">
          {mayExport && <TakeList href={roundPaths.sheet} />}
          {mayPlan && (
            <Button icon="plus" href={roundPaths.plan}>
              Lập đợt khác
            </Button>
          )}
        </div>
      </div>
      <section class="stack" aria-labelledby="da-lap">
        <div class="sechd">
          <h2 id="da-lap">Đợt đã lập</h2>
        </div>
        {rounds.length === 0 ? (
          <EmptyState title="Chưa có đợt nào">Lập đợt để đưa hồ sơ các xã đề nghị vào đánh giá.</EmptyState>
        ) : (
          <DataTable
            caption="Đợt đánh giá"
            rows={rounds}
            keyOf={({ id }) => id}
            columns={columnsOf({ mayPlan, many, central, day })}
          />
        )}
      </section>
      {missing.length > 0 && (
        <section aria-labelledby="theo-luat">
          <div class="sechd">
            <h2 id="theo-luat">Đợt theo Điều 5 chưa lập</h2>
          </div>
          {missing.map((round) => (
            <Offered
              key={`${round.year}-${round.no}`}
              round={round}
              by={central ? 'Tỉnh gửi' : 'Xã đề nghị'}
              inclusive={inclusive}
              state={state}
            />
          ))}
        </section>
      )}
    </div>
  );
}

function Offered({ round, by, inclusive, state }: { round: Round; by: string; inclusive: boolean; state: FormState }) {
  const { year, no, proposedBefore, completedBefore } = round;
  return (
    <Form
      class="row between border-b border-line py-3"
      action={roundPaths.plan}
      state={state}
      hidden={{
        year: String(year),
        no: String(no),
        proposedBefore,
        completedBefore,
        ...(inclusive ? { inclusive: 'on' } : {}),
      }}
      summary={false}
      label={`Lập đợt ${no} năm ${year}`}
    >
      <p>
        <b>
          Đợt {no} năm {year}
        </b>
        <span class="sm ink2 block">
          {by} trước ngày {formatDay(proposedBefore)}, hoàn thành trước ngày {formatDay(completedBefore)}
        </span>
      </p>
      <Button label={`Lập đợt ${no} năm ${year}`}>Lập đợt này</Button>
    </Form>
  );
}

function columnsOf({ mayPlan, many, central, day }: Pick<Data, 'mayPlan' | 'many' | 'central' | 'day'>) {
  const name = ({ no, year }: RoundRow) => `Đợt ${no} năm ${year}`;
  return [
    {
      head: 'Đợt',
      rowHead: true,
      cell: (row: RoundRow) => (
        <>
          <a href={`/ho-so?round=${row.id}`}>{name(row)}</a>
          {(row.extra || many) && (
            <span class="sm mut block">
              {[many && row.provinceName, row.extra && `Đợt thêm, ${row.act ?? 'chưa ghi kế hoạch'}`]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </>
      ),
    },
    {
      head: central ? 'Nhận đề nghị đến' : 'Xã đề nghị',
      cell: (row: RoundRow) => `${row.inclusive ? 'đến hết ngày' : 'trước ngày'} ${formatDay(row.proposedBefore)}`,
    },
    { head: 'Hoàn thành', cell: (row: RoundRow) => `trước ngày ${formatDay(row.completedBefore)}` },
    {
      head: 'Nhận đề nghị',
      cell: (row: RoundRow) => (inTime(row, day) ? 'Đang nhận' : 'Đã hết hạn'),
    },
    {
      head: 'Hồ sơ',
      number: true,
      cell: (row: RoundRow) => <a href={`/ho-so?round=${row.id}`}>{row.dossiers} hồ sơ</a>,
    },
    ...(mayPlan
      ? [
          {
            head: 'Việc',
            cell: (row: RoundRow) =>
              (row.level === 'central') === central && (
                <a href={roundPaths.correct(row.id)} aria-label={`Sửa ${name(row)}`}>
                  Sửa
                </a>
              ),
          },
        ]
      : []),
  ];
}
