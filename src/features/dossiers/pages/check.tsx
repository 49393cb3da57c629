import type { Finding } from '#law/dossier';
import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { Button, FactsList, Form, Icon, Note, StarRow, Tick } from '#ui';
import { sheetOf, standingOf } from '../sheet.ts';
import { filingRefusal, isLateFiling, submissionCheck } from '../submit.ts';
import { contentSummary } from '../summary.ts';
import { dossierPath, findingPath, formPath, selfScorePath, submitPath } from '../urls.ts';
import { citedPapers } from '../wallet.ts';
import { LATE_WORDS, termOf } from '../words.ts';
import { isOpen, readWriting } from '../writing.ts';
import { dossierHead, lower } from './parts.tsx';

/**
 * Before handing in: what is missing and blocks, what is only worth knowing, everything once more in short, and what
 * will happen (U11, U17).
 */
export const checkPage = page({
  permission: 'dossier.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }) {
    const { dossier } = await readWriting(ctx, id);
    if (!isOpen(dossier)) return redirect(dossierPath(id));
    const sheet = await sheetOf(dossier);
    const [check, papers, notToday, late] = await Promise.all([
      submissionCheck(ctx.db, dossier, ctx.day),
      citedPapers(ctx.db, id),
      filingRefusal(ctx.db, dossier, ctx.day),
      isLateFiling(ctx.db, dossier, ctx.day),
    ]);
    return { dossier, check, papers, notToday, late, set: sheet.set, standing: standingOf(dossier, sheet) };
  },
  head: ({ dossier }) => dossierHead('Kiểm tra và nộp', dossier.id),
  view: ({ dossier, check, papers, notToday, late, set, standing }, ctx) => {
    const again = dossier.state === 'returned';
    const { blocks, warnings } = check;
    const off = blocks.length > 0 ? `Làm xong ${blocks.length} chỗ nêu ở trên rồi nộp.` : (notToday ?? undefined);
    return (
      <div class="stack-5 max-w-[44rem]">
        <div>
          <p class="sm mut">{dossier.product.name}</p>
          <h1>{again ? 'Kiểm tra và nộp lại' : 'Kiểm tra và nộp'}</h1>
        </div>
        {notToday && (
          <Note kind="soon" icon="calendar" title="Chưa nộp được hôm nay.">
            {notToday} Nội dung đã lưu vẫn giữ nguyên.
          </Note>
        )}
        {late && !notToday && (
          <Note kind="soon" icon="calendar" title="Đã qua khung nộp đánh giá lại.">
            {LATE_WORDS}
          </Note>
        )}
        {blocks.length > 0 && (
          <section class="esum" aria-labelledby="con-thieu">
            <h2 id="con-thieu">
              <Icon name="warn" />
              Còn {blocks.length} chỗ phải làm xong mới nộp được
            </h2>
            <Findings id={dossier.id} findings={blocks} />
          </section>
        )}
        {warnings.length > 0 && (
          <Note kind="soon" title="Nên xem lại, vẫn nộp được:">
            <Findings id={dossier.id} findings={warnings} />
          </Note>
        )}
        {blocks.length === 0 && warnings.length === 0 && <Note kind="good">Hồ sơ đủ nội dung để nộp.</Note>}
        <section class="stack">
          <div class="row between">
            <h2 class="text-lg">Tự chấm: {standing.total} điểm</h2>
            {standing.total > 0 && <StarRow stars={standing.star} />}
          </div>
          {standing.bandStar > standing.star && (
            <p class="sm">
              Đủ điểm {standing.bandStar} sao, còn thiếu {standing.missing.length} điều kiện.{' '}
              <a href={`${selfScorePath(dossier.id)}#ket-qua`}>Xem điều kiện còn thiếu</a>
            </p>
          )}
          <FactsList
            facts={[
              ...standing.parts.map(({ code, points, max }) => ({
                term: `Phần ${code}`,
                value: `${points}/${max} điểm`,
              })),
              { term: 'Giấy tờ', value: `${papers.length} giấy tờ` },
              ...contentSummary(dossier, set),
            ]}
          />
          <p class="sm">
            Xem bản in: <a href={formPath(dossier.id, '01')}>Mẫu số 01</a>,{' '}
            <a href={formPath(dossier.id, '02')}>Mẫu số 02</a>
          </p>
        </section>
        <Form
          action={submitPath(dossier.id)}
          state={ctx.form('dossier.submit')}
          version={dossier.version}
          hidden={{ draftVersion: String(dossier.draftVersion) }}
        >
          <div class="box stack">
            <h2 class="text-lg">{again ? 'Nộp lại hồ sơ?' : 'Nộp hồ sơ?'}</h2>
            <ul class="sure">
              <li>
                <Icon name="send" />
                <span>
                  Hồ sơ được gửi đến {lower(dossier.commune.name)}. Xã kiểm tra trong {termOf('dossier.receive')} từ
                  ngày tiếp nhận.
                </span>
              </li>
              <li>
                <Icon name="lock" />
                <span>Nội dung được khóa lại. Chỉ sửa được khi xã trả lại để bổ sung.</span>
              </li>
              <li>
                <Icon name="paper" />
                <span>Bạn nhận ngay giấy biên nhận có số.</span>
              </li>
            </ul>
            {off === undefined && (
              <Tick
                name="truthful"
                label="Tôi cam đoan nội dung là đúng sự thật và chịu trách nhiệm trước pháp luật."
              />
            )}
            <div class="row">
              <Button kind="main" off={off}>
                {again ? 'Nộp lại hồ sơ' : 'Nộp hồ sơ'}
              </Button>
              <Button kind="bare" href={dossierPath(dossier.id)}>
                Chưa nộp, quay về
              </Button>
            </div>
          </div>
        </Form>
      </div>
    );
  },
});

function Findings({ id, findings }: { id: string; findings: readonly Finding[] }) {
  return (
    <ul class="stack-2">
      {findings.map((finding) => (
        <li key={`${finding.at}${finding.message}`}>
          <a href={findingPath(id, finding)}>{finding.message}</a>
        </li>
      ))}
    </ul>
  );
}
