import { COMMUNE_MATTERS, type CommuneMatter, producerFields } from '#law/dossier';
import type { Criterion } from '#law/rulebooks';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, calmTitle, Form, FormEnd, type FormState, TextArea } from '#ui';
import { changeText } from '../changes.ts';
import { type Assessment, assessmentOf, reviewedCriteria } from '../commune-read.ts';
import { officePaths } from '../commune-urls.ts';
import { dossierPath } from '../urls.ts';
import { citedPapers, type WalletPaper } from '../wallet.ts';
import { OfficeHead } from './commune-dossier.tsx';
import { type AtWork, atWork, workHead } from './commune-office.ts';

interface Data extends AtWork {
  readonly assessment: Assessment;
  readonly papers: readonly WalletPaper[];
}

/** Form 03: each of the four assessments beside what the producer declared and the criterion it is about (Art. 7.2.a). */
export const assessPage = page({
  permission: 'dossier.assess',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }): Promise<Data> {
    const [work, assessment, papers] = await Promise.all([
      atWork(ctx, id, 'checking'),
      assessmentOf(ctx.db, id),
      citedPapers(ctx.db, id),
    ]);
    return { ...work, assessment, papers };
  },
  head: (data) => workHead('Đánh giá của xã', data),
  view: (data, ctx) => <Assess {...data} form={ctx.form('dossier.assess')} />,
});

function Assess({ form, ...data }: Data & { form: FormState }) {
  const { dossier, set, assessment } = data;
  return (
    <div class="stack-5">
      <OfficeHead data={data} />
      <div>
        <h2>Đánh giá bốn nội dung (Mẫu số 03)</h2>
        <p class="ink2">
          Viết theo thực tế trên địa bàn. Có thể lưu từng phần, ghi đủ bốn nội dung mới đề nghị tỉnh được.
        </p>
      </div>
      <Form action={officePaths.assess(dossier.id)} state={form} version={dossier.version} class="stack-7">
        {COMMUNE_MATTERS.map(({ name, label, hint }) => (
          <div key={name} class="cols c2">
            <TextArea name={name} label={label} hint={hint} value={assessment[name]} rows={8} maxLength={8000} />
            <Beside data={data} matter={name} label={label} criteria={reviewedCriteria(set, name)} />
          </div>
        ))}
        <FormEnd>
          <Button kind="main">Lưu đánh giá</Button>
          <Button href={dossierPath(dossier.id)}>Về hồ sơ</Button>
        </FormEnd>
      </Form>
    </div>
  );
}

/** Fields of the forms that speak of a matter. */
const DECLARED: Readonly<Record<CommuneMatter, readonly string[]>> = {
  material: ['materialArea', 'newMaterial'],
  labour: ['organisation'],
  idea: ['history'],
  identity: ['qualityChange', 'newPackaging'],
};

interface BesideProps {
  readonly data: Data;
  readonly matter: CommuneMatter;
  readonly label: string;
  readonly criteria: readonly Criterion[];
}
/** What the producer declared on a matter: the chosen answers with their remarks, and the form's own words. */
function Beside({ data, matter, label: about, criteria }: BesideProps) {
  const { dossier } = data;
  const kept: Readonly<Record<string, unknown>> = {
    ...dossier.form.general,
    ...dossier.form.results,
    ...changeText(dossier, data.papers),
  };
  const said = producerFields(dossier.kind).flatMap(({ name, label }) => {
    const value = kept[name];
    return DECLARED[matter].includes(name) && typeof value === 'string' && value !== '' ? [{ label, value }] : [];
  });
  return (
    <section class="box stack-2" aria-label={`Chủ thể khai: ${about}`}>
      <h3 class="text-base">Chủ thể khai</h3>
      {criteria.map((criterion) => (
        <Answered key={criterion.code} criterion={criterion} data={data} />
      ))}
      {said.map(({ label, value }) => (
        <p key={label} class="sm">
          <b>{label}:</b> {value}
        </p>
      ))}
      {criteria.length === 0 && said.length === 0 && (
        <p class="sm ink2">Phiếu của bộ sản phẩm này không có tiêu chí riêng. Đối chiếu giấy tờ của hồ sơ.</p>
      )}
    </section>
  );
}

function Answered({ criterion, data: { dossier } }: { criterion: Criterion; data: Data }) {
  const scored = scoredIn(criterion);
  return (
    <div class="stack-2">
      <p class="sm">
        <b>
          Tiêu chí {criterion.code}: {calmTitle(criterion.title)}
        </b>
      </p>
      {scored.map((one) => {
        const answer = dossier.answers[one.code];
        const chosen = optionsIn(one).filter(({ id }) => (Array.isArray(answer) ? answer.includes(id) : answer === id));
        const note = dossier.answerNotes[one.code];
        return (
          <div key={one.code} class="sm">
            {chosen.length === 0 && <p class="ink2">Chưa tự chấm.</p>}
            {chosen.map(({ id, label, points }) => (
              <p key={id}>
                {label} ({points} điểm)
              </p>
            ))}
            {note && <p class="ink2">Chủ thể mô tả: {note}</p>}
          </div>
        );
      })}
    </div>
  );
}

type Scored = Extract<Criterion, { kind: 'criterion' }>;
const scoredIn = (node: Criterion): readonly Scored[] =>
  node.kind === 'group' ? node.children.flatMap(scoredIn) : [node];
const optionsIn = (one: Scored) => [...(one.options ?? []), ...(one.cases ?? []).flatMap(({ options }) => options)];
