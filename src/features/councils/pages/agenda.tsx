import { applicationKinds } from '#features/dossiers';
import { dayOf } from '#platform/clock';
import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Checkboxes, EmptyState, Form, formatDay, Note, TextArea, TextField } from '#ui';
import { sessionBoard, waitingDossiers } from '../queries.ts';
import { findSession } from '../session-record.ts';
import { councilPaths } from '../urls.ts';
import { ReportLinks } from './report-links.tsx';

/** Puts dossiers of the round on the agenda; the boxes stand in the order they will be scored. */
export const agendaPage = page({
  permission: 'session.setAgenda',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const session = await findSession(ctx.db, id);
    if (!session) throw notFound();
    if (session.state !== 'preparing') return redirect(councilPaths.session(id));
    const [board, waiting] = await Promise.all([
      sessionBoard(ctx.db, id, ctx.actor.account),
      waitingDossiers(ctx.db, session),
    ]);
    const here = board.map((one) => ({ ...one, id: one.dossier }));
    return { session, here: here.map((one) => one.id), choices: [...here, ...waiting] };
  },
  head: ({ session }) => ({
    title: `Chương trình: ${session.title}`,
    here: '/hoi-dong',
    up: { href: councilPaths.session(session.id), words: session.title },
  }),
  view: ({ session, here, choices }, ctx) => (
    <div class="stack-5">
      <h1>Xếp chương trình, hồ sơ</h1>
      <p class="mut">{session.title}</p>
      {choices.length === 0 && (
        <EmptyState
          title="Chưa có hồ sơ nào chờ xếp phiên"
          way={{ href: '/ho-so?state=proposed', words: 'Xem hồ sơ xã đề nghị' }}
        >
          Đưa hồ sơ vào đợt trước, rồi quay lại đây.
        </EmptyState>
      )}
      {choices.some((one) => !one.hasReport) && (
        <Note kind="soon" title="Phiên chỉ bắt đầu khi mọi hồ sơ có báo cáo của Tổ tư vấn (Điều 7 khoản 3 điểm c).">
          <ReportLinks rows={choices.map((one) => ({ ...one, dossier: one.id }))} level={session.level} />
        </Note>
      )}
      <Form
        action={councilPaths.agenda(session.id)}
        state={ctx.form('session.setAgenda')}
        version={session.version}
        class="stack-5"
      >
        <Checkboxes
          name="dossiers"
          label="Hồ sơ của phiên"
          hint={
            session.round === null
              ? undefined
              : 'Chỉ hồ sơ đã vào đợt của phiên này. Hồ sơ của đợt khác, kể cả hồ sơ đánh giá lại: lập phiên gắn với đợt đó.'
          }
          optional
          values={here}
          choices={choices.map((one) => ({
            value: one.id,
            label: one.product,
            hint: [
              one.producer,
              applicationKinds[one.kind as keyof typeof applicationKinds],
              one.hasReport ? 'đã có báo cáo Tổ tư vấn' : 'chưa có báo cáo Tổ tư vấn',
            ].join(' · '),
          }))}
        />
        <div class="row items-end">
          <TextField
            name="heldOn"
            label="Ngày họp"
            value={session.heldOn && formatDay(session.heldOn)}
            width="date"
            inputMode="numeric"
            optional
          />
          <TextField
            name="closesOn"
            label="Nhận phiếu đến hết ngày"
            value={session.closesAt && formatDay(dayOf(new Date(session.closesAt)))}
            width="date"
            inputMode="numeric"
            optional
          />
          <TextField name="place" label="Địa điểm" value={session.place} width="mid" optional />
        </div>
        <TextArea
          name="agenda"
          label="Chương trình họp"
          hint={
            session.regulation.anonymous === 'named'
              ? undefined
              : 'Hội đồng chấm ẩn danh: không nêu tên sản phẩm, chủ thể.'
          }
          value={session.agenda}
          rows={5}
          optional
        />
        <div class="formend">
          <Button kind="main">Lưu chương trình</Button>
          <Button href={councilPaths.session(session.id)}>Quay về phiên</Button>
        </div>
      </Form>
    </div>
  ),
});
