import type { Kysely } from 'kysely';
import { citedPapers } from '#features/dossiers';
import { evidenceWords } from '#law/dossier';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { formatDay, Icon, Note } from '#ui';
import { blindPapers } from '../blind-papers.ts';
import type { SheetView } from '../member-read.ts';
import { councilPaths } from '../urls.ts';
import { PaperPages, wholeFile } from './paper-pages.tsx';

/** A paper beside a member's sheet. */
interface ShownPaper {
  readonly id: string;
  readonly title: string;
  readonly endsOn: Day | null;
  readonly criteria: readonly string[];
  /** Null: kept back, because it names whose it is. */
  readonly pages: { readonly count: number; readonly at: string } | null;
  /** The whole file; none of a dossier without names. */
  readonly file: string | null;
}

/** The papers as the producer named them. */
export async function namedShown(db: Kysely<DB>, { dossier }: SheetView): Promise<ShownPaper[]> {
  return (await citedPapers(db, dossier)).map(({ id, title, endsOn, criteria, file }) => ({
    ...{ id, title, endsOn, criteria },
    ...wholeFile(file),
  }));
}

/** The papers of a dossier without names: their kinds and numbers, and the pages the office lets the council see. */
export async function blindShown(db: Kysely<DB>, { id, session, dossier }: SheetView): Promise<ShownPaper[]> {
  return (await blindPapers(db, session, dossier)).map(({ no, kind, endsOn, criteria, pages }) => ({
    ...{ id: String(no), title: `${no}. ${evidenceWords(kind)?.name ?? 'Giấy tờ'}`, endsOn, criteria, file: null },
    pages: pages === null ? null : { count: pages, at: councilPaths.blindPage(id, no, '') },
  }));
}

/** What the producer says and which papers support it, below a criterion. */
export function Claim({ code, papers, sheet }: { code: string; papers: readonly ShownPaper[]; sheet: SheetView }) {
  const claim = sheet.claims[code];
  const cited = papers.filter((one) => one.criteria.includes(code));
  if (!claim && cited.length === 0) return <p class="sm mut">Chủ thể chưa gắn minh chứng cho tiêu chí này.</p>;
  return (
    <div class="sm stack-2">
      {claim && <p>Chủ thể ghi: “{claim}”</p>}
      {cited.map((one) => (
        <a key={one.id} class="row line tight" href={`#giay-${one.id}`}>
          <Icon name="paper" />
          {one.title}
        </a>
      ))}
    </div>
  );
}

/** The papers of the dossier, page by page as pictures, beside the sheet. */
export function Evidence({ papers, sheet }: { papers: readonly ShownPaper[]; sheet: SheetView }) {
  return (
    <section class="stack-4" aria-labelledby="minh-chung">
      <div class="row between">
        <h2 id="minh-chung">Minh chứng</h2>
        {!sheet.blind && <a href={`/ho-so/${sheet.dossier}`}>Xem cả hồ sơ</a>}
      </div>
      {sheet.blind && <BlindNote papers={papers} />}
      {papers.length === 0 && <p class="mut">Hồ sơ không có giấy tờ nào.</p>}
      {papers.map(({ id, title, endsOn, criteria, pages, file }) => (
        <details key={id}>
          <summary>
            {title}
            <span class="sm mut">
              {criteria.length > 0 ? ` · tiêu chí ${criteria.join(', ')}` : ''}
              {endsOn ? ` · hết hạn ${formatDay(endsOn)}` : ''}
              {pages === null ? ' · không cho xem' : ''}
            </span>
          </summary>
          {/* The mark stands inside: a link to it opens the paper, also without scripts. */}
          <div id={`giay-${id}`} class="paper-mark">
            {pages === null ? (
              <p class="mut mt-2">
                Giấy này có tên chủ thể nên xem được sau khi mở điểm. Cơ quan OCOP đã đọc khi xét hồ sơ.
              </p>
            ) : (
              <PaperPages title={title} pages={pages} file={file} />
            )}
          </div>
        </details>
      ))}
    </section>
  );
}

/** To a member names are kept from: what there is to judge from. */
function BlindNote({ papers }: { papers: readonly ShownPaper[] }) {
  const shown = papers.filter(({ pages }) => pages !== null).length;
  return (
    <Note kind="info" title="Hồ sơ ẩn danh đến khi mở điểm.">
      Chấm từ mẫu sản phẩm mang số này và {shown} trong {papers.length} giấy tờ, đã che tên khi cần. Lời tự thuyết minh,
      tên, địa chỉ của chủ thể không hiện.
    </Note>
  );
}
