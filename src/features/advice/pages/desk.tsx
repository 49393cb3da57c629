import { AdviceShown, adviceLevelOf, advicePaths, adviceWork, dossierPath, getDossier } from '#features/dossiers';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, EmptyState, FactsList } from '#ui';
import { Frame } from './frame.tsx';

/** The office's desk of its advisory team's work on a dossier: who is charged, what is asked for, visits, the report. */
export const deskPage = page({
  permission: 'dossier.requestPapers',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const dossier = await getDossier(ctx.db, id);
    const work = await adviceWork(ctx.db, id);
    const level = adviceLevelOf(dossier);
    return { dossier, work, advisers: work.advisers.filter((one) => one.level === level), day: ctx.day };
  },
  head: ({ dossier }) => ({ title: `Việc của Tổ tư vấn – ${dossier.product.name}`, here: '/ho-so' }),
  view: ({ dossier, work, advisers, day }) => (
    <Frame dossier={dossier} title="Việc của Tổ tư vấn" toDesk={false}>
      <FactsList
        facts={[
          {
            term: 'Giao cho',
            value:
              advisers.length === 0
                ? 'Chưa giao'
                : advisers.map((one) => `${one.name}, ${one.organisation}`).join('; '),
            sub: <a href={advicePaths.assign(dossier.id)}>{advisers.length === 0 ? 'Giao hồ sơ' : 'Giao lại'}</a>,
          },
        ]}
      />
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
          Dự thảo lấy sẵn tóm tắt, khảo sát và đề nghị đã ghi. Phiên họp chỉ bắt đầu khi đã ghi báo cáo.
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
            href={`${dossierPath(dossier.id)}/${adviceLevelOf(dossier) === 'central' ? 'to-tu-van-trung-uong' : 'to-tu-van'}`}
          >
            Ghi báo cáo
          </Button>
        </div>
      </section>
    </Frame>
  ),
});
