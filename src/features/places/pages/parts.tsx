import { Button, DataTable, DateField, Form, formatDay, formatNumber, Note } from '#ui';
import { type Counts, sumOf, type UnitCount } from '../counts.ts';
import type { DaysAsked } from '../days.ts';
import { type PlaceDays, placeUrl } from '../urls.ts';

/** Days the lists of units are known for, to jump to. */
const SNAPSHOTS = [
  { day: '2021-11-01', words: '63 tỉnh, ba cấp (01/11/2021)' },
  { day: '2025-03-01', words: 'trước sáp nhập (01/03/2025)' },
  { day: '2025-07-01', words: '34 tỉnh, hai cấp (01/07/2025)' },
  { day: '2026-04-30', words: '30/04/2026' },
] as const;

/** The two days of the table, the days of the published lists, and why a typed day is not used. */
export function DaysForm({
  action,
  days,
  linkTo,
}: {
  action: string;
  days: DaysAsked;
  linkTo(days: PlaceDays): string;
}) {
  return (
    <div class="stack-2">
      {days.problems.map((problem) => (
        <Note key={problem} kind="soon">
          {problem} Trang này lấy ngày hôm nay.
        </Note>
      ))}
      <Form action={action} method="get" class="row items-end" label="Chọn ngày">
        <DateField name="ngay" label="Theo đơn vị ngày" value={formatDay(days.units)} />
        <DateField name="hieuluc" label="Chứng nhận còn hiệu lực ngày" value={formatDay(days.valid)} />
        <Button>Xem</Button>
      </Form>
      <p class="sm">
        Danh mục đơn vị:{' '}
        {SNAPSHOTS.map(({ day, words }, place) => (
          <span key={day}>
            {place > 0 && ' · '}
            <a
              href={linkTo({ ngay: day, hieuluc: days.valid })}
              rel="nofollow"
              aria-current={day === days.units ? 'true' : undefined}
            >
              {words}
            </a>
          </span>
        ))}
        {' · '}
        <a href={linkTo({})}>hôm nay</a>
      </p>
    </div>
  );
}

const LINES: readonly { head: string; of(row: Counts): number }[] = [
  { head: 'Sản phẩm', of: (row) => row.products },
  { head: 'Còn hiệu lực', of: (row) => row.valid },
  { head: '3 sao', of: (row) => row.three },
  { head: '4 sao', of: (row) => row.four },
  { head: '5 sao', of: (row) => row.five },
  { head: 'Nguồn không ghi sao', of: (row) => row.unstarred },
];

const asCounted = (row: Counts, name: string): UnitCount => ({ ...row, unit: null, code: null, name });

/** Units with what they count, those of unknown place, and the sum of all. */
export function CountsTable({
  rows,
  days,
  caption,
  unknown,
}: {
  rows: readonly UnitCount[];
  days: DaysAsked;
  caption: string;
  unknown: string;
}) {
  const asked = { ngay: days.units, hieuluc: days.valid };
  const lines = [
    ...rows.map((row) => (row.unit === null ? { ...row, name: unknown } : row)),
    asCounted(sumOf(rows), 'Cộng'),
  ];
  return (
    <DataTable
      caption={caption}
      fold={false}
      rows={lines}
      keyOf={(row) => row.unit ?? row.name ?? ''}
      columns={[
        {
          head: 'Đơn vị',
          rowHead: true,
          cell: (row) =>
            row.unit === null ? (
              <b>{row.name}</b>
            ) : (
              <a class="whitespace-nowrap" href={placeUrl(row.unit, asked)}>
                {row.name}
              </a>
            ),
        },
        { head: 'Mã', cell: (row) => row.code, hide: true },
        ...LINES.filter(({ of }) => of !== LINES[5]?.of || rows.some((row) => row.unstarred > 0)).map(
          ({ head, of }) => ({
            head,
            number: true,
            cell: (row: UnitCount) => formatNumber(of(row)),
          }),
        ),
      ]}
    />
  );
}

/** What the figures mean, with their days. */
export function CountsNote({ days }: { days: DaysAsked }) {
  return (
    <p class="sm mut">
      Đơn vị theo ngày {formatDay(days.units)}. Sản phẩm: đang công khai trên cổng. Còn hiệu lực: lần công nhận còn hiệu
      lực hoặc được gia hạn ngày {formatDay(days.valid)}. Nơi chưa xác định được đơn vị thì không tính cho đơn vị nào,
      ghi ở dòng riêng.
    </p>
  );
}
