import { typedNumbers } from '#law/report-text';
import { DataTable, formatNumber, Note } from '#ui';
import type { Composed, Piece, Span, TableRow } from '../compose.ts';
import { type Figures, figureOf } from '../figures.ts';

/** The list behind a number on a screen; its address in the API and the page have the same question. */
const listPage = (list: string): string => list.replace('/api/v1/figures/', '/so-lieu/');

/** The report as it will be printed; every computed number leads to its list, every typed one is marked. */
export function ReportDocument({ composed, figures }: { composed: Composed; figures: Figures }) {
  return (
    <article class="stack" aria-label="Nội dung báo cáo">
      <p class="text-center font-semibold">BÁO CÁO</p>
      <p class="text-center font-semibold">{composed.summary}</p>
      {composed.pieces.map((piece, place) => (
        <PieceView key={place} piece={piece} figures={figures} />
      ))}
    </article>
  );
}

function PieceView({ piece, figures }: { piece: Piece; figures: Figures }) {
  switch (piece.kind) {
    case 'section':
      return <h2>{piece.text}</h2>;
    case 'heading':
      return <h3>{piece.text}</h3>;
    case 'text':
      return <p>{piece.spans.map(spanView)}</p>;
    case 'free':
      return <FreeView {...piece} figures={figures} />;
    case 'table':
      return <TableView {...piece} />;
    case 'list':
      return <ListView {...piece} />;
  }
}

function ListView({ caption, heads, rows, total }: Extract<Piece, { kind: 'list' }>) {
  if (rows.length === 0) return <p class="mut">Danh sách: {caption} (0): không có.</p>;
  return (
    <div class="stack-2">
      <DataTable
        caption={`Danh sách: ${caption} (${formatNumber(total)})`}
        showCaption
        rows={rows.map((cells, at) => ({ cells, at }))}
        keyOf={({ at }) => String(at)}
        columns={heads.map((head, place) => ({
          ...{ head, rowHead: place === 0 },
          cell: ({ cells }: { cells: readonly string[]; at: number }) => cells[place] ?? '',
        }))}
      />
      {total > rows.length && (
        <p class="mut">
          {formatNumber(rows.length)} dòng đầu trong {formatNumber(total)}.
        </p>
      )}
    </div>
  );
}

function spanView(span: Span) {
  if (typeof span === 'string') return span;
  return span.list === null ? <b class="num">{span.words}</b> : <NumberLink list={span.list} words={span.words} />;
}

const NumberLink = ({ list, words }: { list: string; words: string }) => (
  <a class="num" href={listPage(list)}>
    {words}
  </a>
);

function FreeView({ id, label, text, required, figures }: Extract<Piece, { kind: 'free' }> & { figures: Figures }) {
  return (
    <div id={`muc-${id}`} class="stack-2">
      {text.trim() === '' ? (
        required ? (
          <Note kind="soon">{label}: chưa viết.</Note>
        ) : (
          <p class="mut">({label}: để trống, không in)</p>
        )
      ) : (
        text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => <p key={line}>{marked(line, figures)}</p>)
      )}
    </div>
  );
}

/** A typed line with its numbers marked: plain when nothing computed names the same, else whether it agrees. */
function marked(line: string, figures: Figures) {
  let done = 0;
  const parts = typedNumbers(line).flatMap(({ at, text, value, names }) => {
    const figure = names === null ? undefined : figureOf(figures.now, names);
    const before = line.slice(done, at);
    done = at + text.length;
    const known = figure?.value ?? null;
    const title =
      known === null ? 'Số viết tay' : known === value ? `Khớp số tính được: ${known}` : `Khác số tính được: ${known}`;
    return [
      before,
      <mark key={at} class={known === null ? 'typed' : known === value ? 'typed same' : 'typed apart'} title={title}>
        {text}
        <span class="sr"> ({title})</span>
      </mark>,
    ];
  });
  return [...parts, line.slice(done)];
}

function TableView({ caption, heads, rows, bars }: Extract<Piece, { kind: 'table' }>) {
  const most = Math.max(...rows.map(({ share, total }) => (total ? 0 : (share ?? 0))), 0);
  return (
    <DataTable
      caption={`Bảng: ${caption}`}
      showCaption
      rows={rows}
      keyOf={({ label }) => label}
      columns={[
        { head: 'Chỉ tiêu', rowHead: true, cell: ({ label }: TableRow) => label },
        ...heads.map((head, place) => ({
          head,
          number: true,
          cell: ({ cells }: TableRow) => spanView(cells[place] ?? ''),
        })),
        ...(bars ? [{ head: 'So sánh', hide: true, cell: (row: TableRow) => <Bar row={row} most={most} /> }] : []),
      ]}
    />
  );
}

function Bar({ row: { share, total }, most }: { row: TableRow; most: number }) {
  if (total || !share) return null;
  return (
    <svg class="sharebar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={((share / most) * 100).toFixed(1)} height="10" />
    </svg>
  );
}
