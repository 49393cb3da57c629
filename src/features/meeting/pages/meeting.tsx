import { z } from 'zod';
import { councilPaths } from '#features/councils';
import { byId, uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, formatTime, Icon, Note, StatusTag, TextField } from '#ui';
import { discussionNote, readRoom } from '../read.ts';
import { meetingPaths } from '../urls.ts';
import { Agenda } from './agenda.tsx';
import { Present } from './present.tsx';
import { Table } from './table.tsx';

/**
 * The room of a meeting: who is there, the product on the table, the agenda. Every screen follows by itself; without
 * JavaScript by loading the page again. Before the opening it knows nothing of points (U31).
 */
export const meetingPage = page({
  permission: 'session.read',
  params: byId,
  query: z.object({ sp: uuid().optional().catch(undefined) }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }, { sp }) {
    const room = await readRoom(ctx, id);
    if (room?.session.mode !== 'meeting') throw notFound();
    const verbs = [
      ...['session.beginMeeting', 'session.endMeeting', 'session.lead', 'session.noteDiscussion', 'session.propose'],
      ...['session.recordAbsence', 'session.recordPresence'],
    ];
    const may = Object.fromEntries(
      await Promise.all(verbs.map(async (verb) => [verb, await ctx.may(verb, id)] as const)),
    );
    may['flight.read'] = await ctx.may('flight.read');
    const { agenda, current } = room;
    const shown = agenda.find(({ dossier }) => dossier === (sp ?? current)) ?? (sp ? undefined : agenda[0]);
    if (sp && !shown) throw notFound();
    const mayNote = may['session.noteDiscussion'] === true && room.session.state !== 'concluded' && shown !== undefined;
    const note = mayNote ? await discussionNote(ctx.db, id, shown.dossier) : null;
    return { room, may, shown, note, now: ctx.now };
  },
  head: ({ room }) => ({ title: `Phiên họp: ${room.session.title}`, here: '/hoi-dong' }),
  view: (data, ctx) => {
    const { room, may } = data;
    const { session, meeting } = room;
    const running = meeting !== undefined && meeting.ended === null;
    return (
      <div class="stack-4">
        <div>
          <p class="mb-1">
            <a class="crumb" href={councilPaths.session(session.id)}>
              <Icon name="left" />
              {session.title}
            </a>
          </p>
          <h1>Phiên họp</h1>
        </div>
        <div
          id="hop"
          class="stack-7"
          data-island="follow"
          data-props={JSON.stringify({ url: meetingPaths.follow(session.id), stamp: room.stamp, part: '#hop' })}
        >
          <div class="row between">
            <p>
              {hours(meeting)} {may['flight.read'] && <a href={meetingPaths.flights(session.id)}>Nếm theo mã</a>}
            </p>
            <StatusTag status={`session.${session.state}`} />
          </div>
          {!meeting && session.state !== 'concluded' && session.state !== 'cancelled' && (
            <Begin data={data} ctx={ctx} />
          )}
          {data.shown && <Table data={data} ctx={ctx} running={running} />}
          <Agenda room={room} shown={data.shown?.dossier ?? null} secretary={may['session.noteDiscussion'] === true} />
          <Present room={room} may={may} ctx={ctx} />
          {running && may['session.endMeeting'] && session.state !== 'preparing' && (
            <Form
              action={`${meetingPaths.room(session.id)}/ket-thuc`}
              state={ctx.form('session.endMeeting')}
              version={session.version}
              class="row items-end"
            >
              <TextField name="at" label="Giờ kết thúc" width="num" value={formatTime(data.now)} />
              <Button icon="check">Kết thúc phiên họp</Button>
            </Form>
          )}
        </div>
      </div>
    );
  },
});

type Data = Parameters<typeof Table>[0]['data'] & { readonly now: Date };

const hours = (meeting: Data['room']['meeting']) =>
  !meeting
    ? 'Phiên họp chưa bắt đầu.'
    : meeting.ended === null
      ? `Bắt đầu lúc ${meeting.began}.`
      : `Họp từ ${meeting.began} đến ${meeting.ended}.`;

function Begin({ data, ctx }: { data: Data; ctx: Parameters<typeof Table>[0]['ctx'] }) {
  const { session } = data.room;
  if (!data.may['session.beginMeeting'])
    return <Note kind="info" title="Thư ký bắt đầu phiên họp, trang này tự theo sản phẩm đang xem." />;
  return (
    <Form
      action={`${meetingPaths.room(session.id)}/bat-dau`}
      state={ctx.form('session.beginMeeting')}
      version={session.version}
      class="row items-end"
    >
      <TextField name="at" label="Giờ bắt đầu" width="num" value={formatTime(data.now)} />
      <Button kind="main" icon="hall">
        Bắt đầu phiên họp
      </Button>
    </Form>
  );
}
