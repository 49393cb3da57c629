import { z } from 'zod';
import { NOTE_WORDS } from '#law/dossier';
import {
  type Criterion,
  type CriterionNote,
  findSet,
  isRulebookId,
  loadRulebook,
  type Option,
  type ProductSet,
  type Rulebook,
  setKey,
} from '#law/rulebooks';
import { publicPage } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { MinStar, Note } from '#ui';
import { rulesUrl, twinOf } from '../../urls.ts';
import type { Lang } from '../../words.ts';
import { Crumbs, Section, TextOfLaw } from '../parts.tsx';
import { titleOf } from './rulebook.tsx';
import { calm } from './set-list.tsx';

interface Data {
  rulebook: Rulebook;
  set: ProductSet;
}

/** One sheet, word for word, with its star marks: what a council scores by. */
export const sheetPage = publicPage({
  params: z.object({ rulebook: z.string().max(40), set: z.string().max(40) }),
  shell: 'public',
  async load(_ctx, { rulebook: id, set: name }): Promise<Data> {
    if (!isRulebookId(id)) throw notFound();
    const rulebook = await loadRulebook(id);
    const set = findSet(rulebook, name);
    if (set === undefined) throw notFound();
    return { rulebook, set };
  },
  head: ({ rulebook, set }, ctx) => ({
    title: `Phiếu chấm: ${set.name}`,
    description: `${titleOf(rulebook)}, bộ ${set.no}: ${set.name}`,
    twin: twinOf(rulesUrl(ctx.lang, rulebook.id, setKey(set))),
  }),
  view: ({ rulebook, set }, ctx) => <Sheet rulebook={rulebook} set={set} lang={ctx.lang} />,
});

function Sheet({ rulebook, set, lang }: Data & { lang: Lang }) {
  return (
    <div class="page read stack pt-4 pb-12">
      <Crumbs
        lang={lang}
        ways={[
          { href: rulesUrl(lang), words: lang === 'en' ? 'Rules in force' : 'Quy định đang áp dụng' },
          { href: rulesUrl(lang, rulebook.id), words: rulebook.legalBasis[0]?.number ?? rulebook.id },
          { words: `Bộ ${set.no}` },
        ]}
      />
      <TextOfLaw lang={lang} />
      <article lang="vi" class="stack">
        <h1>
          Bộ {set.no}. {set.name}
        </h1>
        <p class="ink2">
          {set.managingAgencies.join(', ')}
          {set.samplesRequired ? ` · Mẫu nộp: ${set.samplesRequired}` : ''}
        </p>
        {set.gap && (
          <Note kind="soon" title="Bản in thiếu điểm.">
            Phần {set.gap.part} thiếu {set.gap.points} điểm trong bản chép hiện có; không tự thêm vào.
          </Note>
        )}
        {set.disqualifiers.map((line) => (
          <Note key={line} kind="stop">
            {line}
          </Note>
        ))}
        {set.parts.map((part) => (
          <Section key={part.code} title={`Phần ${part.code}. ${calm(part.title)} (${part.maxPoints} điểm)`}>
            <CriterionList criteria={part.criteria} />
          </Section>
        ))}
      </article>
    </div>
  );
}

function CriterionList({ criteria }: { criteria: readonly Criterion[] }) {
  return (
    <ul class="crits">
      {criteria.map((criterion) => (
        <li key={criterion.code} id={`tc-${criterion.code}`}>
          <CriterionHead criterion={criterion} />
          {criterion.kind === 'group' ? (
            <CriterionList criteria={criterion.children} />
          ) : (
            <Choices criterion={criterion} />
          )}
        </li>
      ))}
    </ul>
  );
}

function CriterionHead({ criterion }: { criterion: Criterion }) {
  return (
    <>
      <h3>
        <span>
          {criterion.code}. {calm(criterion.title)}
        </span>
        <span class="n">{criterion.maxPoints} điểm</span>
      </h3>
      {criterion.kind === 'criterion' && criterion.titleMinStar !== undefined && (
        <MinStar star={criterion.titleMinStar} />
      )}
      {criterion.communeReview && <p class="sm ink2">UBND cấp xã đánh giá nội dung này trước khi đề nghị.</p>}
      {criterion.notes?.map((note) => (
        <LawNote key={note.text} note={note} />
      ))}
    </>
  );
}

/** A sentence of the sheet beside its options, with what kind of sentence it is. */
function LawNote({ note }: { note: CriterionNote }) {
  return (
    <p class="sm ink2">
      {note.text.includes(':') ? null : <b>{NOTE_WORDS[note.type].name}: </b>}
      {note.text}
    </p>
  );
}

function Choices({ criterion }: { criterion: Extract<Criterion, { kind: 'criterion' }> }) {
  return (
    <>
      {criterion.selection === 'multiple' && <p class="sm mut">Chọn mọi ý đúng, điểm cộng lại.</p>}
      {criterion.options && <Options options={criterion.options} />}
      {criterion.cases?.map((one) => (
        <div key={one.code} class="pt-2">
          <h4>
            {one.label} {one.title}
          </h4>
          <Options options={one.options} />
        </div>
      ))}
    </>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return (
    <ul class="opts">
      {options.map((option) => (
        <li key={option.id}>
          <span>{option.label}</span>
          <span class="n">{option.points}</span>
          {option.minStar !== undefined && <MinStar star={option.minStar} />}
        </li>
      ))}
    </ul>
  );
}
