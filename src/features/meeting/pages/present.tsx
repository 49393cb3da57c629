import { type SessionSeat, seatRoles } from '#features/councils';
import { quorumWords } from '#law/meeting';
import type { FormSource } from '#platform/http/context';
import { Button, Form, Seats, SelectField, TextField } from '#ui';
import type { Room } from '../read.ts';
import { meetingPaths } from '../urls.ts';

/** Who is there, whether that is enough in words, and to the secretary the two forms that change it. */
export function Present({
  room: { seats, session },
  may,
  ctx,
}: {
  room: Room;
  may: Readonly<Record<string, boolean>>;
  ctx: FormSource;
}) {
  const taking = seats.filter((one) => one.role !== 'substitute' || one.standsFor !== null);
  const lawSeats = taking.map(({ name, role, absent }) => ({ name, role, absent, submitted: false, recused: false }));
  const { enough, words } = quorumWords(lawSeats, session.regulation);
  const open = session.state === 'preparing' || session.state === 'scoring';
  const choices = (of: readonly SessionSeat[]) => of.map((one) => ({ value: one.seat, label: one.name }));
  const absent = taking.filter((one) => one.absent);
  const here = taking.filter((one) => !one.absent && one.role !== 'secretary');
  const path = meetingPaths.room(session.id);
  return (
    <div class="stack-3">
      <Seats
        seats={taking.map((one) => ({
          name: `${one.name}, ${seatRoles[one.role]}`,
          present: !one.absent,
          note: one.absent ? `Vắng: ${one.absenceReason ?? ''}` : one.organisation,
        }))}
        quorum={words}
        enough={enough}
      />
      {open && may['session.recordAbsence'] && here.length > 0 && (
        <details>
          <summary>Ghi vắng mặt</summary>
          <Form
            action={`${path}/vang-mat`}
            state={ctx.form('session.recordAbsence')}
            version={session.version}
            class="row items-end mt-4"
          >
            <SelectField name="seat" label="Thành viên" empty="Chọn thành viên" choices={choices(here)} />
            <TextField name="reason" label="Lý do vắng" />
            <Button>Ghi vắng mặt</Button>
          </Form>
        </details>
      )}
      {open && may['session.recordPresence'] && absent.length > 0 && (
        <details>
          <summary>Ghi có mặt</summary>
          <Form
            action={`${path}/co-mat`}
            state={ctx.form('session.recordPresence')}
            version={session.version}
            class="row items-end mt-4"
          >
            <SelectField name="seat" label="Thành viên đã ghi vắng" choices={choices(absent)} />
            <TextField name="reason" label="Lý do sửa lại" />
            <Button>Ghi có mặt</Button>
          </Form>
        </details>
      )}
    </div>
  );
}
