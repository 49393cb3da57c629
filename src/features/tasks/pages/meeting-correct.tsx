import { actOffers } from '#features/legal-acts';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, Form, FormEnd, TextField } from '#ui';
import { findMeeting } from '../meetings-read.ts';
import { meetingPaths } from '../urls.ts';
import { MeetingFields } from './meeting-fields.tsx';

/** Puts a meeting right; its tasks are corrected one by one. */
export const correctMeetingPage = page({
  permission: 'conclusion.correct',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const [meeting, acts] = await Promise.all([findMeeting(ctx.db, id, ctx.day), actOffers(ctx.db)]);
    return { meeting, acts };
  },
  head: ({ meeting }) => ({
    title: `Sửa ${meeting.title}`,
    here: '/viec-cua-toi',
    up: { href: meetingPaths.one(meeting.id), words: meeting.title },
  }),
  view: ({ meeting, acts }, ctx) => (
    <div class="form stack-7">
      <h1>Sửa {meeting.title}</h1>
      <Form
        action={meetingPaths.correct(meeting.id)}
        state={ctx.form('conclusion.correct')}
        version={meeting.version}
        files
        class="stack-5"
      >
        <MeetingFields value={meeting} acts={acts} />
        <TextField name="reason" label="Lý do sửa" maxLength={500} />
        <FormEnd>
          <Button kind="main">Lưu</Button>
          <Button kind="bare" href={meetingPaths.one(meeting.id)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
      <Form
        action={meetingPaths.remove(meeting.id)}
        state={ctx.form('conclusion.remove')}
        version={meeting.version}
        class="stack"
      >
        <h2>Ghi nhầm?</h2>
        <TextField name="reason" label="Lý do bỏ" maxLength={500} />
        <Button kind="stop">Bỏ khỏi sổ</Button>
      </Form>
    </div>
  ),
});
