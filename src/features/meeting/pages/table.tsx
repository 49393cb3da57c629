import { conclusionOf, councilPaths, ResultWords } from '#features/councils';
import { stepAgenda } from '#law/meeting';
import { meanText } from '#law/stars';
import type { FormSource } from '#platform/http/context';
import { Button, Form, formatTime, SavedMark, SelectField, TextArea } from '#ui';
import type { AgendaRow, Note, Room } from '../read.ts';
import { meetingPaths } from '../urls.ts';

interface Shown {
  readonly data: {
    readonly room: Room;
    readonly may: Readonly<Record<string, boolean>>;
    readonly shown: AgendaRow | undefined;
    /** Set for the secretary alone. */
    readonly note: Note | null;
  };
  readonly ctx: FormSource;
  readonly running: boolean;
}

/** The product on the table: the way to the own sheet, on to the next product, what was said, what is proposed. */
export function Table({ data, ctx, running }: Shown) {
  const { room, may, shown, note } = data;
  if (!shown) return null;
  const onTable = running && shown.dossier === room.current;
  const at = room.agenda.indexOf(shown);
  return (
    <section class="box stack-5" aria-labelledby="dang-xem">
      <div class="stack-2">
        <p class="mut">
          {onTable ? 'Đang xem' : 'Sản phẩm'} {at + 1} trong {room.agenda.length}
        </p>
        <h2 id="dang-xem">{shown.product}</h2>
        <p class="mut">
          {shown.producer}
          {shown.productCode ? ` · Mã ${shown.productCode}` : ''}
        </p>
        <p class="row tight">
          {shown.own && (
            <Button
              kind={may['session.noteDiscussion'] ? 'plain' : 'main'}
              href={councilPaths.sheet(shown.own.id)}
              icon="scales"
            >
              {shown.own.state === 'open' && room.session.state === 'scoring'
                ? 'Chấm phiếu của tôi'
                : 'Xem phiếu của tôi'}
            </Button>
          )}
          {!shown.blind && <Button href={`/ho-so/${shown.dossier}`}>Xem hồ sơ</Button>}
        </p>
      </div>
      {running && may['session.lead'] && <Lead room={room} ctx={ctx} />}
      {shown.result && <Proposal data={data} shown={shown} ctx={ctx} />}
      {note && <Discussion room={room} shown={shown} note={note} ctx={ctx} />}
    </section>
  );
}

/** On to the next product, back, or to any: every screen of the room follows. */
function Lead({ room, ctx }: { room: Room; ctx: FormSource }) {
  const { agenda, current, meeting, session } = room;
  const order = agenda.map(({ dossier }) => dossier);
  const action = `${meetingPaths.room(session.id)}/chuyen`;
  const to = (dossier: string | null, words: string, icon: 'left' | 'right') =>
    dossier !== null && (
      <Form
        action={action}
        state={ctx.form('session.lead', session.id)}
        version={meeting?.version}
        hidden={{ dossier }}
        summary={false}
      >
        {icon === 'left' ? (
          <Button icon="left">{words}</Button>
        ) : (
          <Button kind="main" iconAfter="right">
            {words}
          </Button>
        )}
      </Form>
    );
  return (
    <div class="row items-end">
      {to(stepAgenda(order, current, -1), 'Sản phẩm trước', 'left')}
      {to(stepAgenda(order, current, 1), 'Sản phẩm tiếp theo', 'right')}
      <Form
        action={action}
        state={ctx.form('session.lead', session.id)}
        version={meeting?.version}
        class="row items-end"
      >
        <SelectField
          name="dossier"
          label="Chuyển đến"
          value={current ?? undefined}
          choices={agenda.map((one, at) => ({ value: one.dossier, label: `${at + 1}. ${one.product}` }))}
        />
        <Button>Chuyển</Button>
      </Form>
    </div>
  );
}

/** After the opening: what the stored result leads to, recorded by the secretary with the council's remark. */
function Proposal({ data, shown, ctx }: { data: Shown['data']; shown: AgendaRow; ctx: FormSource }) {
  const { session } = data.room;
  const { result, proposal } = shown;
  if (!result) return null;
  return (
    <div class="stack-3">
      <h3>Kết quả và đề xuất</h3>
      <p>
        <b class="num">{meanText(result)} điểm</b> <ResultWords of={result} />
      </p>
      <p>
        {proposal ? 'Hội đồng đã thống nhất' : 'Theo kết quả đã lưu'}: <b>{conclusionOf(result)}</b>.
        {proposal?.remark && <span class="block whitespace-pre-line">Ghi chú: {proposal.remark}</span>}
      </p>
      {data.may['session.propose'] && (
        <Form
          action={meetingPaths.propose(session.id, shown.dossier)}
          state={ctx.form('session.propose')}
          version={session.version}
          class="stack-3"
        >
          <TextArea name="remark" label="Ghi chú của Hội đồng" value={proposal?.remark} rows={2} optional />
          <Button icon="gavel">{proposal ? 'Ghi lại đề xuất' : 'Ghi đề xuất của Hội đồng'}</Button>
        </Form>
      )}
    </div>
  );
}

/** The secretary's notes: saved by themselves, printed in the minutes under the product's name. */
function Discussion({ room, shown, note, ctx }: { room: Room; shown: AgendaRow; note: Note; ctx: FormSource }) {
  return (
    <Form
      action={meetingPaths.note(room.session.id, shown.dossier)}
      state={ctx.form('session.noteDiscussion', shown.dossier)}
      version={note.version}
      island="autosave"
      class="stack-3"
    >
      <TextArea
        name="body"
        label={`Ý kiến thảo luận về ${shown.product}`}
        hint="Tự lưu, in vào biên bản. Chỉ thư ký thấy trước khi có biên bản."
        value={note.body}
        rows={4}
        maxLength={8000}
        optional
      />
      <div class="row tight">
        <Button>Lưu ý kiến</Button>
        <SavedMark at={note.savedAt ? formatTime(new Date(note.savedAt)) : undefined} />
      </div>
    </Form>
  );
}
