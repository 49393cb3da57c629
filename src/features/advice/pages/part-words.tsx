import {
  authorWords,
  type HandedPart,
  type Matter,
  type MemberPart,
  type PartFile,
  type PartWords,
  standing,
  writtenMatters,
} from '#features/dossiers';
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

/** What the other members charged with the dossier have handed in, for the team's leader: who signs the report reads its parts. */
export function Colleagues({ parts, matters }: { parts: readonly MemberPart[]; matters: readonly Matter[] }) {
  if (parts.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="thanh-vien">
      <h2 class="text-lg" id="thanh-vien">
        Phần của các thành viên
      </h2>
      {parts.map((part) => {
        const now = standing(part);
        return now ? (
          <details key={part.member} class="box">
            <summary class="line">
              {authorWords(part)}: nộp ngày {formatDay(now.handedOn)}
            </summary>
            <div class="stack mt-4">
              <PartShown words={now} matters={matters} />
            </div>
          </details>
        ) : (
          <p key={part.member} class="ink2">
            {authorWords(part)}: chưa nộp
          </p>
        );
      })}
    </section>
  );
}
