import { formatDay, Icon } from '#ui';
import { type AdviceRequest, type AdviceWork, type PlannedVisit, planState } from '../advice-read.ts';
import { advicePaths } from '../urls.ts';
import { termWords } from './parts.tsx';

/** What a team asked for, in words of its kind. */
export const REQUEST_KINDS = { paper: 'Giấy tờ, tài liệu', test: 'Kết quả kiểm nghiệm' } as const;

/** Papers asked for and visits made by the advisory team; nothing where there is none. `answers`: the reader may answer. */
export function AdviceShown({
  id,
  work,
  day,
  answers,
}: {
  id: string;
  work: AdviceWork;
  day: string;
  answers: boolean;
}) {
  const { requests, visits, plans } = work;
  const open = plans.filter((one) => planState(one) !== 'done');
  if (requests.length + visits.length + open.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="viec-to-tu-van">
      <div class="sechd">
        <h2 class="text-lg" id="viec-to-tu-van">
          Tổ tư vấn
        </h2>
      </div>
      <ul class="stack">
        {requests.map((request) => (
          <li key={request.id} class="box stack-2">
            <p>
              <b>{REQUEST_KINDS[request.kind]}:</b> <span class="whitespace-pre-line">{request.what}</span>
            </p>
            <Answered request={request} day={day} />
            {answers && request.answeredOn === null && (
              <p>
                <a class="row tight line" href={advicePaths.answer(id, request.id)}>
                  <Icon name="send" />
                  Gửi giấy tờ Tổ tư vấn đề nghị
                </a>
              </p>
            )}
          </li>
        ))}
        {open.map((plan) => (
          <Planned key={plan.id} id={id} plan={plan} />
        ))}
        {visits.map((visit) => (
          <li key={visit.id} class="box">
            <a class="row tight line" href={advicePaths.visit(id, visit.id)}>
              <Icon name="place" />
              Khảo sát thực tế ngày {formatDay(visit.visitedOn)}
            </a>
            <p class="sm mut">{visit.place}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Planned({ id, plan }: { id: string; plan: PlannedVisit }) {
  const { visitOn, startsAt, place, cancelledOn, cancelReason, movedReason } = plan;
  return (
    <li class="box">
      <a class="row tight line" href={advicePaths.planned(id, plan.id)}>
        <Icon name="calendar" />
        {cancelledOn ? 'Đã hủy hẹn khảo sát' : 'Sắp khảo sát thực tế'} ngày {formatDay(visitOn)}
        {startsAt && `, ${startsAt}`}
      </a>
      <p class="sm mut">{place}</p>
      {(cancelReason ?? movedReason) && (
        <p class="sm">
          {cancelReason ? 'Lý do hủy' : 'Lý do dời ngày'}: {cancelReason ?? movedReason}
        </p>
      )}
    </li>
  );
}

function Answered({
  request: { askedOn, dueOn, answer, answeredOn, papers },
  day,
}: {
  request: AdviceRequest;
  day: string;
}) {
  if (answeredOn === null)
    return (
      <p class={dueOn < day ? 'sm text-lacquer' : 'sm'}>
        Đề nghị ngày {formatDay(askedOn)}. {termWords(dueOn, day)}.
      </p>
    );
  return (
    <div class="sm">
      <p>
        Đã gửi ngày {formatDay(answeredOn)}
        {answeredOn > dueOn && `, quá hạn ${formatDay(dueOn)}`}.{answer && ` ${answer}`}
      </p>
      {papers.map((paper) => (
        <p key={paper.id}>
          <a href={`/tep/${paper.file}`}>{paper.title}</a>
        </p>
      ))}
    </div>
  );
}
