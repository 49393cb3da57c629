import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, Icon, Note } from '#ui';
import { distanceText } from '../judging.ts';
import { type JudgedRow, type JudgingReport, judgingReport, robustWords } from '../judging-read.ts';
import { councilPaths } from '../urls.ts';

/** How members judged, for the chair: advice, never a change of a mean. */
export const judgingPage = page({
  permission: 'result.judging',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const report = await judgingReport(ctx.db, id, ctx.actor.account);
    if (!report) throw notFound();
    return report;
  },
  head: ({ session }) => ({ title: `Việc chấm điểm: ${session.title}`, here: '/hoi-dong' }),
  view: ({ session, members, products }) => {
    const turning = products.filter((one) => one.turning.length > 0);
    const path = councilPaths.judging(session.id);
    return (
      <div class="stack-7">
        <div>
          <p class="mb-1">
            <a class="crumb" href={councilPaths.session(session.id)}>
              <Icon name="left" />
              {session.title}
            </a>
          </p>
          <div class="row between">
            <h1>Báo cáo về việc chấm điểm</h1>
            <div class="row tight">
              <Button href={`${path}.docx`} icon="paper" download small>
                Word
              </Button>
              <Button href={`${path}.pdf`} icon="paper" download small>
                PDF
              </Button>
            </div>
          </div>
          <p class="mut">Gửi Chủ tịch Hội đồng để tham khảo. Không làm đổi điểm và kết quả nào.</p>
        </div>
        <Members members={members} />
        <section class="stack-4" aria-labelledby="mot-phieu">
          <h2 id="mot-phieu">Bỏ một phiếu bất kỳ, có còn hạng sao ấy không?</h2>
          <Note
            kind={turning.length === 0 ? 'good' : 'soon'}
            title={
              turning.length === 0
                ? 'Không sản phẩm nào phụ thuộc vào một phiếu.'
                : `${turning.length} trong ${products.length} sản phẩm đổi hạng nếu bỏ một phiếu.`
            }
          />
          <Products products={products} />
        </section>
      </div>
    );
  },
});

function Members({ members }: Pick<JudgingReport, 'members'>) {
  return (
    <section class="stack-4" aria-labelledby="muc-cham">
      <h2 id="muc-cham">Mức chấm của từng thành viên</h2>
      <p class="mut">
        Chênh trung bình so với những người khác chấm cùng sản phẩm: dấu cộng là chấm cao hơn, dấu trừ là thấp hơn. Độ
        dao động là mức chênh ấy thay đổi bao nhiêu giữa các sản phẩm.
      </p>
      <DataTable
        rows={members}
        caption="Mức chấm và độ dao động"
        keyOf={(row) => row.seat}
        columns={[
          { head: 'Thành viên', rowHead: true, cell: (row) => row.name },
          { head: 'Cơ quan', cell: (row) => row.organisation, hide: true },
          { head: 'Số phiếu', number: true, cell: (row) => row.sheets },
          { head: 'Mức chấm', number: true, cell: (row) => `${distanceText(row.severity)} điểm` },
          {
            head: 'So với mọi người',
            bare: true,
            cell: (row) => <Distance points={row.severity} most={widestOf(members)} name={row.name} />,
          },
          {
            head: 'Độ dao động',
            number: true,
            cell: (row) =>
              row.consistency === null ? 'Một phiếu' : `${distanceText(row.consistency).replace('+', '')} điểm`,
          },
        ]}
      />
    </section>
  );
}

const widestOf = (members: JudgingReport['members']) =>
  Math.max(1, ...members.map(({ severity }) => Math.abs(severity)));

/** A distance as a line from the middle: to the right gives more, to the left less. The figure stands beside it. */
function Distance({ points, most, name }: { points: number; most: number; name: string }) {
  const at = `${(50 + (points / most) * 44).toFixed(2)}%`;
  const words = points >= 0 ? 'cao hơn' : 'thấp hơn';
  return (
    <svg class="dots thin" role="img" aria-label={`${name} chấm ${words} mọi người ${distanceText(points)} điểm`}>
      <line class="axis" x1="50%" x2="50%" y1="4" y2="28" />
      <line class="span" x1="50%" x2={at} y1="16" y2="16" />
      <circle cx={at} cy="16" r="5.5" />
    </svg>
  );
}

function Products({ products }: { products: readonly JudgedRow[] }) {
  return (
    <DataTable
      rows={products}
      caption="Từng sản phẩm khi bỏ một phiếu"
      keyOf={(row) => row.dossier}
      state={(row) => (row.turning.length > 0 ? 'near' : undefined)}
      columns={[
        {
          head: 'Sản phẩm',
          rowHead: true,
          cell: (row) => (
            <>
              {row.product}
              <span class="sm mut block">{row.producer}</span>
            </>
          ),
        },
        { head: 'Điểm các phiếu', bare: true, cell: (row) => <Spread row={row} /> },
        { head: 'Trung bình', number: true, cell: (row) => row.mean.words },
        { head: 'Hạng', cell: (row) => (row.star === null ? 'Bị loại' : `${row.star} sao`) },
        { head: 'Bỏ một phiếu', cell: robustWords },
      ]}
    />
  );
}

/** The totals of one product as dots, between the tens around them. */
function Spread({ row: { product, totals, mean } }: { row: JudgedRow }) {
  const from = Math.max(0, Math.floor((Math.min(...totals) - 5) / 10) * 10);
  const to = Math.min(100, Math.ceil((Math.max(...totals) + 5) / 10) * 10);
  const at = (points: number) => `${(3 + ((points - from) / (to - from)) * 94).toFixed(2)}%`;
  const ticks = Array.from({ length: (to - from) / 10 + 1 }, (_, i) => from + i * 10);
  const level = (place: number) => totals.slice(0, place).filter((one) => one === totals[place]).length;
  return (
    <svg
      class="dots low"
      role="img"
      aria-label={`${product}: các phiếu ${totals.toSorted((a, b) => a - b).join(', ')} điểm, trung bình ${mean.words}`}
    >
      <line class="axis" x1="1%" x2="99%" y1="38" y2="38" />
      {ticks.map((tick) => (
        <text key={tick} x={at(tick)} y="54">
          {tick}
        </text>
      ))}
      <line class="mean" x1={at(mean.sum / mean.count)} x2={at(mean.sum / mean.count)} y1="8" y2="38" />
      {totals.map((points, place) => (
        <circle key={`${points}-${level(place)}`} cx={at(points)} cy={32 - level(place) * 6} r="4.5" />
      ))}
    </svg>
  );
}
