import { z } from 'zod';
import { isRulebookId, loadRulebook, type Rulebook, setKey } from '#law/rulebooks';
import { publicPage } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { DataTable, FactsList, formatDay } from '#ui';
import { periodRows, untilWords } from '../../rule-rows.ts';
import { rulesUrl, twinOf } from '../../urls.ts';
import { type Lang, sentence } from '../../words.ts';
import { Crumbs, Section, TextOfLaw } from '../parts.tsx';
import { SetList } from './set-list.tsx';

/** One rulebook: its act, its bands, its product sets. */
export const rulebookPage = publicPage({
  params: z.object({ rulebook: z.string().max(40) }),
  shell: 'public',
  async load(_ctx, { rulebook }): Promise<Rulebook> {
    if (!isRulebookId(rulebook)) throw notFound();
    return loadRulebook(rulebook);
  },
  head: (rulebook, ctx) => ({
    title: titleOf(rulebook),
    description: rulebook.title,
    twin: twinOf(rulesUrl(ctx.lang, rulebook.id)),
  }),
  view: (rulebook, ctx) => <RulebookView rulebook={rulebook} lang={ctx.lang} />,
});

/** "Bộ tiêu chí theo Quyết định 26/2026/QĐ-TTg" */
export const titleOf = (rulebook: Rulebook): string =>
  `Bộ tiêu chí theo Quyết định ${rulebook.legalBasis[0]?.number ?? rulebook.id}`;

function RulebookView({ rulebook, lang }: { rulebook: Rulebook; lang: Lang }) {
  const period = periodRows().find((row) => row.id === rulebook.id);
  return (
    <div class="page stack pt-4 pb-12">
      <Crumbs
        lang={lang}
        ways={[
          { href: rulesUrl(lang), words: lang === 'en' ? 'Rules in force' : 'Quy định đang áp dụng' },
          { words: rulebook.id },
        ]}
      />
      <TextOfLaw lang={lang} />
      <div lang="vi" class="stack">
        <h1>{titleOf(rulebook)}</h1>
        <FactsList
          facts={[
            { term: 'Tên', value: rulebook.title },
            period !== undefined && {
              term: 'Áp dụng cho hồ sơ mới',
              value: `Từ ${formatDay(period.from)} đến ${untilWords(period.to)}`,
            },
            { term: 'Căn cứ', value: rulebook.legalBasis.map((act) => act.number).join(', ') },
            {
              term: 'Tổng điểm',
              value: `${rulebook.totalPoints}: ${rulebook.parts.map((part) => `phần ${part.code} ${part.maxPoints}`).join(', ')}`,
            },
          ]}
        />
        <Section title="Khung điểm">
          <DataTable
            caption="Khung điểm của từng hạng sao"
            rows={rulebook.starBands}
            keyOf={(band) => String(band.star)}
            columns={[
              { head: 'Hạng', rowHead: true, cell: (band) => `${band.star} sao` },
              {
                head: 'Điểm trung bình',
                cell: (band) => `Từ ${band.minPoints} đến ${band.maxInclusive ? '' : 'dưới '}${band.maxPoints}`,
              },
              { head: 'Công nhận', cell: (band) => (band.recognised ? 'Có' : 'Không cấp giấy') },
              { head: 'Mô tả', cell: (band) => (band.description ? `${sentence(band.description)}.` : '') },
            ]}
          />
        </Section>
        <Section title={`${rulebook.productSets.length} bộ sản phẩm`}>
          <SetList rulebook={rulebook} hrefOf={(set) => rulesUrl(lang, rulebook.id, setKey(set))} />
        </Section>
        {rulebook.evidenceCatalog && (
          <Section title="Giấy tờ minh chứng">
            <ul class="crits">
              {rulebook.evidenceCatalog.map((kind) => (
                <li key={kind.id}>
                  <b>{kind.name}</b>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </div>
  );
}
