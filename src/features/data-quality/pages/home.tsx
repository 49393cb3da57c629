import { choices } from '#features/registry';
import type { UnitItem } from '#features/units';
import { page } from '#platform/http/page';
import { Button, Chips, DataTable, EmptyState, FilterSelect, Form, formatNumber } from '#ui';
import { type CheckKind, KINDS } from '../checks/check.ts';
import { CHECKS, type CommuneFaults, factsOn, faultCounts, type WaitingImport, waitingImports } from '../queries.ts';
import { type CheckName, qualityQuery } from '../schema.ts';
import { qualityPaths } from '../urls.ts';

const names = Object.keys(CHECKS) as CheckName[];
const kinds = Object.keys(KINDS) as CheckKind[];

interface Data {
  readonly rows: readonly CommuneFaults[];
  readonly imports: readonly WaitingImport[];
  readonly xa: string | undefined;
  readonly communes: readonly UnitItem[];
}

/** What is missing, doubtful, contradictory or old in the records of an office's area: each count opens its list. */
export const qualityPage = page({
  permission: 'quality.read',
  query: qualityQuery,
  shell: 'desk',
  async load(ctx, _params, { xa }): Promise<Data> {
    const { area, unit } = ctx.actor;
    const facts = await factsOn(ctx.db, ctx.day, area);
    const [rows, imports, { communes }] = await Promise.all([
      faultCounts(ctx.db, facts, ctx.within('quality.read', 'l')),
      waitingImports(ctx.db, ctx.within('listImport.settle', 'l')),
      choices(ctx.db, area === unit ? area : null, ctx.day),
    ]);
    return { rows, imports, xa, communes };
  },
  head: () => ({ title: 'Chất lượng dữ liệu', here: '/so-san-pham' }),
  view: (data) => <Quality {...data} />,
});

/** Faults of one check in the communes given. */
const sumOf = (rows: readonly CommuneFaults[], check: CheckName) =>
  rows.reduce((sum, { counts }) => sum + (counts[check] ?? 0), 0);
const sumOfKind = (row: CommuneFaults, kind: CheckKind) =>
  names.reduce((sum, name) => (CHECKS[name].kind === kind ? sum + (row.counts[name] ?? 0) : sum), 0);

function Quality({ rows, imports, xa, communes }: Data) {
  const shown = xa === undefined ? rows : rows.filter(({ commune }) => commune === xa);
  const total = (kind: CheckKind) => shown.reduce((sum, row) => sum + sumOfKind(row, kind), 0);
  return (
    <div class="stack-5">
      <div class="pagehd">
        <div>
          <h1>Chất lượng dữ liệu</h1>
          <p class="ink2">Mỗi con số mở danh sách; mỗi dòng có đường sửa.</p>
        </div>
        <Button kind="bare" href="/so-da-cong-bo">
          Số đã công bố
        </Button>
      </div>
      {communes.length > 0 && (
        <Form action={qualityPaths.home} method="get" class="row" label="Chọn xã">
          <FilterSelect name="xa" label="Xã" chosen={xa} ways={communes.map(({ id, name }) => [id, name])} />
          <Button>Xem</Button>
        </Form>
      )}
      <Chips
        label="Loại vấn đề"
        chips={kinds.map((kind) => ({ href: `#${kind}`, words: KINDS[kind], count: total(kind) }))}
      />
      {kinds.map((kind) => (
        <KindOfFaults key={kind} kind={kind} rows={shown} xa={xa} imports={imports} />
      ))}
      {rows.length > 1 && <ByCommune rows={rows} />}
    </div>
  );
}

interface KindProps {
  readonly kind: CheckKind;
  readonly rows: readonly CommuneFaults[];
  readonly xa: string | undefined;
  readonly imports: readonly WaitingImport[];
}

function KindOfFaults({ kind, rows, xa, imports }: KindProps) {
  const checks = names
    .filter((name) => CHECKS[name].kind === kind)
    .map((name) => ({ name, count: sumOf(rows, name) }))
    .filter(({ count }) => count > 0);
  const waiting = kind === 'doubtful' ? imports : [];
  return (
    <section class="stack-2" id={kind}>
      <h2>{KINDS[kind]}</h2>
      {checks.length + waiting.length === 0 ? (
        <p class="ink2">Không có.</p>
      ) : (
        <ul class="lines">
          {checks.map(({ name, count }) => (
            <li key={name}>
              <a href={qualityPaths.check(name, { xa })}>
                <span class="grow">
                  <span class="nm block">{CHECKS[name].words}</span>
                  <span class="sm ink2 block">{CHECKS[name].explain}</span>
                </span>
                <span class="num text-lg">{formatNumber(count)}</span>
              </a>
            </li>
          ))}
          {waiting.map(({ id, name, rows: count }) => (
            <li key={id}>
              <a href={`/nhap-danh-sach/${id}`}>
                <span class="grow">
                  <span class="nm block">Dòng nghi vấn chờ xử lý trong danh sách đang nhập</span>
                  <span class="sm ink2 block">{name}</span>
                </span>
                <span class="num text-lg">{formatNumber(count)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Which commune has how much to mend. */
function ByCommune({ rows }: { rows: readonly CommuneFaults[] }) {
  return (
    <section class="stack-2">
      <h2>Theo xã</h2>
      {rows.length === 0 ? (
        <EmptyState title="Chưa có dữ liệu">Sản phẩm, chủ thể trong địa bàn hiện ở đây.</EmptyState>
      ) : (
        <DataTable
          caption="Số vấn đề theo xã"
          rows={rows}
          keyOf={(row) => row.commune ?? 'unknown'}
          columns={[
            {
              head: 'Xã, phường, đặc khu',
              rowHead: true,
              cell: (row) =>
                row.commune === null ? 'Chưa xếp được xã' : <a href={qualityPaths.of(row.commune)}>{row.place}</a>,
            },
            ...kinds.map((kind) => ({
              head: KINDS[kind],
              number: true,
              cell: (row: CommuneFaults) => formatNumber(sumOfKind(row, kind)),
            })),
          ]}
        />
      )}
    </section>
  );
}
