import { meanText } from '#law/stars';
import { Button, FactsList, formatDay, StarRow } from '#ui';
import type { Outcome } from '../outcome.ts';

/** The act a result waits for at the provincial office. */
export function DecideNext({ outcome }: { outcome: Outcome }) {
  return (
    <section class="row" aria-label="Việc cần làm">
      {outcome.decision === null || !outcome.onThisSession ? (
        <Button kind="main" href={`/quyet-dinh#cho-${outcome.session}`}>
          Lập tờ trình, quyết định
        </Button>
      ) : (
        <Button kind="main" href={`/quyet-dinh/${outcome.decision}`}>
          Làm tiếp dự thảo quyết định
        </Button>
      )}
    </section>
  );
}

/** Session, points, decision and certificate, each as far as the reader may see it; `again`: it is being evaluated anew. */
export function OutcomeFacts({ outcome, again }: { outcome: Outcome; again: boolean }) {
  const { session, sessionTitle, sum, count, star, candidate, decision, decisionNumber, decidedOn } = outcome;
  const { certificateNumber, checkCode } = outcome;
  const named = decisionNumber ? `Số ${decisionNumber}` : 'Dự thảo, chưa có số';
  const facts = [
    session !== null &&
      outcome.mayReadSession && { term: 'Phiên Hội đồng', value: <a href={`/phien/${session}`}>{sessionTitle}</a> },
    sum !== null &&
      count !== null && {
        term: 'Điểm trung bình',
        value: outcome.mayReadResult ? (
          <a href={`/phien/${session}/ket-qua/${outcome.dossier}`}>{meanText({ sum, count })} điểm</a>
        ) : (
          `${meanText({ sum, count })} điểm, Hội đồng cấp trung ương`
        ),
        sub: candidate ? 'Tiềm năng 5 sao' : star !== null && star >= 3 ? <StarRow stars={star} /> : 'Dưới 3 sao',
      },
    ...outcome.earlier.map((one) => ({
      term: 'Kết quả trước đó',
      value: <a href={`/phien/${one.session}/ket-qua/${outcome.dossier}`}>{meanText(one)} điểm</a>,
      sub: one.title,
    })),
    decision !== null &&
      outcome.mayReadDecision && {
        term: 'Quyết định',
        value: <a href={`/quyet-dinh/${decision}`}>{named}</a>,
        sub: decidedOn ? `ngày ${formatDay(decidedOn)}` : undefined,
      },
    checkCode !== null && {
      term: 'Giấy chứng nhận',
      value: <a href={`/chung-nhan/${checkCode}`}>{certificateNumber ?? checkCode}</a>,
    },
  ];
  if (!facts.some(Boolean)) return null;
  return (
    <section aria-labelledby="ket-qua">
      <div class="sechd">
        <h2 id="ket-qua">{again ? 'Kết quả lần trước, hồ sơ đang được đánh giá lại' : 'Kết quả'}</h2>
      </div>
      <FactsList facts={facts} />
    </section>
  );
}
