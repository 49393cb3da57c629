import { taskPaths } from '#features/tasks';
import type { UnitItem } from '#features/units';
import { Button, DataTable, DateField, Form, formatDay, formatNumber, SelectField } from '#ui';
import type { Board, BoardFigure } from '../board.ts';
import type { Asked } from '../queries.ts';
import { boardPaths } from '../urls.ts';

/** Which unit, as of which day, by the units of which day. */
export function AskForm({ asked, choices }: { asked: Asked; choices: readonly UnitItem[] }) {
  const country = asked.own === null ? [{ value: '', label: 'Cả nước' }] : [];
  const units = choices.map(({ id, name, former }) => ({ value: id, label: former ? `${name} (cũ)` : name }));
  return (
    <Form action={boardPaths.home} method="get" class="row items-end" label="Chọn đơn vị và ngày">
      <SelectField name="donvi" label="Đơn vị" value={asked.unit?.id ?? ''} choices={[...country, ...units]} />
      <DateField name="ngay" label="Số liệu đến ngày" value={formatDay(asked.asOf)} />
      <DateField name="theo" label="Theo đơn vị ngày" value={formatDay(asked.unitsAsOf)} />
      <DateField
        name="biet"
        label="Như đã biết đến ngày"
        value={asked.knownAt === null ? '' : formatDay(asked.knownAt)}
        optional
      />
      <Button>Xem</Button>
    </Form>
  );
}

interface SeeToProps {
  readonly work: Board['work'];
  readonly lateTasks: number | null;
  readonly expiring: BoardFigure | undefined;
  readonly expired: BoardFigure | undefined;
  readonly revoked: BoardFigure | undefined;
  readonly annulled: BoardFigure | undefined;
}

interface Row {
  readonly words: string;
  readonly count: number;
  readonly href: string | null;
  readonly state?: 'late' | 'near';
}

/** What is late or comes to its end, each with its list. */
export function SeeTo({ work, lateTasks, expiring, expired, revoked, annulled }: SeeToProps) {
  const ended = [expiring, expired, revoked, annulled].flatMap((figure): Row[] =>
    figure === undefined ? [] : [{ words: figure.label, count: figure.value ?? 0, href: figure.href }],
  );
  const queue: Row[] =
    work === null
      ? []
      : [
          {
            words: 'Việc quá hạn',
            count: work.late,
            href: '/viec-cua-toi?term=late',
            ...(work.late > 0 && { state: 'late' }),
          },
          {
            words: 'Việc sắp đến hạn',
            count: work.soon,
            href: '/viec-cua-toi?term=soon',
            ...(work.soon > 0 && { state: 'near' }),
          },
        ];
  const tasks: Row[] =
    lateTasks === null
      ? []
      : [
          {
            words: 'Việc được giao quá hạn, chưa báo kết quả',
            count: lateTasks,
            href: taskPaths.listWith({ xem: 'late' }),
            ...(lateTasks > 0 && { state: 'late' }),
          },
        ];
  return (
    <>
      <div class="sechd">
        <h2 id="can-lo">Việc cần lo</h2>
      </div>
      <DataTable
        caption="Việc cần lo"
        rows={[...queue, ...tasks, ...ended]}
        keyOf={({ words }) => words}
        state={({ state }) => state}
        fold={false}
        columns={[
          { head: 'Việc', rowHead: true, cell: ({ words }) => words },
          {
            head: 'Số',
            number: true,
            cell: ({ count, href }) => (href === null ? formatNumber(count) : <a href={href}>{formatNumber(count)}</a>),
          },
        ]}
      />
    </>
  );
}
