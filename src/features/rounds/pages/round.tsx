import { actCited, actNumbers, Cited, type CitedAct } from '#features/legal-acts';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DateField, Form, FormEnd, type FormState, formatDay, NumberField, TextField, Tick } from '#ui';
import { findRound, type RoundRow } from '../queries.ts';
import { roundPaths } from '../urls.ts';

const up = { href: roundPaths.list, words: 'Đợt đánh giá' };

/** A round besides the two of the year, under a plan of the province (R4.3). */
export const planRoundPage = page({
  permission: 'round.plan',
  shell: 'desk',
  load: async (ctx) => ({ day: ctx.day, acts: await actNumbers(ctx.db) }),
  head: () => ({ title: 'Lập đợt đánh giá', here: roundPaths.list, up }),
  view: ({ day, acts }, ctx) => (
    <div class="form stack-5">
      <h1>Lập đợt đánh giá</h1>
      <Form action={roundPaths.plan} state={ctx.form('round.plan')} class="stack-5">
        <NumberField name="year" label="Năm" value={day.slice(0, 4)} />
        <NumberField name="no" label="Đợt số" />
        <RoundFields extra acts={acts} />
        <FormEnd>
          <Button kind="main">Lập đợt</Button>
          <Button kind="bare" href={roundPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});

/** Corrects the days or the plan of a round; dossiers already in it stay. */
export const correctRoundPage = page({
  permission: 'round.correct',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const round = await findRound(ctx.db, id);
    if (!round) throw notFound();
    const [history, acts, cited] = await Promise.all([
      ctx.may('ledger.read', id),
      actNumbers(ctx.db),
      actCited(ctx.db, round.act, null, ctx.day),
    ]);
    return { round, history, acts, cited };
  },
  head: ({ round: { no, year } }) => ({ title: `Sửa đợt ${no} năm ${year}`, here: roundPaths.list, up }),
  view: (data, ctx) => <Correct {...data} state={ctx.form('round.correct')} />,
});

interface CorrectProps {
  readonly round: RoundRow;
  readonly history: boolean;
  readonly acts: readonly string[];
  /** The plan, where the register has it. */
  readonly cited: CitedAct | null;
  readonly state: FormState;
}

function Correct({ round, history, acts, cited, state }: CorrectProps) {
  return (
    <div class="form stack-5">
      <div>
        <h1>
          Sửa đợt {round.no} năm {round.year}
        </h1>
        {history && (
          <p>
            <a href={`/lich-su/${round.id}`}>Lịch sử của đợt</a>
          </p>
        )}
        {cited && (
          <p>
            <Cited act={cited} words={`Kế hoạch ${round.act} trong sổ văn bản`} />
          </p>
        )}
        {round.dossiers > 0 && <p class="ink2">Đã có {round.dossiers} hồ sơ trong đợt; các hồ sơ đó vẫn ở lại đợt.</p>}
      </div>
      <Form action={roundPaths.correct(round.id)} state={state} version={round.version} class="stack-5">
        <RoundFields {...round} acts={acts} />
        <FormEnd>
          <Button kind="main">Lưu đợt</Button>
          <Button kind="bare" href={roundPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  );
}

type FieldsOf = Partial<Pick<RoundRow, 'proposedBefore' | 'completedBefore' | 'inclusive' | 'extra' | 'act'>>;

function RoundFields({
  proposedBefore,
  completedBefore,
  inclusive,
  extra,
  act,
  acts,
}: FieldsOf & { acts: readonly string[] }) {
  return (
    <>
      <DateField
        name="proposedBefore"
        label="Nhận hồ sơ xã đề nghị trước ngày"
        value={proposedBefore && formatDay(proposedBefore)}
      />
      <Tick name="inclusive" label="Nhận cả hồ sơ đề nghị đúng ngày hạn" checked={inclusive} />
      <DateField
        name="completedBefore"
        label="Hoàn thành trước ngày"
        value={completedBefore && formatDay(completedBefore)}
      />
      <Tick name="extra" label="Đợt thêm ngoài hai đợt của năm" checked={extra} />
      <TextField
        name="act"
        label="Kế hoạch (số, ngày)"
        hint="Bắt buộc với đợt thêm; chọn số trong sổ văn bản, hoặc gõ"
        value={act}
        offers={acts}
        maxLength={300}
        optional="sometimes"
      />
    </>
  );
}
