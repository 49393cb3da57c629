import { Button, Checkboxes, DateField, Form, FormEnd, type FormState, TextField } from '#ui';
import type { Body, Member } from '../queries.ts';
import { bodyPaths } from '../urls.ts';
import { roleWords } from '../words.ts';
import { MemberRows } from './member-rows.tsx';

interface StepProps {
  readonly body: Body;
  readonly offers: readonly string[];
  readonly state: FormState;
}
const used = (state: FormState) =>
  state.message !== undefined ||
  state.errors.length > 0 ||
  state.again === true ||
  Object.keys(state.values).length > 0;

/** Who leaves and who joins by one act. */
export function ChangeForm({ body, members, offers, state }: StepProps & { members: readonly Member[] }) {
  const action = bodyPaths.change(body.id);
  return (
    <details class="box" open={used(state)}>
      <summary>Thay đổi thành viên</summary>
      <Form action={action} state={state} version={body.version} class="stack-5 mt-4">
        <TextField
          name="act"
          label="Văn bản thay đổi"
          hint="Số, ký hiệu trong sổ văn bản; không có văn bản thì ghi lý do"
          offers={offers}
          optional="sometimes"
        />
        <DateField name="from" label="Từ ngày" hint="Người ra thôi từ hôm trước ngày này" />
        {members.length > 0 && (
          <Checkboxes
            name="leave"
            label="Người ra"
            choices={members.map(({ id, name, position, role }) => ({
              ...{ value: id, label: name ?? position },
              hint: name === null ? roleWords(body.kind, role) : `${roleWords(body.kind, role)}; ${position}`,
            }))}
          />
        )}
        <h3>Người vào</h3>
        <MemberRows state={state} action={action} first={2} />
        <TextField name="reason" label="Lý do" maxLength={500} optional="sometimes" />
        <FormEnd>
          <Button kind="main">Ghi thay đổi</Button>
        </FormEnd>
      </Form>
    </details>
  );
}

/** The body ends by an act. */
export function DissolveForm({ body, offers, state }: StepProps) {
  return (
    <details class="box" open={used(state)}>
      <summary>Giải thể</summary>
      <Form action={bodyPaths.dissolve(body.id)} state={state} version={body.version} class="stack mt-4">
        <TextField
          name="act"
          label="Văn bản giải thể"
          hint="Số, ký hiệu trong sổ văn bản; không có văn bản thì ghi lý do"
          offers={offers}
          optional="sometimes"
        />
        <DateField name="to" label="Ngày cuối cùng hoạt động" />
        <TextField name="reason" label="Lý do" maxLength={500} optional="sometimes" />
        <FormEnd>
          <Button kind="stop">Giải thể</Button>
        </FormEnd>
      </Form>
    </details>
  );
}
