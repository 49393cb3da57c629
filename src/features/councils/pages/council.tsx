import { actCited, Cited, type CitedAct } from '#features/legal-acts';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, FactsList, Form, formatDay, Note, TextArea } from '#ui';
import { type CouncilRecord, findCouncil } from '../queries.ts';
import {
  anonymousRules,
  ballotSpreads,
  gateBases,
  reEvaluationBys,
  seatRoles,
  spreadFollows,
  starBys,
  substituteRules,
} from '../schema.ts';
import { teamOf } from '../team-read.ts';
import { councilPaths } from '../urls.ts';
import { Team } from './team-shown.tsx';

/** A council: its act, regulation and seats; corrected by a later act. */
export const councilPage = page({
  permission: 'council.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const council = await findCouncil(ctx.db, id);
    if (!council) throw notFound();
    const [mayCorrect, mayPlan, history] = await Promise.all([
      ctx.may('council.correct', id),
      ctx.may('session.plan'),
      ctx.may('ledger.read', id),
    ]);
    return {
      council,
      team: await teamOf(ctx.db, id),
      cited: await actCited(ctx.db, council.act, council.actDate, ctx.day),
      mayCorrect: mayCorrect && council.state === 'active',
      mayPlan: mayPlan && council.state === 'active',
      history,
    };
  },
  head: ({ council }) => ({ title: council.name, up: { href: councilPaths.councils, words: 'Hội đồng' } }),
  view: ({ council, team, cited, mayCorrect, mayPlan, history }, ctx) => (
    <div class="stack-7">
      <div class="row between">
        <h1>{council.name}</h1>
        <div class="row tight">
          {history && (
            <Button kind="bare" href={`/lich-su/${council.id}`}>
              Lịch sử
            </Button>
          )}
          {mayCorrect && <Button href={`${councilPaths.council(council.id)}/sua`}>Sửa thành viên, quy chế</Button>}
          {mayPlan && (
            <Button kind="main" href={`${councilPaths.newSession}?council=${council.id}`} icon="plus">
              Lập phiên
            </Button>
          )}
        </div>
      </div>
      {council.state === 'dissolved' && <Note kind="stop" title="Hội đồng đã giải thể." />}
      <FactsList facts={factsOf(council, cited)} />
      <div class="row tight">
        <Button href={`${councilPaths.council(council.id)}/quyet-dinh.docx`} icon="paper" download>
          Quyết định thành lập (Word)
        </Button>
        <Button href={`${councilPaths.council(council.id)}/quyet-dinh.pdf`} icon="paper" download>
          Quyết định thành lập (PDF)
        </Button>
        <Button href={`${councilPaths.council(council.id)}/quy-che.docx`} icon="paper" download>
          Quy chế hoạt động (Word)
        </Button>
        <Button href={`${councilPaths.council(council.id)}/quy-che.pdf`} icon="paper" download>
          Quy chế hoạt động (PDF)
        </Button>
      </div>
      <section class="stack" aria-labelledby="thanh-vien">
        <div class="sechd">
          <h2 id="thanh-vien">Thành viên Hội đồng</h2>
        </div>
        <DataTable rows={council.seats} columns={columns} caption="Thành viên Hội đồng" keyOf={(row) => row.id} />
      </section>
      <Team council={council.id} team={team} mayName={mayCorrect} />
      {mayCorrect && (
        <details>
          <summary>Giải thể Hội đồng</summary>
          <Form
            action={`${councilPaths.council(council.id)}/giai-the`}
            state={ctx.form('council.dissolve')}
            version={council.version}
            class="stack-4 mt-4"
          >
            <TextArea name="reason" label="Lý do" rows={3} />
            <Button kind="stop">Giải thể Hội đồng</Button>
          </Form>
        </details>
      )}
    </div>
  ),
});

function factsOf({ act, actDate, regulation }: CouncilRecord, cited: CitedAct | null) {
  return [
    {
      term: 'Quyết định thành lập',
      value: `${act}, ngày ${formatDay(actDate)}`,
      sub: cited && <Cited act={cited} />,
    },
    { term: 'Quy chế', value: regulation.act },
    {
      term: 'Túc số',
      value: `Từ ${regulation.quorumPercent}% thành viên${regulation.chairRequired ? ', có Chủ tịch hoặc Phó Chủ tịch' : ''}`,
    },
    { term: 'Chênh lệch phải xem lại', value: `Quá ${regulation.spreadLimit} điểm giữa hai thành viên` },
    { term: 'Khi chênh lệch quá mức', value: spreadFollows[regulation.spreadFollows] },
    { term: 'Hồ sơ ẩn danh đến khi mở điểm', value: anonymousRules[regulation.anonymous] },
    { term: 'Hạng sao', value: starBys[regulation.starBy] },
    { term: 'Điều kiện có dấu sao', value: gateBases[regulation.gateBasis] },
    { term: 'Dự khuyết', value: substituteRules[regulation.substitutes] },
    {
      term: 'Đánh giá lại',
      value: reEvaluationBys[regulation.reEvaluationBy],
      ...(regulation.reEvaluationBy === 'written'
        ? {
            sub: `Trả lời trong ${regulation.ballotDays} ngày. Từ ${regulation.ballotAsks} người đề nghị thì họp. Chênh lệch quá mức: ${ballotSpreads[regulation.ballotSpread].toLowerCase()}.`,
          }
        : {}),
    },
  ];
}

const columns = [
  { head: 'Họ tên', rowHead: true, cell: (row: CouncilRecord['seats'][number]) => row.name },
  { head: 'Vai trò', cell: (row: CouncilRecord['seats'][number]) => seatRoles[row.role] },
  { head: 'Cơ quan', cell: (row: CouncilRecord['seats'][number]) => row.organisation },
];
