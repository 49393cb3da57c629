import { page } from '#platform/http/page';
import { formatDay } from '#ui';
import { dueAfter } from '../calendar-years.ts';
import { type ChosenRow, chosenQuery, chosenRows } from '../many.ts';
import { manyPaths } from '../many-urls.ts';
import { stateName } from '../office-list.ts';
import type { DossierState } from '../schema.ts';
import { paths } from '../urls.ts';
import { type Foreseen, ManyPreview } from './many-preview.tsx';

/** What receiving the chosen dossiers will do to each (U25). */
export const receiveManyPage = page({
  permission: 'dossier.receive',
  query: chosenQuery,
  shell: 'desk',
  async load(ctx, _params, { chon, ve }) {
    const rows = await chosenRows(ctx, 'dossier.receive', chon);
    const due = await dueAfter(ctx.db, 'dossier.receive', 'first', ctx.day);
    const seen = rows.map((row) => foresee(row, ctx.actor.account, due?.day ?? null));
    return { rows: seen, missing: new Set(chon).size - rows.length, back: ve };
  },
  head: () => ({ title: 'Tiếp nhận nhiều hồ sơ', here: paths.list }),
  view: ({ rows, missing, back }, ctx) => (
    <ManyPreview
      question="Tiếp nhận các hồ sơ này?"
      path={manyPaths.receive}
      rows={rows}
      missing={missing}
      back={back}
      consequences={[
        { icon: 'clock', words: 'Thời hạn kiểm tra của xã bắt đầu tính từ hôm nay.' },
        { icon: 'paper', words: 'Mỗi hồ sơ là một dòng riêng trong sổ ghi việc.' },
        { icon: 'back', words: 'Không hoàn tác được. Hồ sơ thiếu thì trả lại để bổ sung, kèm lý do.' },
      ]}
      act={(count) => `Tiếp nhận ${count} hồ sơ`}
      state={ctx.form('dossier.receiveMany')}
    />
  ),
});

function foresee(row: ChosenRow, account: string, due: string | null): Foreseen {
  const common = { id: row.id, version: row.version, name: row.product, who: row.producer };
  if (row.state !== 'submitted')
    return { ...common, will: false, words: `hồ sơ đang ở bước "${stateName(row.state as DossierState)}".` };
  if (row.enteredBy === account)
    return { ...common, will: false, words: 'bạn đã nhập hồ sơ này. Nhờ cán bộ khác của xã tiếp nhận.' };
  return { ...common, will: true, words: due ? `Tiếp nhận, hạn kiểm tra ${formatDay(due)}` : 'Tiếp nhận' };
}
