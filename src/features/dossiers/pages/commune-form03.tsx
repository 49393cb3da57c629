import { COMMUNE_MATTERS } from '#law/dossier';
import { FactsList, formatDay } from '#ui';
import { officePaths } from '../commune-urls.ts';
import type { OfficeData } from './commune-acts.tsx';

/** The commune's assessment and letter, and the advisory team's report. */
export function Form03({ data: { dossier, assessment, advice } }: { data: OfficeData }) {
  const written = COMMUNE_MATTERS.filter(({ name }) => assessment[name]);
  if (written.length === 0 && !advice) return null;
  return (
    <section aria-labelledby="danh-gia-xa">
      <div class="sechd">
        <h2 id="danh-gia-xa">Đánh giá của xã</h2>
        {written.length > 0 && (
          <span class="row">
            <a href={officePaths.form03(dossier.id)}>Mẫu số 03 (PDF)</a>
            <a href={officePaths.form03(dossier.id, 'docx')}>Bản Word</a>
          </span>
        )}
      </div>
      <FactsList
        facts={[
          ...written.map(({ name, label }) => ({ term: label, value: <Lines text={assessment[name] ?? ''} /> })),
          assessment.letterNumber !== null && {
            term: 'Văn bản đề nghị',
            value: `Số ${assessment.letterNumber}, ngày ${assessment.letterDate ? formatDay(assessment.letterDate) : ''}`,
            sub: assessment.signatory && `Người ký: ${assessment.signatory}`,
          },
          assessment.signedFile !== null && {
            term: 'Mẫu số 03 đã ký',
            value: <a href={officePaths.file(assessment.signedFile)}>Tải bản đã ký</a>,
          },
          dossier.samplesReceived !== null && { term: 'Sản phẩm mẫu đã nhận', value: String(dossier.samplesReceived) },
          advice && {
            term: 'Báo cáo của Tổ tư vấn',
            value: `Số ${advice.number}, ngày ${formatDay(advice.dated)}`,
            sub: advice.summary ?? undefined,
          },
          advice !== undefined &&
            advice.file !== null && {
              term: 'Tệp báo cáo',
              value: <a href={officePaths.file(advice.file)}>Tải báo cáo</a>,
            },
        ]}
      />
    </section>
  );
}

function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line) => (
        <span key={line} class="block">
          {line}
        </span>
      ))}
    </>
  );
}
