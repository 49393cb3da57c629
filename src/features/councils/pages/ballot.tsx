import type { FormSource } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  Checkboxes,
  DataTable,
  EmptyState,
  FactsList,
  Form,
  formatDay,
  Icon,
  Note,
  TextArea,
  TextField,
} from '#ui';
import { answeredOf } from '../ballot.ts';
import { lastDayOf, leftWords } from '../ballot-letters.ts';
import { type Ballot, type BallotProductRow, ballotProducts, ballots, toRemind } from '../ballot-read.ts';
import { findSession, type SessionRecord, steppedBackFrom } from '../session-record.ts';
import { councilPaths } from '../urls.ts';

/** The ballot of a session by written opinions: who was sent it, who answered, who was reminded, with days left (R4.7). */
export const ballotPage = page({
  permission: 'session.readBallot',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const session = await findSession(ctx.db, id);
    if (!session || (session.mode !== 'written' && session.metInstead === null)) throw notFound();
    const hidden = await steppedBackFrom(ctx.db, id, ctx.actor.account);
    const [all, products, mayRemind, mayMeet] = await Promise.all([
      ballots(ctx.db, session, ctx.day, ctx.actor.account, hidden),
      ballotProducts(ctx.db, session, ctx.actor.account),
      ctx.may('session.remind', id),
      ctx.may('session.meetInstead', id),
    ]);
    return {
      ...{ session, all, day: ctx.day, mayRemind, mayMeet: mayMeet && hidden.size === 0 },
      products: products.filter(({ dossier }) => !hidden.has(dossier)),
    };
  },
  head: ({ session }) => ({ title: `Ý kiến bằng văn bản: ${session.title}`, here: '/hoi-dong' }),
  view: ({ session, all, day, products, mayRemind, mayMeet }, ctx) => {
    const waiting = toRemind(all, day);
    const collecting = session.mode === 'written' && session.state === 'scoring';
    return (
      <div class="stack-7">
        <div>
          <p class="mb-1">
            <a class="crumb" href={councilPaths.session(session.id)}>
              <Icon name="left" />
              {session.title}
            </a>
          </p>
          <h1>Ý kiến bằng văn bản</h1>
        </div>
        {session.metInstead && (
          <Note kind="info" title={`Đã chuyển sang họp ngày ${formatDay(session.metInstead.on)}.`}>
            Lý do: {session.metInstead.reason}.
          </Note>
        )}
        {session.sentOn === null ? (
          <EmptyState title="Chưa gửi phiếu lấy ý kiến">Phiếu được gửi cho mọi thành viên khi bắt đầu chấm.</EmptyState>
        ) : (
          <>
            {session.mode === 'written' && <FactsList facts={factsOf(session, all, day)} />}
            <Members all={all} collecting={collecting} />
            {collecting && mayRemind && waiting.length > 0 && (
              <Form
                action={`${councilPaths.ballot(session.id)}/nhac`}
                state={ctx.form('session.remind')}
                version={session.version}
              >
                <Button icon="mail">Nhắc {waiting.length} người chưa trả lời</Button>
              </Form>
            )}
            {mayMeet && session.mode === 'written' && ['scoring', 'opened'].includes(session.state) && (
              <MeetInstead session={session} products={products} ctx={ctx} />
            )}
          </>
        )}
      </div>
    );
  },
});

function factsOf(session: SessionRecord, all: readonly Ballot[], day: string) {
  const lastDay = lastDayOf(session, session.sentOn ?? day);
  const left = all[0]?.left ?? 0;
  const collecting = session.state === 'scoring';
  return [
    { term: 'Ngày gửi phiếu', value: session.sentOn ? formatDay(session.sentOn) : '' },
    { term: 'Hạn trả lời', value: `${formatDay(lastDay)}${collecting ? ` (${leftWords(left)})` : ''}` },
    { term: 'Đã trả lời', value: `${answeredOf(all)}/${all.length} thành viên` },
  ];
}

function Members({ all, collecting }: { all: readonly Ballot[]; collecting: boolean }) {
  return (
    <section class="stack-3" aria-labelledby="tra-loi">
      <h2 id="tra-loi">Ai đã trả lời</h2>
      <DataTable
        rows={all}
        caption="Ai đã trả lời"
        keyOf={(row) => row.seat}
        columns={[
          {
            head: 'Thành viên',
            rowHead: true,
            cell: (row) => (
              <>
                {row.name}
                <span class="block sm mut">{row.organisation}</span>
              </>
            ),
          },
          { head: 'Trả lời', cell: (row) => <Answer ballot={row} collecting={collecting} /> },
          {
            head: 'Đã nhắc',
            cell: (row) =>
              row.reminded.length === 0
                ? 'Chưa'
                : row.reminded.map((one) => `${formatDay(one.day)}${one.bySecretary ? '' : ' (tự động)'}`).join(', '),
          },
        ]}
      />
    </section>
  );
}

function Answer({ ballot, collecting }: { ballot: Ballot; collecting: boolean }) {
  const { answers, open, kind, left } = ballot;
  const handed = answers.filter(({ answer }) => answer === 'in').length;
  return (
    <>
      {handed > 0 && <p>{`Đã nộp ${handed}/${answers.length} phiếu`}</p>}
      {answers
        .filter(({ answer }) => answer === 'asks')
        .map(({ dossier, product, reason }) => (
          <p key={dossier}>
            Đề nghị họp về {product}: {reason}
          </p>
        ))}
      {open > 0 && collecting && (
        <p class={kind === 'late' ? 'text-lacquer' : undefined}>
          Chưa trả lời {open} phiếu, {leftWords(left)}
        </p>
      )}
    </>
  );
}

/** Turning the ballot into a meeting: called for by the regulation, or chosen for matters that need discussing. */
function MeetInstead({
  session,
  products,
  ctx,
}: {
  session: SessionRecord;
  products: readonly BallotProductRow[];
  ctx: FormSource;
}) {
  const causes = products.flatMap(({ cause }) => cause ?? []);
  const free = products.filter(({ cause }) => cause === null);
  const form = (
    <Form
      action={`${councilPaths.ballot(session.id)}/hop`}
      state={ctx.form('session.meetInstead')}
      version={session.version}
      class="stack-4 mt-4"
    >
      {free.length > 0 && (
        <Checkboxes
          name="dossiers"
          label={causes.length > 0 ? 'Sản phẩm khác cũng cần thảo luận' : 'Sản phẩm cần thảo luận'}
          optional={causes.length > 0}
          choices={free.map(({ dossier, product }) => ({ value: dossier, label: product }))}
        />
      )}
      <TextArea name="reason" label="Nội dung cần thảo luận" rows={3} optional={causes.length > 0} />
      <div class="row items-end">
        <TextField name="heldOn" label="Ngày họp" width="date" inputMode="numeric" />
        <TextField name="place" label="Địa điểm" width="mid" optional />
      </div>
      <p class="mut">
        Phiếu đã nộp của các sản phẩm này được giữ làm bản đầu và mở lại để chấm sau thảo luận. Ý kiến về sản phẩm khác
        giữ nguyên. Mọi thành viên được báo.
      </p>
      <Button kind={causes.length > 0 ? 'main' : undefined}>Chuyển sang họp</Button>
    </Form>
  );
  if (causes.length === 0)
    return (
      <details>
        <summary>Chuyển sang họp vì có nội dung phức tạp</summary>
        {form}
      </details>
    );
  return (
    <section class="stack-4" aria-labelledby="chuyen-hop">
      <h2 id="chuyen-hop">Chuyển sang họp</h2>
      <Note kind="stop" title="Quy chế của Hội đồng yêu cầu họp.">
        {causes.join('; ')}.
      </Note>
      {form}
    </section>
  );
}
