import { type DossierRecord, getDossier, officePaths } from '#features/dossiers';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, ConfirmationPage, type FormState, formatDay, Note, Radios } from '#ui';
import { closedFor, type Placing, placeOf, type RoundRow, roundsOfProvince } from '../queries.ts';
import { roundPaths } from '../urls.ts';

const MOST_CLOSED = 3;

interface Data {
  readonly dossier: DossierRecord;
  readonly proposedOn: string;
  readonly placing: Placing;
  readonly open: readonly RoundRow[];
  /** The newest rounds that take it no more, each with its reason. */
  readonly closed: readonly string[];
  readonly mayPlan: boolean;
}

/** Takes a proposed dossier into a round: the first its proposal is in time for is chosen beforehand (R4.5). */
export const acceptPage = page({
  permission: 'dossier.accept',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }): Promise<Data> {
    const dossier = await getDossier(ctx.db, id);
    const { proposedOn } = dossier;
    if (dossier.state !== 'proposed' || proposedOn === null)
      throw notFound('Hồ sơ đã sang bước khác. Mở hồ sơ để xem bước hiện tại.');
    const [placing, rounds, mayPlan] = await Promise.all([
      placeOf(ctx.db, dossier.province.id, proposedOn, ctx.day),
      roundsOfProvince(ctx.db, dossier.province.id),
      ctx.may('round.plan'),
    ]);
    const why = (one: RoundRow) => closedFor(one, proposedOn, ctx.day);
    const closed = rounds
      .filter((one) => why(one) !== null)
      .slice(-MOST_CLOSED)
      .map((one) => `Đợt ${one.no} năm ${one.year}: ${why(one)}.`);
    return { dossier, proposedOn, placing, open: rounds.filter((one) => why(one) === null), closed, mayPlan };
  },
  head: ({ dossier }) => ({ title: `Đưa vào đợt – ${dossier.product.name}`, here: officePaths.list }),
  view: (data, ctx) =>
    data.open.length === 0 ? <NoRound {...data} /> : <Accept {...data} state={ctx.form('dossier.accept')} />,
});

const backOf = (dossier: DossierRecord) => `${officePaths.list}/${dossier.id}`;

function NoRound({ dossier, proposedOn, placing: { byLaw }, closed, mayPlan }: Data) {
  return (
    <div class="page read stack-5 pt-6">
      <h1>Chưa có đợt nhận hồ sơ này</h1>
      <p>
        Xã đề nghị ngày {formatDay(proposedOn)}, thuộc đợt {byLaw.no} năm {byLaw.year} (trước ngày{' '}
        {formatDay(byLaw.proposedBefore)}). Lập đợt này trước; đợt đó đã kết thúc thì lập đợt sau.
      </p>
      <Closed closed={closed} />
      <p class="row">
        {mayPlan && (
          <Button kind="main" href={roundPaths.list}>
            Lập đợt
          </Button>
        )}
        <Button href={backOf(dossier)}>Về hồ sơ</Button>
      </p>
    </div>
  );
}

/** Rounds that cannot be chosen, and why. */
function Closed({ closed }: Pick<Data, 'closed'>) {
  if (closed.length === 0) return null;
  return (
    <div class="sm ink2">
      <p>Không chọn được:</p>
      <ul class="list-disc pl-5">
        {closed.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

function Accept({ dossier, proposedOn, placing, open, closed, state }: Data & { state: FormState }) {
  const { planned, onCutoffDay } = placing;
  return (
    <ConfirmationPage
      question="Đưa hồ sơ vào đợt đánh giá?"
      thing={
        <>
          <b>{dossier.product.name}</b>, {dossier.producer.name}, {dossier.commune.name}
        </>
      }
      consequences={[
        { icon: 'clock', words: `Xã đề nghị ngày ${formatDay(proposedOn)}; ngày này quyết định đợt.` },
        { icon: 'paper', words: 'Tỉnh cấp số phiếu tiếp nhận cho hồ sơ.' },
        { icon: 'scales', words: 'Tổ tư vấn đánh giá, rồi hồ sơ được xếp vào phiên họp Hội đồng.' },
        { icon: 'back', words: 'Không hoàn tác được. Hồ sơ cần sửa thì yêu cầu hoàn thiện trước khi vào đợt.' },
      ]}
      action={officePaths.accept(dossier.id)}
      state={state}
      version={dossier.version}
      act="Đưa vào đợt đánh giá"
      back={backOf(dossier)}
    >
      {onCutoffDay && (
        <Note kind="soon">Ngày đề nghị đúng ngày hạn của một đợt. Kiểm tra ngày ghi trên văn bản của xã.</Note>
      )}
      <Radios
        name="round"
        label="Đợt đánh giá"
        value={planned?.id}
        choices={open.map((round) => ({
          value: round.id,
          label: `Đợt ${round.no} năm ${round.year}`,
          hint: `Xã đề nghị ${round.inclusive ? 'đến hết ngày' : 'trước ngày'} ${formatDay(round.proposedBefore)}${
            round.id === planned?.id ? '. Đúng đợt theo ngày đề nghị.' : ''
          }`,
        }))}
      />
      <Closed closed={closed} />
    </ConfirmationPage>
  );
}
