import { LAW_SETTINGS, lawSettings } from '#law/settings';
import { meanText, starSentence } from '#law/stars';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { settingsOn } from '#platform/settings';
import { Button, FactsList, Form, type FormState, Icon, Note, Radios, TextArea } from '#ui';
import { criterionTitles } from '../compute.ts';
import { latestResultOf } from '../results-read.ts';
import { paths } from '../schema.ts';
import { councilPaths } from '../urls.ts';
import { Gate } from './gate.tsx';

/** 90 points or more with a ***** mark missing: the law is open, so the office chooses, with its reason (Art. 7.3.e). */
export const choosePathPage = page({
  permission: 'dossier.choosePath',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const found = await latestResultOf(ctx.db, id);
    if (!found?.result.candidate || found.result.star === found.result.bandStar) throw notFound();
    const stored = await settingsOn(ctx.db, ctx.day, ctx.actor.area);
    const titles = await criterionTitles(found.result.productSet);
    const mayDraft = await ctx.may('decision.draft');
    return { ...found, titles, mayDraft, suggested: lawSettings(stored).candidateDefault };
  },
  head: ({ result }) => ({ title: `Hướng xử lý: ${result.product}`, here: '/quyet-dinh' }),
  view: ({ result, state, version, titles, suggested, mayDraft }, ctx) => (
    <div class="page read stack-5">
      <div>
        <p class="mb-1">
          <a class="crumb" href={councilPaths.result(result.session, result.dossier)}>
            <Icon name="left" />
            Kết quả chấm
          </a>
        </p>
        <h1>Hướng xử lý: {result.product}</h1>
        <p class="mut">{result.producer}</p>
      </div>
      <FactsList
        facts={[
          {
            term: 'Trung bình',
            value: `${meanText(result)} điểm`,
            sub: `${result.sum} điểm của ${result.count} phiếu`,
          },
          { term: 'Theo điểm', value: `${result.bandStar} sao` },
          { term: 'Theo điểm và dấu sao', value: `${result.star ?? 0} sao` },
        ]}
      />
      <p>
        Điểm đạt mức tiềm năng 5 sao nhưng còn thiếu dấu *****.{' '}
        {result.star !== null && `${starSentence(result.bandStar, result.star, result.gates)}.`}{' '}
        {LAW_SETTINGS.candidateDefault.explain}
      </p>
      <Gate star={5} result={result} titles={titles} />
      {result.path !== null && (
        <Note kind="good" title={`Đã chọn: ${paths[result.path]}.`}>
          {result.pathReason}
        </Note>
      )}
      {state !== 'concluded' ? (
        <Note kind="info" title="Hồ sơ đã sang bước sau nên không đổi hướng được nữa." />
      ) : result.path === null ? (
        <Choose result={result} version={version} state={ctx.form('dossier.choosePath')} value={suggested} />
      ) : (
        <>
          {mayDraft && (
            <p>
              <Button kind="main" href={`/quyet-dinh#cho-${result.session}`}>
                Lập tờ trình, quyết định
              </Button>
            </p>
          )}
          <details open={Object.keys(ctx.form('dossier.choosePath').errors).length > 0}>
            <summary>Đổi hướng</summary>
            <Choose result={result} version={version} state={ctx.form('dossier.choosePath')} value={result.path} />
          </details>
        </>
      )}
    </div>
  ),
});

interface ChooseProps {
  readonly result: { readonly dossier: string; readonly path: string | null };
  readonly version: number;
  readonly state: FormState;
  /** The way ticked already. */
  readonly value: string;
}

function Choose({ result, version, state, value }: ChooseProps) {
  return (
    <Form action={councilPaths.choosePath(result.dossier)} state={state} version={version} class="box stack-4">
      <Radios
        name="path"
        label={result.path === null ? 'Chọn hướng' : 'Hướng mới'}
        value={value}
        choices={Object.entries(paths).map(([way, label]) => ({ value: way, label, hint: NEXT[way] }))}
      />
      <TextArea name="reason" label="Lý do" rows={4} maxLength={2000} />
      <Button kind="main">Ghi hướng xử lý</Button>
    </Form>
  );
}

const NEXT: Readonly<Record<string, string>> = {
  toMinistry: 'Sản phẩm vào quyết định phê duyệt kết quả; chưa có giấy chứng nhận.',
  recogniseFour: 'Sản phẩm vào quyết định công nhận 4 sao; có giấy chứng nhận.',
};
