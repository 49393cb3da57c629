import { type HandedPart, type Matter, type PartFile, type PartWords, writtenMatters } from '#features/dossiers';
import { FactsList, formatDay, Icon, Note } from '#ui';

/** A part as it was handed in: each matter with its words, the proposal, papers. */
export function PartShown({ words, matters }: { words: PartWords; matters: readonly Matter[] }) {
  return (
    <>
      <FactsList
        facts={[
          ...writtenMatters(words, matters).map((one) => ({
            term: one.title,
            value: <span class="whitespace-pre-line">{one.words}</span>,
          })),
          words.proposal !== null && {
            term: 'Đề xuất với Hội đồng',
            value: <span class="whitespace-pre-line">{words.proposal}</span>,
          },
        ]}
      />
      <Files files={words.files} />
    </>
  );
}

export function Files({ files }: { files: readonly PartFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul class="row tight" aria-label="Tài liệu kèm theo">
      {files.map((one) => (
        <li key={one.id}>
          <a class="file" href={`/tep/${one.id}`}>
            <Icon name="paper" />
            {one.name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Times a part was handed in and given back, the newest first, folded. */
export function Earlier({ handed, matters }: { handed: readonly HandedPart[]; matters: readonly Matter[] }) {
  const back = handed.filter(({ givenBackOn }) => givenBackOn !== null).toReversed();
  return (
    <>
      {back.map((one) => (
        <details key={one.no} class="box">
          <summary class="line">
            Bản nộp lần {one.no}, ngày {formatDay(one.handedOn)}, đã trả lại
          </summary>
          <div class="stack mt-4">
            <Note kind="soon" icon="back" title={`Trả lại ngày ${formatDay(one.givenBackOn ?? one.handedOn)}.`}>
              {one.givenBackWhy}
            </Note>
            <PartShown words={one} matters={matters} />
          </div>
        </details>
      ))}
    </>
  );
}
