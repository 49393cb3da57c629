import { officeMapPath } from '#features/maps';
import { KINDS, type KnownReport } from '#features/reports';
import type { UnitItem } from '#features/units';
import { yearTold } from '#law/indicators-told';
import { page } from '#platform/http/page';
import {
  BarList,
  Button,
  ColumnPlot,
  formatDay,
  formatMoment,
  formatNumber,
  type PlotPart,
  ShareBar,
  StatBlock,
  TakeList,
} from '#ui';
import { type Board, type BoardFigure, boardOf, knownNews } from '../board.ts';
import { type Asked, askedOf, choicesFor } from '../queries.ts';
import { boardQuery } from '../schema.ts';
import { boardPaths, boardUrl } from '../urls.ts';
import { CommuneMap, CommunePlans } from './communes.tsx';
import { Country } from './country.tsx';
import { KnownNote, knowsNothing } from './known.tsx';
import { More } from './more.tsx';
import { AskForm, SeeTo } from './parts.tsx';
import { Plans } from './plans.tsx';

/** A unit's name inside a sentence: 'tỉnh Hưng Yên'. */
const inSentence = (name: string) => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);

interface Data extends Board {
  readonly asked: Asked;
  readonly choices: readonly UnitItem[];
  /** Of a board as it was known on an earlier day. */
  readonly news: KnownReport | null;
}

/** Few, big, true numbers of an office's own area, as of any day and by the units of any day; each opens its list. */
export const dashboardPage = page({
  permission: 'statistics.read',
  query: boardQuery,
  shell: 'desk',
  async load(ctx, _params, query): Promise<Data> {
    const asked = await askedOf(ctx, query);
    const [board, choices, news] = await Promise.all([
      boardOf(ctx, asked),
      choicesFor(ctx.db, asked, ctx.day),
      knownNews(ctx, asked),
    ]);
    const unknown = new Set(news?.unknown.map(({ id }) => id));
    const figures = board.figures.map((one) => (unknown.has(one.id) ? { ...one, value: null, href: null } : one));
    return { ...board, figures, asked, choices, news };
  },
  head: ({ asked }) => ({ title: `Số liệu ${asked.unit?.name ?? 'cả nước'}`, here: boardPaths.home }),
  view: (data) => <Dashboard {...data} />,
});

function Dashboard(data: Data) {
  const { asked, choices } = data;
  const { unit, asOf, unitsAsOf } = asked;
  const { countedAt } = data;
  const query = { donvi: unit?.id, ngay: asOf, theo: unitsAsOf, biet: asked.knownAt ?? undefined };
  return (
    <div class="stack-5">
      <div class="pagehd">
        <div>
          <h1>Kết quả Chương trình OCOP {unit ? inSentence(unit.name) : 'cả nước'}</h1>
          <p class="ink2">
            Số liệu đến hết ngày {formatDay(asOf)}, theo đơn vị hành chính ngày {formatDay(unitsAsOf)}. Bấm vào một số
            để xem danh sách.{countedAt && ` Tính lúc ${formatMoment(countedAt)}; số mới hơn hiện sau ít phút.`}
          </p>
        </div>
        <div class="row tight">
          <Button href="/so-lieu/hoi">Hỏi số liệu</Button>
          <TakeList href={boardUrl(boardPaths.sheet, query)} />
          <button type="button" class="btn" data-island="print" hidden>
            In trang này
          </button>
        </div>
      </div>
      <AskForm asked={asked} choices={choices} />
      <KnownNote news={data.news} knownAt={asked.knownAt} />
      {knowsNothing(data.news) === null && <Numbers {...data} />}
    </div>
  );
}

function Numbers(data: Data) {
  const { asked, days, figures, trend, months, targets, lateTasks, work } = data;
  const { unit, asOf } = asked;
  const of = (id: string) => figures.find((figure) => figure.id === id);
  const group = (begins: string) => figures.filter(({ id }) => id.startsWith(begins));
  const parts = group('unit.');
  return (
    <>
      <StatBlock
        main={{
          ...told(of('stock.products')),
          label: 'Sản phẩm còn hiệu lực',
          sub: undetermined(of('stock.undetermined')),
        }}
        others={[
          {
            ...told(of('period.recognised')),
            label: `Lượt công nhận từ ${formatDay(days.from)}`,
            sub: <Parts of={group('period.').filter(({ id }) => /new|upgraded|reEval/.test(id))} />,
          },
          {
            ...told(of('stock.producers')),
            label: 'Chủ thể có sản phẩm còn hiệu lực',
            sub: <Shares of={group('share.').filter(({ id }) => /cooperative|Enterprise/.test(id))} />,
          },
        ]}
      />
      <div class="cols c2">
        <section class="stack-4" aria-labelledby="theo-nam">
          <div class="sechd">
            <h2 id="theo-nam">Còn hiệu lực qua các năm</h2>
          </div>
          <ColumnPlot caption="Sản phẩm còn hiệu lực cuối mỗi năm, theo hạng sao" columns={trend} unit="sản phẩm" />
          <h3>Lượt công nhận, 12 tháng đến {formatDay(asOf).slice(3)}</h3>
          {months.some(({ parts: stars }) => stars.some(({ value }) => value > 0)) ? (
            <ColumnPlot caption="Lượt công nhận từng tháng, theo hạng sao" columns={months} unit="lượt" />
          ) : (
            <p class="mut">Không có lượt công nhận nào trong 12 tháng này.</p>
          )}
        </section>
        <section class="stack-4" aria-labelledby="theo-sao">
          <div class="sechd">
            <h2 id="theo-sao">Theo hạng sao</h2>
          </div>
          <ShareBar caption="Sản phẩm còn hiệu lực theo hạng sao" parts={starParts(of)} />
          <SeeTo
            work={work}
            lateTasks={lateTasks}
            expiring={of('stock.expiring')}
            expired={of('period.expired')}
            revoked={of('period.revoked')}
            annulled={of('period.annulled')}
          />
        </section>
      </div>
      <Plans targets={targets} />
      <CommunePlans plans={data.communePlans} />
      <div class="cols c2">
        <Bars id="theo-nhom" title="Theo nhóm sản phẩm" rows={group('stock.sector.')} />
        <Bars
          id="theo-chu-the"
          title="Theo loại hình chủ thể"
          rows={KINDS.flatMap(([kind]) => of(`stock.producers.${kind}`) ?? [])}
        />
      </div>
      <More figures={figures} year={yearTold(asOf)} />
      {parts.length > 0 && (
        <div class="cols c2">
          <Bars id="theo-don-vi" title="Theo đơn vị" rows={mostFirst(parts)} />
          {unit?.level === 'province' && unit.code !== null && (
            <CommuneMap province={unit.code} name={unit.name} points={data.points} parts={parts} />
          )}
          {unit === null && (
            <section class="stack-4" aria-labelledby="ban-do">
              <div class="sechd">
                <h2 id="ban-do">Trên bản đồ</h2>
              </div>
              <Country
                title="Sản phẩm còn hiệu lực theo tỉnh"
                places={parts.map(({ id, label, value, href }) => ({
                  code: id.slice('unit.'.length),
                  name: label,
                  value: value ?? 0,
                  href,
                }))}
              />
            </section>
          )}
        </div>
      )}
      <p class="noprint">
        <a href={officeMapPath}>Xem trên bản đồ địa bàn</a>
      </p>
    </>
  );
}

type Share = PlotPart & { href?: string };

/** The stars, and what the source gives no star, so that the parts are the whole. */
function starParts(of: (id: string) => BoardFigure | undefined): Share[] {
  const stars = (['3', '4', '5'] as const).map((star, at): Share => {
    const { value, href } = of(`stock.star.${star}`) ?? { value: 0, href: null };
    const look = (['a', 'b', 'c'] as const)[at] ?? 'd';
    return { label: `${star} sao`, value: value ?? 0, look, ...(href !== null && { href }) };
  });
  const none = (of('stock.products')?.value ?? 0) - stars.reduce((sum, { value }) => sum + value, 0);
  return none === 0 ? stars : [...stars, { label: 'Nguồn không ghi sao', value: none, look: 'd' }];
}

const told = (figure: BoardFigure | undefined) => ({
  label: figure?.label ?? '',
  value: figure?.value == null ? 'Không rõ' : formatNumber(figure.value),
  href: figure?.href ?? boardPaths.home,
});

/** Products whose term nobody knows are told beside the stock, never in it. */
function undetermined(figure: BoardFigure | undefined) {
  if (!figure?.value || figure.href === null) return undefined;
  return (
    <>
      Ngoài ra <a href={figure.href}>{formatNumber(figure.value)} sản phẩm</a> chưa rõ thời hạn
    </>
  );
}

const Parts = ({ of }: { of: readonly BoardFigure[] }) => (
  <>
    {of.map(({ id, label, value, href }, at) => (
      <span key={id}>
        {at > 0 && ' · '}
        {label} {href ? <a href={href}>{formatNumber(value ?? 0)}</a> : value}
      </span>
    ))}
  </>
);

/** Shares are of all producers counted above. */
const Shares = ({ of }: { of: readonly BoardFigure[] }) => (
  <>
    {of.map(({ id, label, value }, at) => (
      <span key={id}>
        {at > 0 && ' · '}
        {label.replace('Tỷ lệ chủ thể là ', '')}: {value === null ? 'chưa có' : `${formatNumber(value)}%`}
      </span>
    ))}
  </>
);

function Bars({ id, title, rows }: { id: string; title: string; rows: readonly BoardFigure[] }) {
  const bars = rows.filter(({ value }) => (value ?? 0) > 0);
  return (
    <section class="stack-4" aria-labelledby={id}>
      <div class="sechd">
        <h2 id={id}>{title}</h2>
      </div>
      {bars.length === 0 ? (
        <p class="mut">Chưa có sản phẩm còn hiệu lực.</p>
      ) : (
        <BarList
          caption={title}
          rows={bars.map(({ label, value, href }) => ({
            ...{ label, value: value ?? 0, words: formatNumber(value ?? 0) },
            ...(href !== null && { href }),
          }))}
        />
      )}
    </section>
  );
}

const mostFirst = (rows: readonly BoardFigure[]) => rows.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
