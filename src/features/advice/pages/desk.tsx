import {
  AdviceShown,
  adviceLevelOf,
  advicePaths,
  adviceWork,
  authorWords,
  confirmedYears,
  dossierPath,
  dueTerm,
  getDossier,
  type MemberPart,
  partsOf,
  standing,
} from '#features/dossiers';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, EmptyState, formatDay, TermWords } from '#ui';
import { Frame } from './frame.tsx';

/** The office's desk of its advisory team's work on a dossier: who is charged, what is asked for, visits, the report. */
export const deskPage = page({
  permission: 'dossier.assignAdvisers',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const dossier = await getDossier(ctx.db, id);
    const work = await adviceWork(ctx.db, id);
    const level = adviceLevelOf(dossier);
    const [parts, years] = await Promise.all([partsOf(ctx.db, dossier), confirmedYears(ctx.db)]);
    return { dossier, work, parts, level, years, day: ctx.day };
  },
  head: ({ dossier }) => ({ title: `Việc của Tổ tư vấn – ${dossier.product.name}`, here: '/ho-so' }),
  view: ({ dossier, work, parts, level, years, day }) => (
    <Frame dossier={dossier} title="Việc của Tổ tư vấn" toDesk={false}>
      <section class="stack" aria-labelledby="giao-cho">
        <div class="sechd">
          <h2 class="text-lg" id="giao-cho">
            Giao cho
          </h2>
          <a href={advicePaths.assign(dossier.id)}>{parts.length === 0 ? 'Giao hồ sơ' : 'Giao lại'}</a>
        </div>
        {parts.length === 0 ? (
          <p class="ink2">Chưa giao cho thành viên nào.</p>
        ) : (
          <ul class="stack-2">
            {parts.map((part) => (
              <Charged key={part.member} dossier={dossier.id} part={part} day={day} years={years} />
            ))}
          </ul>
        )}
      </section>
      <div class="row">
        <Button href={advicePaths.ask(dossier.id)} icon="send">
          Đề nghị bổ sung
        </Button>
        <Button href={advicePaths.plan(dossier.id)} icon="calendar">
          Hẹn khảo sát
        </Button>
        <Button href={advicePaths.newVisit(dossier.id)} icon="place">
          Ghi khảo sát thực tế
        </Button>
      </div>
      {work.requests.length + work.visits.length + work.plans.length === 0 ? (
        <EmptyState title="Chưa có đề nghị bổ sung và khảo sát" print="basket">
          Chủ thể và xã thấy mỗi đề nghị ngay khi gửi.
        </EmptyState>
      ) : (
        <AdviceShown id={dossier.id} work={work} day={day} answers={false} />
      )}
      <section class="stack" aria-labelledby="bao-cao">
        <h2 class="text-lg" id="bao-cao">
          Báo cáo gửi Chủ tịch Hội đồng
        </h2>
        <p class="ink2">
          Dự thảo lấy sẵn tóm tắt, khảo sát, đề nghị đã ghi và phần các thành viên đã nộp. Phiên họp chỉ bắt đầu khi đã
          ghi báo cáo.
        </p>
        <div class="row tight">
          <Button href={advicePaths.report(dossier.id, 'docx')} icon="paper" download>
            Dự thảo báo cáo (Word)
          </Button>
          <Button href={advicePaths.report(dossier.id, 'pdf')} icon="paper" download>
            Dự thảo báo cáo (PDF)
          </Button>
          <Button
            kind="main"
            href={`${dossierPath(dossier.id)}/${level === 'central' ? 'to-tu-van-trung-uong' : 'to-tu-van'}`}
          >
            Ghi báo cáo
          </Button>
        </div>
      </section>
    </Frame>
  ),
});

/** A member charged with the dossier, and how far their part is. */
function Charged({
  dossier,
  part,
  day,
  years,
}: {
  dossier: string;
  part: MemberPart;
  day: string;
  years: Parameters<typeof dueTerm>[2];
}) {
  const now = standing(part);
  const term = now ? undefined : dueTerm(part.dueOn, day, years);
  return (
    <li class="row between line">
      <span>
        {authorWords(part)}
        <span class="sm mut block">
          {now
            ? `Đã nộp phần thẩm tra ngày ${formatDay(now.handedOn)}`
            : part.handed.length > 0
              ? 'Đã trả lại, chờ sửa'
              : part.account === null
                ? 'Không có tài khoản, cơ quan ghi thay'
                : part.begun
                  ? 'Đang viết phần thẩm tra'
                  : 'Chưa viết phần thẩm tra'}
        </span>
      </span>
      <span class="row tight">
        {term && <TermWords {...term} />}
        {part.handed.length > 0 && (
          <a href={advicePaths.memberPart(dossier, part.member)} aria-label={`Đọc phần của ${part.name}`}>
            Đọc
          </a>
        )}
      </span>
    </li>
  );
}
