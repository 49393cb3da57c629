import { FactsList, formatDay } from '#ui';
import { officePaths } from '../commune-urls.ts';
import type { CentralAdvice, SentPackage } from '../package-read.ts';

interface Props {
  readonly sent: SentPackage;
  readonly advice: CentralAdvice | undefined;
}

/** What the province sent to the Ministry with the dossier, which both offices read; for the Ministry also its team's report. */
export function PackageShown({ sent, advice }: Props) {
  const { letterFile, extraFile } = sent;
  return (
    <section aria-labelledby="gui-bo">
      <div class="sechd">
        <h2 id="gui-bo">Tỉnh gửi Bộ</h2>
      </div>
      <FactsList
        facts={[
          {
            term: 'Văn bản gửi Bộ',
            value: `Số ${sent.letterNumber}, ngày ${formatDay(sent.letterDate)}`,
            sub: letterFile && <a href={officePaths.file(letterFile)}>Tải văn bản đã ký</a>,
          },
          { term: 'Sản phẩm mẫu gửi kèm', value: String(sent.samples) },
          (sent.extraTests !== null || extraFile !== null) && {
            term: 'Kiểm tra, kiểm nghiệm bổ sung',
            value: sent.extraTests ?? 'Theo văn bản kèm theo',
            sub: extraFile && <a href={officePaths.file(extraFile)}>Tải văn bản kiểm nghiệm</a>,
          },
          advice && {
            term: 'Báo cáo của Tổ tư vấn trung ương',
            value: `Số ${advice.number}, ngày ${formatDay(advice.dated)}`,
            sub: advice.file === null ? advice.summary : <a href={officePaths.file(advice.file)}>Tải báo cáo</a>,
          },
        ]}
      />
    </section>
  );
}
