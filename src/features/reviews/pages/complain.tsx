import { type DossierRecord, getDossier, givenResult, officePaths } from '#features/dossiers';
import { complaintUntil, isReviewable } from '#law/review';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound, refused } from '#platform/refusal';
import { Button, DateField, FileField, Form, FormEnd, type FormState, formatDay, Note, TextArea } from '#ui';
import { instanceOf, termDays } from '../complain.ts';
import { reviewPaths } from '../urls.ts';
import { officeName } from '../words.ts';

interface Data {
  readonly dossier: DossierRecord;
  readonly toldOn: string;
  readonly until: string;
  readonly late: boolean;
  readonly acceptDays: number;
  readonly office: string;
  readonly onBehalf: boolean;
}

/** A producer complains about its result, in its own words; an officer enters a signed paper (law of complaints [?]). */
export const complainPage = page({
  permission: 'review.complain',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }): Promise<Data> {
    const [dossier, result] = await Promise.all([getDossier(ctx.db, id), givenResult(ctx.db, id)]);
    if (!result || !isReviewable(dossier.state)) throw notFound('Hồ sơ này chưa có kết quả để khiếu nại.');
    if (result.pending !== null) throw refused('Đã có một yêu cầu xem xét đang chờ trả lời. Mở hồ sơ để xem.');
    const toldOn = result.toldOn ?? ctx.day;
    const province = dossier.province.id;
    const [days, acceptDays, instance] = await Promise.all([
      termDays(ctx.db, 'complaintFileDays', province, ctx.day),
      termDays(ctx.db, 'complaintAcceptDays', province, ctx.day),
      instanceOf(ctx.db, result, province, ctx.day),
    ]);
    const until = complaintUntil(toldOn, days);
    return {
      ...{ dossier, toldOn, until, late: ctx.day > until, acceptDays },
      office: officeName({ instance, province: dossier.province.name }),
      onBehalf: ctx.actor.role !== 'producer',
    };
  },
  head: ({ dossier }) => ({
    title: `Khiếu nại kết quả – ${dossier.product.name}`,
    up: { href: `${officePaths.list}/${dossier.id}`, words: 'Hồ sơ' },
  }),
  view: (data, ctx) => <Complain {...data} state={ctx.form('review.complain')} />,
});

function Complain({ dossier, toldOn, until, late, acceptDays, office, onBehalf, state }: Data & { state: FormState }) {
  return (
    <div class="form stack-5">
      <div>
        <p class="sm mut">
          {dossier.product.name}, {dossier.producer.name}
        </p>
        <h1>{onBehalf ? 'Ghi đơn khiếu nại' : 'Khiếu nại kết quả'}</h1>
        <p class="ink2">
          Kết quả ngày {formatDay(toldOn)}. {office} xem đơn và trả lời có thụ lý không trong {acceptDays} ngày.
        </p>
      </div>
      {late ? (
        <Note kind="soon" icon="clock" title={`Thời hiệu khiếu nại đã hết ngày ${formatDay(until)}.`}>
          Đơn nộp muộn phải nêu trở ngại khách quan; cơ quan giải quyết xem xét.
        </Note>
      ) : (
        <p class="sm mut">Khiếu nại được đến hết ngày {formatDay(until)}.</p>
      )}
      <Form action={officePaths.complain(dossier.id)} state={state} version={dossier.version} class="stack-5" files>
        <TextArea
          name="content"
          label="Điều không đồng ý và lý do"
          hint="Nêu tiêu chí nào, điểm nào, vì sao; giấy tờ nào đã nộp mà chưa được tính."
          rows={7}
          maxLength={4000}
        />
        {(late || onBehalf) && (
          <TextArea name="lateReason" label="Trở ngại khiến đơn nộp muộn" rows={3} maxLength={1000} optional={!late} />
        )}
        {onBehalf && <DateField name="dated" label="Ngày ghi trên đơn" />}
        <FileField
          name="file"
          label={onBehalf ? 'Bản chụp đơn có chữ ký' : 'Đơn hoặc giấy tờ kèm theo'}
          hint="PDF hoặc ảnh, tối đa 20 MB."
          paper
          parts={onBehalf ? 'office' : 'evidence'}
          optional={!onBehalf}
        />
        <FormEnd>
          <Button kind="main">{onBehalf ? 'Ghi đơn khiếu nại' : 'Gửi khiếu nại'}</Button>
          <Button kind="bare" href={`${officePaths.list}/${dossier.id}`}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
      <p class="sm mut">
        Trong khi chờ, kết quả và giấy chứng nhận vẫn như cũ. Rút khiếu nại được bất cứ lúc nào trước khi có trả lời, ở{' '}
        <a href={reviewPaths.list}>trang khiếu nại</a>.
      </p>
    </div>
  );
}
