import { ACT_RELATIONS } from '#law/act-validity';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, DateField, Form, type FormState, formatDay, SelectField, TextField } from '#ui';
import { type Governed, governedBy, recognisedBy } from '../governs.ts';
import { type Act, actOffers, findAct, type Related, relationsOf } from '../queries.ts';
import { actPaths } from '../urls.ts';
import { actName, relationWords } from '../words.ts';
import { ActFacts, ActTag, ActTimeline } from './parts.tsx';
import { Recognised } from './recognised.tsx';

/** One act: its days, what it does to others and others to it, and what in the system rests on it. */
export const actPage = page({
  permission: 'legalAct.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }) {
    const act = await findAct(ctx.db, id, ctx.day);
    if (!act) throw notFound();
    const [relations, governed, recognised, mayCorrect, mayRelate] = await Promise.all([
      relationsOf(ctx.db, id),
      governedBy(ctx, act),
      recognisedBy(ctx.db, act),
      ctx.may('legalAct.correct', id),
      ctx.may('legalAct.relate', id),
    ]);
    const offers = mayRelate ? await actOffers(ctx.db) : [];
    return { act, relations, governed, recognised, mayCorrect, mayRelate, offers, day: ctx.day };
  },
  head: ({ act }) => ({
    title: actName(act),
    here: '/viec-cua-toi',
    up: { href: actPaths.list, words: 'Sổ văn bản' },
  }),
  view: ({ act, relations, governed, recognised, mayCorrect, mayRelate, offers, day }, ctx) => (
    <div class="stack-7">
      <div class="row between">
        <div class="stack-2">
          <h1>{actName(act)}</h1>
          <p>
            <ActTag act={act} />
          </p>
        </div>
        {mayCorrect && <Button href={actPaths.correct(act.id)}>Sửa</Button>}
      </div>
      <ActFacts act={act} />
      <section class="stack">
        <h2>Diễn biến</h2>
        <ActTimeline act={act} relations={relations} day={day} one={actPaths.one} />
      </section>
      <Relations act={act} relations={relations} may={mayRelate} state={ctx.form('legalAct.unrelate')} />
      {mayRelate && <Relate act={act} offers={offers} state={ctx.form('legalAct.relate')} />}
      <section class="stack">
        <h2>Làm căn cứ cho</h2>
        <Recognised by={recognised} />
        {governed.length === 0 && recognised.total === 0 && (
          <p class="mut">Chưa có việc nào trong hệ thống ghi số văn bản này.</p>
        )}
        {governed.length > 0 && (
          <ul class="lines">
            {governed.map((one) => (
              <li key={`${one.kind} ${one.id}`} class="py-2">
                <p>
                  <a href={hrefOf(one)}>{one.title}</a>
                </p>
                <span class="sm mut block">
                  {KINDS[one.kind]}
                  {one.day && `, ${formatDay(one.day)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  ),
});

const KINDS: Readonly<Record<Governed['kind'], string>> = {
  decision: 'Quyết định làm trong hệ thống',
  council: 'Hội đồng',
  round: 'Đợt đánh giá',
  unitChange: 'Thay đổi đơn vị hành chính',
  plan: 'Kế hoạch',
  task: 'Việc được giao',
  body: 'Ban chỉ đạo, tổ giúp việc',
  meeting: 'Kết luận cuộc họp',
  training: 'Tập huấn, hội nghị',
  supportPolicy: 'Chính sách hỗ trợ',
  officer: 'Cán bộ phụ trách',
};
const hrefOf = ({ kind, id }: Governed) =>
  ({
    decision: `/quyet-dinh/${id}`,
    council: `/hoi-dong/${id}`,
    round: '/dot',
    unitChange: '/quan-tri/don-vi',
    plan: `/chi-tieu/ke-hoach/${id}`,
    task: `/viec-duoc-giao?xem=all&vanban=${id}`,
    body: `/ban-chi-dao/${id}`,
    meeting: `/ket-luan-hop/${id}`,
    officer: `/can-bo-phu-trach/${id}`,
    training: `/tap-huan/${id}`,
    supportPolicy: `/chinh-sach-ho-tro/${id}`,
  })[kind];

function Relations(props: { act: Act; relations: readonly Related[]; may: boolean; state: FormState }) {
  const { act, relations, may, state } = props;
  const takeBack = {
    head: 'Ghi nhầm',
    bare: true,
    cell: (one: Related) =>
      one.from === 'other' && (
        <Form
          action={actPaths.unrelate(act.id)}
          state={state}
          version={act.version}
          hidden={{ relation: one.id }}
          summary={false}
        >
          <Button small kind="bare">
            Bỏ<span class="sr"> quan hệ với {one.label}</span>
          </Button>
        </Form>
      ),
  };
  return (
    <section class="stack">
      <h2>Văn bản liên quan</h2>
      {relations.length === 0 ? (
        <p class="mut">Chưa ghi văn bản liên quan.</p>
      ) : (
        <DataTable
          rows={relations}
          columns={may ? [...relationColumns, takeBack] : relationColumns}
          caption="Văn bản liên quan"
          keyOf={(one) => one.id}
        />
      )}
    </section>
  );
}

const relationColumns = [
  { head: 'Văn bản này', cell: (one: Related) => relationWords(one) },
  {
    head: 'Văn bản kia',
    rowHead: true,
    cell: (one: Related) =>
      one.act === null ? 'Nguồn không nêu văn bản' : <a href={actPaths.one(one.act)}>{one.label}</a>,
  },
  { head: 'Từ ngày', cell: (one: Related) => (one.on === null ? '' : formatDay(one.on)) },
  { head: 'Điều khoản, ghi chú', cell: (one: Related) => one.note ?? '' },
];

function Relate({ act, offers, state }: { act: Act; offers: readonly string[]; state: FormState }) {
  return (
    <details open={state.errors.length > 0 || state.message !== undefined}>
      <summary>Ghi văn bản này làm gì với văn bản khác</summary>
      <Form action={actPaths.relate(act.id)} state={state} version={act.version} class="stack-4 mt-4 form">
        <SelectField
          name="kind"
          label="Văn bản này"
          value="basedOn"
          choices={Object.entries(ACT_RELATIONS).map(([value, { does }]) => ({ value, label: does }))}
        />
        <TextField
          name="other"
          label="Văn bản kia"
          hint="Gõ số, ký hiệu; chọn trong gợi ý khi nhiều văn bản cùng số"
          offers={offers}
        />
        <DateField
          name="onDay"
          label="Có tác động từ ngày"
          hint="Để trống nếu từ ngày văn bản này có hiệu lực"
          optional
        />
        <TextField name="note" label="Điều khoản, ghi chú" optional />
        <Button>Ghi quan hệ</Button>
      </Form>
    </details>
  );
}
