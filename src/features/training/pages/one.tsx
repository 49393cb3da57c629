import { Course } from '#features/history';
import { actsById, Cited, type CitedAct } from '#features/legal-acts';
import { TRAINING_KINDS } from '#law/training';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { historyOf } from '#platform/ledger/read';
import { Button, FactsList, formatNumber, Note, StatusTag } from '#ui';
import { attendedBy, findTraining, producersToAdd, type Training } from '../queries.ts';
import { oneQuery } from '../schema.ts';
import { trainingPaths } from '../urls.ts';
import { daysWords, peopleWords } from '../words.ts';
import { Producers } from './producers.tsx';

const OFFERED = 40;

/** One course: its numbers, who took part, what was changed. */
export const trainingPage = page({
  permission: 'training.read',
  params: byId,
  subject: ({ id }) => id,
  query: oneQuery,
  shell: 'desk',
  async load(ctx, { id }, { tim }) {
    const [training, attended, mayCorrect, mayAttend, history] = await Promise.all([
      findTraining(ctx.db, id),
      attendedBy(ctx.db, id, ctx.day),
      ctx.may('training.correct', id),
      ctx.may('training.attend', id),
      historyOf(ctx.db, id, { limit: 50 }),
    ]);
    const held = training.state === 'held';
    const [cited, offered] = await Promise.all([
      actsById(ctx.db, [training.act], ctx.day),
      held && mayAttend
        ? producersToAdd(ctx.db, id, { q: tim, reach: ctx.within('producer.correct', 'l'), day: ctx.day }, OFFERED)
        : null,
    ]);
    return { training, attended, mayCorrect: mayCorrect && held, history, act: [...cited.values()][0], offered, tim };
  },
  head: ({ training }) => ({
    title: training.subject,
    here: '/viec-cua-toi',
    up: { href: trainingPaths.list, words: 'Tập huấn, hội nghị' },
  }),
  view: ({ training, attended, mayCorrect, history, act, offered, tim }, ctx) => (
    <div class="stack-7 max-w-[46rem]">
      <header class="stack-2">
        <h1>{training.subject}</h1>
        <div class="row between">
          <StatusTag status={`training.${training.state}`} />
          {mayCorrect && <Button href={trainingPaths.correct(training.id)}>Sửa, rút</Button>}
        </div>
      </header>
      {training.invented && <Note kind="info" title="Dữ liệu giả định, để dùng thử." />}
      <FactsList facts={factsOf(training, act)} />
      <Producers
        training={training}
        attended={attended}
        offered={offered}
        tim={tim}
        state={ctx.form('training.attend')}
      />
      <Course history={history} />
    </div>
  ),
});

function factsOf(training: Training, act: CitedAct | undefined) {
  const part = (term: string, value: number | null) =>
    value !== null && { term, value: `${formatNumber(value)} người` };
  return [
    { term: 'Hình thức', value: TRAINING_KINDS[training.kind] },
    { term: 'Tính cho', value: training.unitName },
    { term: 'Đơn vị tổ chức', value: training.organiser },
    training.venue !== null && { term: 'Địa điểm', value: training.venue },
    { term: 'Ngày', value: daysWords(training) },
    { term: 'Tham gia', value: peopleWords(training), sub: `${formatNumber(training.turns)} lượt người` },
    part('Cán bộ', training.officers),
    part('Người của chủ thể', training.producers),
    part('Nữ', training.women),
    act !== undefined && {
      term: 'Văn bản, kế hoạch',
      value: <Cited act={act} words={training.actLabel ?? undefined} />,
    },
    training.note !== null && { term: 'Ghi chú', value: training.note },
  ];
}
