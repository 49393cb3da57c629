/** Pages of one paper shown at most; the rest is in the original file. */
const MOST_PAGES = 40;

/** Where the pages of a kept file are, and the file. */
export const wholeFile = ({ id, pages }: { id: string; pages: number | null }) => ({
  pages: { count: pages ?? 1, at: `/tep/${id}/trang/` },
  file: `/tep/${id}`,
});

/** The pages of a paper as pictures, read beside the form, and the way to the original where there is one. */
export function PaperPages({
  title,
  pages,
  file,
}: {
  title: string;
  /** How many, and the address of a page before its number. */
  pages: { readonly count: number; readonly at: string };
  file: string | null;
}) {
  return (
    <div class="stack-2 mt-2">
      {Array.from({ length: Math.min(pages.count, MOST_PAGES) }, (_, i) => i + 1).map((number) => (
        <img
          key={number}
          src={`${pages.at}${number}`}
          alt={`Trang ${number} của ${title}`}
          loading="lazy"
          class="paper-page w-full"
        />
      ))}
      {file && <a href={file}>Tải tệp gốc</a>}
    </div>
  );
}
