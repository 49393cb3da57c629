import { type DossierRecord, getDossier, lastPackage, officePaths } from '#features/dossiers';
import { mayEnter, roundFor } from '#law/rounds';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, ConfirmationPage, Form, FormEnd, type FormState, formatDay, Radios, TextArea } from '#ui';
import { type CentralRound, centralRounds } from '../queries.ts';
import { centralPaths } from '../urls.ts';

const GONE = 'Hồ sơ đã sang bước khác. Mở hồ sơ để xem bước hiện tại.';
const backTo = (dossier: DossierRecord) => `${officePaths.list}/${dossier.id}`;

interface Data {
  readonly dossier: DossierRecord;
  readonly letter: { readonly letterNumber: string; readonly letterDate: string; readonly samples: number };
  readonly open: readonly CentralRound[];
  readonly byLaw: { readonly no: number; readonly year: number };
}

/** The Ministry takes a package into the round its letter is in time for (Art. 5.2, 7.4.a). */
export const takeInPage = page({
  permission: 'dossier.takeIn',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }): Promise<Data> {
    const [dossier, letter, rounds] = await Promise.all([
      getDossier(ctx.db, id),
      lastPackage(ctx.db, id),
      centralRounds(ctx.db),
    ]);
    if (dossier.state !== 'sentToMinistry' || !letter) throw notFound(GONE);
    const inTime = (round: CentralRound) =>
      ctx.day < round.completedBefore &&
      mayEnter({ level: 'central', ...round }, letter.letterDate, round.inclusive).ok;
    return {
      dossier,
      letter,
      open: rounds.filter(inTime),
      byLaw: roundFor('central', letter.letterDate, false).round,
    };
  },
  head: ({ dossier }) => ({ title: `Tiếp nhận vào đợt – ${dossier.product.name}`, here: officePaths.list }),
  view: (data, ctx) =>
    data.open.length === 0 ? <NoRound {...data} /> : <TakeIn {...data} state={ctx.form('dossier.takeIn')} />,
});

function NoRound({ dossier, letter, byLaw }: Data) {
  return (
    <div class="page read stack-5 pt-6">
      <h1>Chưa có đợt của Bộ nhận hồ sơ này</h1>
      <p>
        Văn bản của tỉnh ngày {formatDay(letter.letterDate)} thuộc đợt {byLaw.no} năm {byLaw.year}. Lập đợt này trước.
      </p>
      <p class="row">
        <Button kind="main" href={centralPaths.rounds}>
          Lập đợt
        </Button>
        <Button href={backTo(dossier)}>Về hồ sơ</Button>
      </p>
    </div>
  );
}

function TakeIn({ dossier, letter, open, state }: Data & { state: FormState }) {
  return (
    <ConfirmationPage
      question="Tiếp nhận hồ sơ vào đợt đánh giá của Bộ?"
      thing={
        <>
          <b>{dossier.product.name}</b>, {dossier.producer.name}, {dossier.province.name}
        </>
      }
      consequences={[
        {
          icon: 'clock',
          words: `Văn bản số ${letter.letterNumber} ngày ${formatDay(letter.letterDate)}; ngày này quyết định đợt.`,
        },
        { icon: 'paper', words: `Sản phẩm mẫu gửi kèm: ${letter.samples}.` },
        { icon: 'scales', words: 'Tổ tư vấn trung ương đánh giá, rồi hồ sơ được xếp vào phiên họp Hội đồng.' },
        { icon: 'back', words: 'Không hoàn tác được. Hồ sơ thiếu thì yêu cầu tỉnh hoàn thiện trước.' },
      ]}
      action={officePaths.takeIn(dossier.id)}
      state={state}
      version={dossier.version}
      act="Tiếp nhận vào đợt"
      back={backTo(dossier)}
    >
      <Radios
        name="round"
        label="Đợt đánh giá của Bộ"
        value={open[0]?.id}
        choices={open.map((round) => ({
          value: round.id,
          label: `Đợt ${round.no} năm ${round.year}`,
          hint: `Tỉnh gửi ${round.inclusive ? 'đến hết ngày' : 'trước ngày'} ${formatDay(round.proposedBefore)}`,
        }))}
      />
    </ConfirmationPage>
  );
}

/** The Ministry asks the province to complete the package (Art. 7.4.a). */
export const askPackagePage = page({
  permission: 'dossier.askPackage',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const dossier = await getDossier(ctx.db, id);
    if (dossier.state !== 'sentToMinistry') throw notFound(GONE);
    return dossier;
  },
  head: (dossier) => ({ title: `Yêu cầu hoàn thiện – ${dossier.product.name}`, here: officePaths.list }),
  view: (dossier, ctx) => (
    <div class="form stack-5">
      <div>
        <p class="sm mut">
          {dossier.product.name}, {dossier.province.name}
        </p>
        <h1>Yêu cầu tỉnh hoàn thiện hồ sơ</h1>
        <p class="ink2">Hồ sơ trở lại tỉnh; tỉnh bổ sung rồi gửi lại bằng văn bản mới.</p>
      </div>
      <Form
        action={officePaths.askPackage(dossier.id)}
        state={ctx.form('dossier.askPackage')}
        version={dossier.version}
        class="stack-5"
      >
        <TextArea name="reason" label="Điều tỉnh cần hoàn thiện" rows={5} maxLength={4000} />
        <FormEnd>
          <Button kind="main">Gửi yêu cầu cho tỉnh</Button>
          <Button kind="bare" href={backTo(dossier)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
