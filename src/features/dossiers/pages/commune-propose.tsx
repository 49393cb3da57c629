import { roundFor } from '#law/rounds';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { setting } from '#platform/settings';
import {
  Button,
  DateField,
  FileField,
  Form,
  FormEnd,
  type FormState,
  formatDay,
  Note,
  NumberField,
  TextField,
  Tick,
} from '#ui';
import { type Assessment, assessmentOf, type CheckProgress, checkProgress, extraRounds } from '../commune-read.ts';
import { officePaths } from '../commune-urls.ts';
import { lowerFirst } from '../print-data.ts';
import { dossierPath } from '../urls.ts';
import { citedPapers } from '../wallet.ts';
import { OfficeHead } from './commune-dossier.tsx';
import { type AtWork, atWork, workHead } from './commune-office.ts';

interface Data extends AtWork {
  readonly progress: CheckProgress;
  readonly assessment: Assessment;
  readonly round: ReturnType<typeof roundFor>;
}

/** Forwards the dossier with Form 03 and the letter; says beforehand into which round it will fall (R4.5, U11). */
export const proposePage = page({
  permission: 'dossier.propose',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }): Promise<Data> {
    const work = await atWork(ctx, id, 'checking');
    const [papers, assessment, inclusive, extra] = await Promise.all([
      citedPapers(ctx.db, id),
      assessmentOf(ctx.db, id),
      setting(ctx.db, 'cutoffInclusive', { scope: work.dossier.province.id, day: ctx.day }),
      extraRounds(ctx.db, work.dossier.province.id),
    ]);
    return {
      ...work,
      assessment,
      progress: checkProgress(work.dossier, papers, assessment, work.set),
      round: roundFor('province', ctx.day, inclusive === true, extra),
    };
  },
  head: (data) => workHead('Đề nghị tỉnh đánh giá', data),
  view: (data, ctx) => <Propose {...data} form={ctx.form('dossier.propose')} />,
});

function Propose({ form, ...data }: Data & { form: FormState }) {
  const { dossier, progress, assessment, round, day } = data;
  const { samplesNeeded, left, failed } = progress;
  const { no, year, proposedBefore, completedBefore } = round.round;
  return (
    <div class="stack-5">
      <OfficeHead data={data} />
      <div>
        <h2>Đề nghị tỉnh đánh giá</h2>
        <p class="ink2">
          Hồ sơ, Mẫu số 03 và văn bản đề nghị chuyển lên cơ quan OCOP {lowerFirst(dossier.province.name)}. Sau đó xã
          không sửa được nữa, trừ khi tỉnh yêu cầu hoàn thiện.
        </p>
      </div>
      {left.length > 0 && (
        <Note kind="soon" title="Chưa đề nghị được.">
          Hồ sơ {left.join('; ')}. <a href={dossierPath(dossier.id)}>Về hồ sơ để làm tiếp</a>
        </Note>
      )}
      {failed > 0 && (
        <Note kind="soon" title={`${failed} giấy tờ không đạt.`}>
          Cân nhắc trả lại để bổ sung trước khi đề nghị.
        </Note>
      )}
      <Note kind="info" icon="flag" title={`Đề nghị ngày ${formatDay(day)} vào đợt ${no} năm ${year}.`}>
        Đợt này nhận hồ sơ xã đề nghị trước ngày {formatDay(proposedBefore)}, hoàn thành trước ngày{' '}
        {formatDay(completedBefore)}. Đợt tính theo ngày của văn bản đề nghị.
        {round.onCutoffDay && ' Hôm nay đúng ngày hạn: kiểm tra kỹ ngày ghi trên văn bản.'}
      </Note>
      <p class="row">
        <Button icon="down" href={officePaths.form03(dossier.id)}>
          Mẫu số 03 (PDF)
        </Button>
        <Button icon="down" href={officePaths.form03(dossier.id, 'docx')}>
          Mẫu số 03 (Word)
        </Button>
        <Button icon="down" href={officePaths.letter(dossier.id)}>
          Văn bản đề nghị (PDF)
        </Button>
        <Button icon="down" href={officePaths.letter(dossier.id, 'docx')}>
          Văn bản đề nghị (Word)
        </Button>
      </p>
      <Form action={officePaths.propose(dossier.id)} state={form} version={dossier.version} class="form stack-5" files>
        <TextField
          name="letterNumber"
          label="Số văn bản đề nghị"
          hint="Ví dụ: 45/UBND-KT"
          value={assessment.letterNumber}
          width="mid"
          maxLength={100}
        />
        <DateField name="letterDate" label="Ngày văn bản" value={formatDay(day)} />
        <TextField
          name="formNumber"
          label="Số báo cáo Mẫu 03"
          hint="Ví dụ: 112/BC-UBND"
          value={assessment.formNumber}
          width="mid"
          maxLength={100}
          optional
        />
        <TextField
          name="signatory"
          label="Người ký"
          hint="Họ tên người ký văn bản"
          value={assessment.signatory}
          maxLength={200}
        />
        <FileField
          name="signedFile"
          label="Báo cáo Mẫu 03 đã ký"
          hint="PDF hoặc ảnh, tối đa 20 MB. Mất mạng thì gửi tiếp từ chỗ dừng."
          paper
          parts="evidence"
          optional
        />
        {samplesNeeded > 0 ? (
          <NumberField
            name="samples"
            label="Số sản phẩm mẫu đã nhận"
            hint={`Cần ${samplesNeeded} sản phẩm mẫu`}
            value={dossier.samplesReceived}
          />
        ) : (
          <p class="ink2">Dịch vụ du lịch không phải gửi sản phẩm mẫu.</p>
        )}
        <Tick name="paperSet" label="Đã nhận bộ hồ sơ giấy" checked={dossier.paperSetReceived} />
        <FormEnd>
          <Button kind="main" icon="send">
            Đề nghị tỉnh đánh giá
          </Button>
          <Button kind="bare" href={dossierPath(dossier.id)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  );
}
