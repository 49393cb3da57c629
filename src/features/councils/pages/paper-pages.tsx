import type { WalletPaper } from '#features/dossiers';

/** Pages of one paper shown at most; the rest is in the original file. */
const MOST_PAGES = 40;

/** The pages of a paper as pictures, read beside the form, and the way to the original. */
export function PaperPages({ paper: { title, file } }: { paper: Pick<WalletPaper, 'title' | 'file'> }) {
  return (
    <div class="stack-2 mt-2">
      {Array.from({ length: Math.min(file.pages ?? 1, MOST_PAGES) }, (_, i) => i + 1).map((number) => (
        <img
          key={number}
          src={`/tep/${file.id}/trang/${number}`}
          alt={`Trang ${number} của ${title}`}
          loading="lazy"
          class="w-full"
        />
      ))}
      <a href={`/tep/${file.id}`}>Tải tệp gốc</a>
    </div>
  );
}
