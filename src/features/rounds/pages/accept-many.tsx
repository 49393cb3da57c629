import { type ChosenRow, chosenQuery, chosenRows, type Foreseen, ManyPreview, manyPaths } from '#features/dossiers';
import { stateWords } from '#law/moves';
import { page } from '#platform/http/page';
import { setting } from '#platform/settings';
import { formatDay } from '#ui';
import { placeAmong, type RoundRow, roundsOfProvince } from '../queries.ts';

/** Into which round each chosen dossier will go, by the day of its commune's proposal (R4.5, U25). */
export const acceptManyPage = page({
  permission: 'dossier.accept',
  query: chosenQuery,
  shell: 'desk',
  async load(ctx, _params, { chon, ve }) {
    const province = ctx.actor.area;
    const [rows, rounds, inclusive] = await Promise.all([
      chosenRows(ctx, 'dossier.accept', chon),
      province === null ? [] : roundsOfProvince(ctx.db, province),
      setting(ctx.db, 'cutoffInclusive', { scope: province, day: ctx.day }),
    ]);
    const seen = rows.map((row) => foresee(row, rounds, inclusive === true, ctx.day));
    return { rows: seen, missing: new Set(chon).size - rows.length, back: ve };
  },
  head: () => ({ title: 'Đưa nhiều hồ sơ vào đợt', here: '/ho-so' }),
  view: ({ rows, missing, back }, ctx) => (
    <ManyPreview
      question="Đưa các hồ sơ này vào đợt đánh giá?"
      path={manyPaths.accept}
      rows={rows}
      missing={missing}
      back={back}
      consequences={[
        { icon: 'calendar', words: 'Ngày xã đề nghị quyết định đợt của từng hồ sơ.' },
        { icon: 'paper', words: 'Tỉnh cấp số phiếu tiếp nhận cho từng hồ sơ, rồi Tổ tư vấn đánh giá.' },
        { icon: 'back', words: 'Không hoàn tác được. Hồ sơ cần sửa thì yêu cầu hoàn thiện trước khi vào đợt.' },
      ]}
      act={(count) => `Đưa ${count} hồ sơ vào đợt`}
      state={ctx.form('dossier.acceptMany')}
    />
  ),
});

function foresee(row: ChosenRow, rounds: readonly RoundRow[], inclusive: boolean, day: string): Foreseen {
  const { id, version, product: name, proposedOn } = row;
  const common = { id, version, name, who: `${row.producer} · ${row.commune}` };
  if (row.state !== 'proposed' || proposedOn === null)
    return { ...common, will: false, words: `hồ sơ đang ở bước "${stateWords('dossier', row.state).name}".` };
  const { planned, byLaw } = placeAmong(rounds, inclusive, proposedOn, day);
  if (!planned)
    return {
      ...common,
      will: false,
      words: `chưa lập đợt ${byLaw.no} năm ${byLaw.year}, đợt của ngày đề nghị ${formatDay(proposedOn)}.`,
    };
  return {
    ...common,
    will: true,
    words: `Vào đợt ${planned.no} năm ${planned.year}; xã đề nghị ngày ${formatDay(proposedOn)}`,
    more: { round: planned.id },
  };
}
