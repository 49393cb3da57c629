import { loadRulebook, type Rulebook, setKey } from '#law/rulebooks';
import { type LawSettingValues, lawSettings } from '#law/settings';
import { rulebookOnFiling } from '#law/transition';
import { publicPage } from '#platform/http/page';
import { settingsOn } from '#platform/settings';
import { DataTable, formatDay, Note } from '#ui';
import { type StarMeaning, starMeanings } from '../../bands.ts';
import {
  competenceRows,
  openPoints,
  periodRows,
  type RuleRow,
  thresholdRows,
  transitionRows,
  untilWords,
} from '../../rule-rows.ts';
import { rulesUrl, twinOf } from '../../urls.ts';
import type { Lang } from '../../words.ts';
import { Section, TextOfLaw } from '../parts.tsx';
import { StarMeanings } from '../star-meaning.tsx';
import { SetList } from './set-list.tsx';

interface Data {
  current: Rulebook | null;
  meanings: StarMeaning[];
  settings: LawSettingValues;
}

/** "Quy định đang áp dụng": everything the system decides by, printed from the same data it decides with. */
export const rulesPage = publicPage({
  shell: 'public',
  async load(ctx): Promise<Data> {
    const now = rulebookOnFiling(ctx.day);
    const [current, meanings, stored] = await Promise.all([
      now.ok ? loadRulebook(now.value) : null,
      starMeanings(ctx.day),
      settingsOn(ctx.db, ctx.day),
    ]);
    return { current, meanings, settings: lawSettings(stored) };
  },
  head: (_data, ctx) => {
    const twin = twinOf(rulesUrl(ctx.lang));
    return ctx.lang === 'en'
      ? {
          title: 'Rules in force',
          description: 'Criteria, thresholds, terms, competences and procedure of the OCOP programme.',
          twin,
        }
      : {
          title: 'Quy định đang áp dụng',
          description: 'Bộ tiêu chí, mức điểm, thời hạn, thẩm quyền và trình tự của Chương trình OCOP, kèm điều khoản.',
          twin,
        };
  },
  view: (data, ctx) => <Overview {...data} lang={ctx.lang} day={ctx.day} />,
});

function Overview({ current, meanings, settings, lang, day }: Data & { lang: Lang; day: string }) {
  const en = lang === 'en';
  return (
    <div class="page stack pt-6 pb-12">
      <h1>{en ? 'Rules in force' : 'Quy định đang áp dụng'}</h1>
      <p class="story">
        {en
          ? `What this system decides by on ${formatDay(day)}, printed from the same data.`
          : `Hệ thống xét theo những quy định dưới đây, tính đến ngày ${formatDay(day)}. Trang này in từ chính dữ liệu mà phần mềm dùng để xét.`}
      </p>
      <nav class="chips" aria-label={en ? 'On this page' : 'Trong trang này'}>
        {PARTS.map(([id, vi, english]) => (
          <a key={id} class="chip" href={`#${id}`}>
            {en ? english : vi}
          </a>
        ))}
        <a class="chip" href={rulesUrl(lang, 'trinh-tu')}>
          {en ? 'States and moves' : 'Trình tự từng bước'}
        </a>
      </nav>
      <TextOfLaw lang={lang} />
      <div lang="vi">
        <Section title="Bộ tiêu chí" id="bo-tieu-chi">
          <DataTable
            caption="Các bộ tiêu chí và thời gian áp dụng"
            rows={periodRows()}
            keyOf={(row) => row.id}
            columns={[
              {
                head: 'Bộ tiêu chí',
                rowHead: true,
                cell: (row) => <a href={rulesUrl(lang, row.id)}>Quyết định {row.act}</a>,
              },
              { head: 'Áp dụng cho hồ sơ mới từ', cell: (row) => formatDay(row.from) },
              { head: 'Đến hết', cell: (row) => (row.to === null ? 'Đang áp dụng' : formatDay(row.to)) },
              { head: 'Căn cứ', cell: (row) => row.basis },
            ]}
          />
        </Section>
        {current && (
          <Section title={`${current.productSets.length} bộ sản phẩm đang dùng`} id="bo-san-pham">
            <SetList rulebook={current} hrefOf={(set) => rulesUrl(lang, current.id, setKey(set))} />
          </Section>
        )}
        <Section title="Thang điểm và hạng sao" id="hang-sao">
          <StarMeanings meanings={meanings} lang="vi" />
          <div class="pt-4">
            <Note title="Không làm tròn.">
              Điểm trung bình 89,99 là 4 sao. Đủ điểm mà thiếu mức tối thiểu ghi bằng dấu sao thì không đạt hạng đó.
            </Note>
          </div>
        </Section>
        <Section title="Các mốc và thời hạn" id="thoi-han">
          <RuleTable rows={[...thresholdRows(), ...transitionRows()]} caption="Các mốc và thời hạn" />
        </Section>
        <Competences />
        <Section title="Điểm quy định chưa nói rõ" id="diem-mo">
          <p class="ink2">
            Luật chưa nói hoặc có thể hiểu hai cách. Hệ thống dùng cách ghi dưới đây; cơ quan có thể chọn cách khác
            trong thiết lập.
          </p>
          <DataTable
            caption="Những điểm quy định chưa nói rõ"
            rows={openPoints(settings)}
            keyOf={(row) => row.label}
            columns={[
              { head: 'Điểm', rowHead: true, cell: (row) => row.label },
              { head: 'Vì sao', cell: (row) => row.explain },
              { head: 'Đang dùng', cell: (row) => row.taken },
              { head: 'Căn cứ', cell: (row) => row.basis },
            ]}
          />
        </Section>
      </div>
    </div>
  );
}

const PARTS = [
  ['bo-tieu-chi', 'Bộ tiêu chí', 'Rulebooks'],
  ['bo-san-pham', 'Bộ sản phẩm', 'Product sets'],
  ['hang-sao', 'Hạng sao', 'Stars'],
  ['thoi-han', 'Thời hạn', 'Terms'],
  ['tham-quyen', 'Ai quyết định', 'Who decides'],
  ['diem-mo', 'Điểm còn mở', 'Open points'],
] as const;

function RuleTable({ rows, caption }: { rows: readonly RuleRow[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={(row) => `${row.what}${row.from}${row.basis}`}
      columns={[
        { head: 'Việc', rowHead: true, cell: (row) => row.what },
        { head: 'Quy định', cell: (row) => row.value },
        { head: 'Từ ngày', cell: (row) => formatDay(row.from) },
        { head: 'Căn cứ', cell: (row) => row.basis },
      ]}
    />
  );
}

function Competences() {
  return (
    <Section title="Ai quyết định việc gì" id="tham-quyen">
      <DataTable
        caption="Thẩm quyền theo hạng sao và theo ngày"
        rows={competenceRows()}
        keyOf={(row) => `${row.over}${row.stars}${row.from}`}
        columns={[
          {
            head: 'Việc',
            rowHead: true,
            cell: (row) => `${row.over.charAt(0).toUpperCase()}${row.over.slice(1)} ${row.stars}`,
          },
          { head: 'Ai', cell: (row) => row.who },
          { head: 'Thời gian', cell: (row) => `${formatDay(row.from)} đến ${untilWords(row.to)}` },
          {
            head: 'Căn cứ',
            cell: (row) => `${row.basis}${row.open ? ' (ngày hiểu theo cách đọc, chưa có câu rõ)' : ''}`,
          },
        ]}
      />
    </Section>
  );
}
