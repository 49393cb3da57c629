import { basisText } from '#law/answers';
import { FIXED_HOLIDAYS, LABOUR_CODE, LUNAR_DAYS } from '#law/calendar';
import { publicPage } from '#platform/http/page';
import { DataTable, formatDay, formatDayShort } from '#ui';
import { processRows, SHOWN_PROCESSES } from '../../rule-rows.ts';
import { rulesUrl, twinOf } from '../../urls.ts';
import type { Lang } from '../../words.ts';
import { Crumbs, Section, TextOfLaw } from '../parts.tsx';

/** States and moves of every process, as the ledger knows them; and the days that are not counted. */
export const procedurePage = publicPage({
  shell: 'public',
  async load() {
    return SHOWN_PROCESSES.map((process) => ({ process, ...processRows(process) }));
  },
  head: (_data, ctx) => ({
    title: ctx.lang === 'en' ? 'States and moves' : 'Trình tự từng bước',
    description: 'Mỗi bước từ hồ sơ đến giấy chứng nhận: từ trạng thái nào sang trạng thái nào, thời hạn, điều khoản.',
    twin: twinOf(rulesUrl(ctx.lang, 'trinh-tu')),
  }),
  view: (all, ctx) => <Procedure all={all} lang={ctx.lang} />,
});

type Shown = { process: string } & ReturnType<typeof processRows>;

function Procedure({ all, lang }: { all: readonly Shown[]; lang: Lang }) {
  return (
    <div class="page stack pt-4 pb-12">
      <Crumbs
        lang={lang}
        ways={[
          { href: rulesUrl(lang), words: lang === 'en' ? 'Rules in force' : 'Quy định đang áp dụng' },
          { words: lang === 'en' ? 'States and moves' : 'Trình tự từng bước' },
        ]}
      />
      <TextOfLaw lang={lang} />
      <div lang="vi" class="stack">
        <h1>Trình tự từng bước</h1>
        <nav class="chips" aria-label="Các phần">
          {all.map(({ process, name }) => (
            <a key={process} class="chip" href={`#${process}`}>
              {name}
            </a>
          ))}
          <a class="chip" href="#ngay-nghi">
            Ngày nghỉ
          </a>
        </nav>
        {all.map(({ process, name, states, moves }) => (
          <Section key={process} title={name} id={process}>
            <dl class="facts">
              {states.map((state) => [
                <dt key={state.key}>{state.name}</dt>,
                <dd key={`${state.key}-`}>{state.explain}</dd>,
              ])}
            </dl>
            <div class="pt-4">
              <DataTable
                caption={`Các bước của ${name.toLowerCase()}`}
                rows={moves}
                keyOf={(move) => move.action}
                columns={[
                  { head: 'Bước', rowHead: true, cell: (move) => move.verb },
                  { head: 'Từ', cell: (move) => move.from },
                  { head: 'Sang', cell: (move) => move.to },
                  { head: 'Thời hạn bước sau', cell: (move) => move.term ?? '' },
                  { head: 'Căn cứ', cell: (move) => move.basis },
                ]}
              />
            </div>
          </Section>
        ))}
        <Section title="Ngày nghỉ không tính vào ngày làm việc" id="ngay-nghi">
          <p class="ink2">
            Thứ Bảy, Chủ nhật và các ngày dưới đây ({basisText(LABOUR_CODE)}). Tết, Giỗ Tổ và ngày hoán đổi theo thông
            báo từng năm; khi chưa có thông báo, hạn ghi “tạm tính”.
          </p>
          <dl class="facts">
            {FIXED_HOLIDAYS.map(({ on, name }) => [
              <dt key={on}>{formatDayShort(`2000-${on}`)}</dt>,
              <dd key={`${on}-`}>{name}</dd>,
            ])}
            {LUNAR_DAYS.map(({ year, tet, hungKings }) => [
              <dt key={year}>Năm {year}</dt>,
              <dd key={`${year}-`}>
                Mồng Một Tết {formatDay(tet)}, Giỗ Tổ Hùng Vương {formatDay(hungKings)}{' '}
                <span class="mut">(chưa xác nhận)</span>
              </dd>,
            ])}
          </dl>
        </Section>
      </div>
    </div>
  );
}
