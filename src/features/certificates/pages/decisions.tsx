import { type Office, officeOf } from '#features/councils';
import { officePaths } from '#features/dossiers';
import { paperPaths } from '#features/papers';
import { meanText } from '#law/stars';
import { page } from '#platform/http/page';
import { Button, EmptyState, Form, type FormState, formatDay, Note, PickRow, QueueTable, StarRow, TakeList } from '#ui';
import { starOf } from '../destination.ts';
import {
  type ConcludedSession,
  concludedSessions,
  type DecisionListRow,
  type DestinedProduct,
  listDecisions,
} from '../queries.ts';
import { decisionName } from '../schema.ts';
import { certificatePaths } from '../urls.ts';

/** Decisions of the province, and what waits for one. */
export const decisionsPage = page({
  permission: 'decision.read',
  shell: 'desk',
  async load(ctx) {
    const [mayDraft, mayExport, mayReadMandates, mayReadForms, mayReview] = await Promise.all([
      ctx.may('decision.draft'),
      ctx.may('list.export'),
      ctx.may('mandate.read'),
      ctx.may('template.read'),
      ctx.may('review.read'),
    ]);
    const ministry = ctx.actor.role === 'ministry';
    const drafts = mayDraft && (ministry || ctx.actor.area !== null);
    const [rows, waiting, office] = await Promise.all([
      listDecisions(ctx.db, ctx.within('decision.read', 'l'), ctx.within('decision.issue', 'l')),
      drafts ? concludedSessions(ctx.db, ctx.actor.area) : [],
      drafts ? officeOf(ctx.db, ctx.actor.area) : undefined,
    ]);
    return { rows, waiting, office, mayExport, mayReadMandates, mayReadForms, mayReview };
  },
  head: () => 'Quyết định',
  view: ({ rows, waiting, office, mayExport, mayReadMandates, mayReadForms, mayReview }, ctx) => (
    <div class="stack-7">
      <div class="row between">
        <h1>Quyết định</h1>
        <div class="row tight">
          {mayReview && (
            <Button href="/xem-xet-lai" icon="scales">
              Khiếu nại, xem xét lại
            </Button>
          )}
          {mayReadMandates && (
            <Button href={paperPaths.mandates} icon="key">
              Giao ký
            </Button>
          )}
          {mayReadForms && (
            <Button href={paperPaths.templates} icon="paper">
              Mẫu văn bản
            </Button>
          )}
          {mayExport && <TakeList href={certificatePaths.decisionsSheet} />}
        </div>
      </div>
      {waiting.map((session) => (
        <Waiting
          key={session.id}
          session={session}
          office={office}
          draft={(kind) => ctx.form('decision.draft', kind)}
          close={(dossier) => ctx.form('dossier.closeUnrecognised', dossier)}
        />
      ))}
      <section class="stack-4" aria-labelledby="danh-sach">
        <h2 id="danh-sach">Dự thảo và quyết định đã ban hành</h2>
        {rows.length === 0 ? (
          <EmptyState title="Chưa có quyết định nào">
            Khi một phiên Hội đồng chốt biên bản, sản phẩm chờ quyết định sẽ hiện ở đây.
          </EmptyState>
        ) : (
          <QueueTable
            rows={rows.map(rowOf)}
            caption="Quyết định"
            heads={{ name: 'Trích yếu', act: 'Việc tiếp theo', status: 'Trạng thái' }}
            keys
          />
        )}
      </section>
    </div>
  ),
});

const NEXT: Readonly<Record<string, string>> = {
  draft: 'Ghi tờ trình',
  proposed: 'Ghi ban hành',
  issued: 'Xem, gửi thông báo',
};
/** Producers and communes are told by the province, also of what the Ministry decided (Art. 7.3.g, 7.4.g). */
const nextOf = (row: DecisionListRow) =>
  row.acts && !(row.level === 'central' && row.state === 'issued') ? NEXT[row.state] : undefined;

function rowOf(row: DecisionListRow) {
  return {
    href: certificatePaths.decision(row.id),
    name: row.title,
    who: `${row.number ? `Số ${row.number}` : 'Chưa có số'}${row.dated ? `, ngày ${formatDay(row.dated)}` : ''} · ${row.items} sản phẩm`,
    act: nextOf(row) ?? 'Xem',
    status: `decision.${row.state}`,
  };
}

/** Products of one session by where their results lead, each group with its act. */
function Waiting({
  session,
  office,
  draft,
  close,
}: {
  session: ConcludedSession;
  office: Office | undefined;
  draft: (kind: string) => FormState;
  close: (dossier: string) => FormState;
}) {
  const of = (leads: DestinedProduct['leads']) => session.products.filter((one) => one.leads === leads);
  return (
    <section class="box stack-5" aria-labelledby={`cho-${session.id}`}>
      <h2 id={`cho-${session.id}`}>Chờ quyết định: {session.title}</h2>
      {of('choose').map((one) => (
        <Note key={one.dossier} kind="soon" title={`${one.product}: từ mức điểm 5 sao nhưng thiếu điều kiện.`}>
          <a href={`/ho-so/${one.dossier}/huong`}>Chọn gửi Bộ hoặc công nhận trong tỉnh</a> trước khi lập quyết định.
        </Note>
      ))}
      {(['recognition', 'approval'] as const).map((kind) => (
        <Draft
          key={kind}
          kind={kind}
          session={session}
          title={titleOf(kind, session, office)}
          products={of(kind)}
          state={draft(kind)}
        />
      ))}
      {of('return').map((one) => (
        <Note key={one.dossier} kind="soon" title={`${one.product}: chưa đạt 5 sao, ${meanText(one)} điểm.`}>
          <a href={officePaths.returnResult(one.dossier)}>Thông báo kết quả cho tỉnh</a> để tỉnh công nhận hoặc đánh giá
          lại.
        </Note>
      ))}
      {of('none').map((one) => (
        <Form
          key={one.dossier}
          action={`/ho-so/${one.dossier}/duoi-3-sao`}
          state={close(one.dossier)}
          version={one.version}
          class="row between"
        >
          <p>
            {one.product}: {one.star ?? 0} sao, {meanText(one)} điểm. Không ban hành quyết định, không cấp giấy chứng
            nhận.
          </p>
          <Button>Ghi nhận kết quả dưới 3 sao</Button>
        </Form>
      ))}
    </section>
  );
}

/** A result of the Ministry's council that has not gone back to the province. */
const decidedCentrally = (one: DestinedProduct) => one.level === 'central' && !one.returned;

function Draft({
  kind,
  session,
  title,
  products,
  state,
}: {
  kind: 'recognition' | 'approval';
  session: ConcludedSession;
  title: string;
  products: readonly DestinedProduct[];
  state: FormState;
}) {
  if (products.length === 0) return null;
  const name = decisionName(kind, products.every(decidedCentrally) ? 'central' : 'province');
  return (
    <Form
      action={certificatePaths.newDecision}
      state={state}
      hidden={{ session: session.id, kind, title }}
      class="stack-3"
    >
      <h3>{name}</h3>
      <ul class="stack-2">
        {products.map((one) => (
          <li key={one.dossier} class="row line">
            <PickRow
              type="checkbox"
              name="dossiers"
              choice={{ value: one.dossier, label: one.product, hint: `${one.producer} · ${meanText(one)} điểm` }}
              on
              first={false}
            />
            {one.star !== null && kind === 'recognition' && (
              <StarRow stars={starOf(one, decidedCentrally(one) ? 'central' : 'province')} />
            )}
          </li>
        ))}
      </ul>
      <Button kind="main">Soạn {name.charAt(0).toLowerCase() + name.slice(1)}</Button>
    </Form>
  );
}

/** What the decision is about, as its paper will say unless the office words it otherwise. */
function titleOf(kind: 'recognition' | 'approval', session: ConcludedSession, office: Office | undefined): string {
  const what =
    kind === 'recognition'
      ? 'Công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận sản phẩm OCOP'
      : 'Phê duyệt kết quả đánh giá sản phẩm OCOP có tiềm năng đạt 5 sao';
  // A round of the Ministry is none of the province's: it decides on the result that came back (Art. 7.4.g).
  const returned = office?.level === 'province' && session.products.some(({ level }) => level === 'central');
  const whence = returned ? 'theo kết quả của Hội đồng cấp trung ương' : (session.round ?? session.title);
  return [what, office?.province, whence].filter(Boolean).join(' ');
}
