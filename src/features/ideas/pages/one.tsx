import { Course } from '#features/history';
import { setName } from '#features/products';
import { PRODUCER_TYPES } from '#law/dossier';
import { findStep } from '#law/moves';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { type HistoryRow, historyOf } from '#platform/ledger/read';
import { Button, FactsList, Form, FormEnd, type FormState, Note, SelectField, StatusTag, TextField, Tick } from '#ui';
import { findIdea, type Idea } from '../queries.ts';
import { ideaPaths } from '../urls.ts';

const STEPS = ['idea.correct', 'idea.advise', 'idea.makeReady', 'idea.file', 'idea.drop', 'idea.reopen'] as const;
type Step = (typeof STEPS)[number];

interface Data {
  readonly idea: Idea;
  readonly set: string | null;
  readonly history: readonly HistoryRow[];
  /** Steps the reader may take now. */
  readonly may: ReadonlySet<Step>;
  readonly mayReadDossier: boolean;
}

/** One potential product: what is known, what is missing, and the steps on. */
export const ideaPage = page({
  permission: 'idea.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }): Promise<Data> {
    const idea = await findIdea(ctx.db, id, ctx.day);
    const allowed = await Promise.all(
      STEPS.filter((step) => findStep(step, idea.state)).map(async (step) => ((await ctx.may(step, id)) ? [step] : [])),
    );
    return {
      idea,
      set: idea.productSet === null ? null : await setName(idea.productSet),
      history: await historyOf(ctx.db, id, { limit: 50 }),
      may: new Set(allowed.flat()),
      mayReadDossier: idea.dossier !== null && (await ctx.may('dossier.read', idea.dossier)),
    };
  },
  personal: ({ idea }, { id }) => ({ subject: id, what: idea.person === null ? 'idea' : 'idea with person' }),
  head: ({ idea }, ctx) => ({
    title: idea.name,
    here: ctx.actor.role === 'producer' ? '/cua-toi/san-pham' : '/so-san-pham',
    up: { href: ideaPaths.list, words: 'Ý tưởng sản phẩm' },
  }),
  view: ({ idea, set, history, may, mayReadDossier }, ctx) => (
    <div class="stack-7 max-w-[46rem]">
      <header class="stack">
        <h1>{idea.name}</h1>
        <p>
          <StatusTag status={`idea.${idea.state}`} />
        </p>
        {idea.invented && <p class="sm mut">Dữ liệu giả định</p>}
        {idea.state === 'dropped' && <Dropped history={history} />}
      </header>
      <FactsList
        facts={[
          {
            term: 'Ai làm',
            value:
              idea.producer === null ? (
                `${idea.person ?? ''} (chưa có trong danh bạ)`
              ) : (
                <a href={`/so-chu-the/${idea.producer}`}>{idea.producerName}</a>
              ),
          },
          { term: 'Nơi', value: idea.place },
          { term: 'Bộ sản phẩm', value: set ?? 'Chưa rõ' },
          {
            term: 'Còn thiếu gì',
            value: <span class="whitespace-pre-line">{idea.missing ?? 'Chưa ghi'}</span>,
          },
          { term: 'Ai hỗ trợ', value: idea.supporter ?? 'Chưa có' },
          { term: 'Đợt dự kiến', value: idea.roundName ?? 'Chưa định' },
        ]}
      />
      {idea.dossier !== null && mayReadDossier && (
        <p>
          <Button kind="main" icon="paper" href={`/ho-so/${idea.dossier}`}>
            Mở hồ sơ
          </Button>
        </p>
      )}
      <Steps idea={idea} may={may} form={(name) => ctx.form(name)} />
      <Course history={history} />
    </div>
  ),
});

function Dropped({ history }: Pick<Data, 'history'>) {
  const last = history.find(({ action }) => action === 'idea.drop');
  return (
    <Note kind="info" title="Đã dừng.">
      {last?.reason}
    </Note>
  );
}

const producerTypes = Object.entries(PRODUCER_TYPES).map(([value, { name }]) => ({ value, label: name }));

interface StepProps {
  readonly idea: Idea;
  readonly may: ReadonlySet<Step>;
  form(name: Step): FormState;
}

function Steps({ idea, may, form }: StepProps) {
  if (may.size === 0) return null;
  const one = (step: Step, action: string, words: string) =>
    may.has(step) && (
      <Form action={action} state={form(step)} version={idea.version}>
        <Button>{words}</Button>
      </Form>
    );
  return (
    <section class="stack-5">
      {may.has('idea.file') &&
        (idea.productSet === null ? (
          <Note kind="info" title="Chưa lập hồ sơ được.">
            <a href={ideaPaths.correct(idea.id)}>Chọn bộ sản phẩm</a> trước.
          </Note>
        ) : (
          <FileForm idea={idea} state={form('idea.file')} />
        ))}
      <div class="row items-end">
        {may.has('idea.correct') && (
          <Button href={ideaPaths.correct(idea.id)} icon="pen">
            Sửa
          </Button>
        )}
        {one('idea.advise', ideaPaths.advise(idea.id), 'Đang hỗ trợ')}
        {one('idea.makeReady', ideaPaths.ready(idea.id), 'Đã sẵn sàng')}
      </div>
      {may.has('idea.drop') && (
        <Reasoned idea={idea} action={ideaPaths.drop(idea.id)} state={form('idea.drop')} words="Dừng ý tưởng" />
      )}
      {may.has('idea.reopen') && (
        <Reasoned idea={idea} action={ideaPaths.reopen(idea.id)} state={form('idea.reopen')} words="Mở lại ý tưởng" />
      )}
    </section>
  );
}

/** One press; whoever is not in the register yet is entered on the way, so the kind is asked. */
function FileForm({ idea, state }: { idea: Idea; state: FormState }) {
  return (
    <section class="box stack">
      <h2 class="text-lg">Lập hồ sơ đánh giá</h2>
      <Form action={ideaPaths.file(idea.id)} state={state} version={idea.version} class="stack">
        {idea.producer === null && (
          <>
            <p class="sm ink2">“{idea.person}” sẽ được ghi vào danh bạ chủ thể.</p>
            <SelectField name="type" label="Loại hình" choices={producerTypes} empty="Chọn" />
            {state.message && <Tick name="another" label="Đã xem, đây là chủ thể khác" />}
          </>
        )}
        <FormEnd>
          <Button kind="main" icon="paper">
            Lập hồ sơ
          </Button>
        </FormEnd>
      </Form>
    </section>
  );
}

function Reasoned({ idea, action, state, words }: { idea: Idea; action: string; state: FormState; words: string }) {
  return (
    <details class="box" open={state.message !== undefined || Object.keys(state.errors).length > 0}>
      <summary>{words}</summary>
      <Form action={action} state={state} version={idea.version} class="stack mt-4">
        <TextField name="reason" label="Lý do" maxLength={500} />
        <FormEnd>
          <Button>{words}</Button>
        </FormEnd>
      </Form>
    </details>
  );
}
