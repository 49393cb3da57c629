import type { ComponentChildren } from 'preact';
import { useFieldId } from './form.tsx';
import { Icon, type IconName } from './icons.tsx';
import { type Slat, Slats } from './slats.tsx';

export interface ReaderPaper {
  href: string;
  name: string;
  state: 'passed' | 'failed' | 'waiting';
  here?: boolean | undefined;
}

const ICONS: Record<ReaderPaper['state'], IconName> = { passed: 'check', failed: 'cross', waiting: 'paper' };
const SAID: Record<ReaderPaper['state'], string> = { passed: 'đạt', failed: 'không đạt', waiting: 'chưa xem' };
const SLATS: Record<ReaderPaper['state'], Slat> = { passed: 'done', failed: 'stop', waiting: 'missing' };

export interface ReaderFile {
  name: string;
  href: string;
  kind: 'image' | 'pdf' | 'pages' | 'other';
  /** The pages as pictures, with kind `pages`. */
  pages?: readonly string[] | undefined;
  /** The same pages small, to go to one of many. */
  thumbs?: readonly string[] | undefined;
  size?: string | undefined;
}

export interface EvidenceReaderProps {
  papers: readonly ReaderPaper[];
  /** Files of the paper that is open; the first is shown, the others below it. */
  files: readonly ReaderFile[];
  /** Said when nothing was handed in for this paper. */
  empty?: string | undefined;
  /** The decision: a form. */
  children: ComponentChildren;
}

/** Papers, page, decision beside each other; below 896 px the page, then the decision, papers behind one button. */
export function EvidenceReader({
  papers,
  files,
  empty = 'Chủ thể chưa nộp giấy tờ này.',
  children,
}: EvidenceReaderProps) {
  const seen = papers.filter(({ state }) => state !== 'waiting').length;
  return (
    <div class="reader" data-island="keys">
      <nav class="papers" aria-label="Giấy tờ" id="giay-to">
        <div class="hdr">
          <Slats
            title="Giấy tờ"
            slats={papers.map(({ state }) => SLATS[state])}
            said={`Đã xem ${seen} trong ${papers.length}`}
            hideWords
          />
        </div>
        {papers.map((paper) => (
          <a key={paper.href} href={paper.href} class={paper.state} aria-current={paper.here ? 'page' : undefined}>
            <Icon name={paper.here ? 'eye' : ICONS[paper.state]} />
            <span>
              {paper.name}
              <span class="sr">, {SAID[paper.state]}</span>
            </span>
          </a>
        ))}
      </nav>
      <section class="view" aria-label="Tệp đã nộp">
        <a class="btn small narrow self-stretch" href="#giay-to">
          <Icon name="papers" />
          Xem cả {papers.length} giấy tờ
        </a>
        {files.length === 0 && <p class="m-auto">{empty}</p>}
        {files.map((file) => (
          <FileView key={file.href} {...file} />
        ))}
      </section>
      <section class="decide" aria-label="Kết quả kiểm tra">
        {children}
      </section>
    </div>
  );
}

function FileView({ name, href, kind, size, pages = [], thumbs = [] }: ReaderFile) {
  const saved = kind === 'pages';
  const anchor = (page: number) => `trang${href.replace(/\W+/g, '-')}-${page}`;
  return (
    <figure class="w-full">
      <figcaption class="tools mb-2">
        <b>{name}</b>
        <a class="btn small" href={href} target={saved ? undefined : '_blank'} rel="noopener">
          <Icon name={saved ? 'down' : 'outside'} />
          {saved ? 'Tải tệp' : 'Mở riêng'}
          {size && ` (${size})`}
        </a>
      </figcaption>
      {pages.length > 1 && thumbs.length === pages.length && (
        <nav class="strip" aria-label={`Các trang của ${name}`}>
          {thumbs.map((thumb, i) => (
            <a key={thumb} href={`#${anchor(i + 1)}`} aria-label={`Trang ${i + 1}`}>
              <img src={thumb} alt="" width="56" height="76" loading="lazy" />
              {i + 1}
            </a>
          ))}
        </nav>
      )}
      {pages.map((page, i) => (
        <img
          key={page}
          id={anchor(i + 1)}
          class="mb-3"
          src={page}
          alt={`${name}, trang ${i + 1}`}
          loading={i === 0 ? undefined : 'lazy'}
        />
      ))}
      {kind === 'image' && <img src={href} alt={name} loading="lazy" />}
      {kind === 'pdf' && <iframe src={href} title={name} />}
      {kind === 'other' && <p class="ink2">Loại tệp này mở bằng chương trình khác. Bấm “Mở riêng” để tải về.</p>}
    </figure>
  );
}

/** Usual sentences for a reason; the island turns them into buttons that write into the field named `into`. */
export function UsualReasons({
  into,
  reasons,
  label = 'Lý do hay dùng',
}: {
  into: string;
  reasons: readonly string[];
  label?: string | undefined;
}) {
  const id = useFieldId(into);
  if (reasons.length === 0) return null;
  return (
    <div>
      <p class="sm mut mb-1">{label}</p>
      <p class="sugg" data-island="reasons" data-into={id}>
        {reasons.map((reason) => (
          <span key={reason}>{reason}</span>
        ))}
      </p>
    </div>
  );
}
