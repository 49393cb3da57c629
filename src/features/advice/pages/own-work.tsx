import { z } from 'zod';
import { advicePaths, confirmedYears, dueTerm } from '#features/dossiers';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { EmptyState, formatDay, LoadMore, QueueTable } from '#ui';
import { type GivenDossier, givenWork, type PartState } from '../given-work.ts';

const SHOWN = 50;

/** What is left to do with the own part. */
const ACTS: Readonly<Record<PartState, string>> = {
  notBegun: 'Đọc hồ sơ, viết phần thẩm tra',
  writing: 'Viết tiếp, nộp phần thẩm tra',
  givenBack: 'Sửa phần thẩm tra được trả lại',
  handedIn: 'Đã nộp phần thẩm tra',
};

/** Home of a member of an advisory team: the dossiers given to them, with the last day of each. */
export const ownWorkPage = page({
  permission: 'dossier.savePart',
  query: z.object({ due: z.iso.date().optional().catch(undefined), after: uuid().optional().catch(undefined) }),
  shell: 'desk',
  async load(ctx, _params, { due, after }) {
    const [rows, years] = await Promise.all([
      givenWork(ctx, SHOWN + 1, due && after ? { due, id: after } : null),
      confirmedYears(ctx.db),
    ]);
    return { rows, years, day: ctx.day };
  },
  head: () => 'Việc của tôi',
  view: ({ rows, years, day }) => {
    const shown = rows.slice(0, SHOWN);
    const last = shown.at(-1);
    return (
      <div class="stack-5">
        <div>
          <h1>Việc của tôi</h1>
          <p class="ink2">Hồ sơ được giao cho bạn thẩm tra. Hội đồng chấm xong thì hồ sơ không còn ở đây.</p>
        </div>
        {shown.length === 0 ? (
          <EmptyState title="Chưa có hồ sơ nào được giao" print="basket">
            Cơ quan của Tổ tư vấn giao hồ sơ; hồ sơ mới hiện ở đây và có thông báo.
          </EmptyState>
        ) : (
          <QueueTable
            rows={shown.map((one) => ({
              href: advicePaths.part(one.id),
              name: one.product,
              who: one.producer,
              act: <Act one={one} />,
              status: `dossier.${one.state}`,
              term: one.part === 'handedIn' ? undefined : dueTerm(one.dueOn, day, years),
            }))}
            caption="Hồ sơ được giao"
            keys
          />
        )}
        {rows.length > SHOWN && last && (
          <LoadMore href={`${advicePaths.own}?${new URLSearchParams({ due: last.place, after: last.id })}`} />
        )}
      </div>
    );
  },
});

function Act({ one }: { one: GivenDossier }) {
  return (
    <>
      {one.state === 'inRound' || one.state === 'central' ? ACTS[one.part] : 'Hội đồng đang xem xét, chỉ đọc'}
      {one.waiting > 0 && <span class="sub">Chờ chủ thể gửi {one.waiting} giấy tờ</span>}
      {one.visitOn !== null && <span class="sub">Khảo sát ngày {formatDay(one.visitOn)}</span>}
    </>
  );
}
