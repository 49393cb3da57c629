import { Button, type FormState, SelectField, TextField } from '#ui';
import { MEMBER_ROLES } from '../schema.ts';

const MORE = 4;
const MOST = 60;

/** Rows for people who join: what is typed stays, the button asks for more; a row left empty is none. */
export function MemberRows({ state, action, first }: { state: FormState; action: string; first: number }) {
  const typed = Object.keys(state.values).flatMap((name) => /^members\.(\d+)\./.exec(name)?.[1] ?? []);
  const shown = typed.length === 0 ? first : Math.max(...typed.map(Number)) + 1;
  const rows = Math.min(MOST, state.again ? shown + MORE : shown);
  return (
    <>
      {Array.from({ length: rows }, (_, i) => (
        <fieldset key={String(i)} id={`dong-${i}`} class="stack-2 border-b border-line pb-4">
          <legend class="lab">Người {i + 1}</legend>
          <div class="row items-end">
            <TextField name={`members.${i}.name`} label="Họ và tên" width="mid" optional="sometimes" />
            <TextField name={`members.${i}.position`} label="Chức vụ, cơ quan" width="mid" optional="sometimes" />
            <SelectField
              name={`members.${i}.role`}
              label="Vai trò"
              empty="Chọn vai trò"
              choices={Object.entries(MEMBER_ROLES).map(([value, label]) => ({ value, label }))}
              optional="sometimes"
            />
          </div>
          <details open={state.errors.some(({ field }) => new RegExp(`^members\\.${i}\\.(phone|email)`).test(field))}>
            <summary>Điện thoại, thư điện tử</summary>
            <div class="row items-end mt-2">
              <TextField name={`members.${i}.phone`} label="Điện thoại" type="tel" width="mid" optional="sometimes" />
              <TextField
                name={`members.${i}.email`}
                label="Thư điện tử"
                type="email"
                width="mid"
                optional="sometimes"
              />
            </div>
          </details>
        </fieldset>
      ))}
      {rows < MOST && (
        <div>
          <Button name="_again" value="1" formAction={`${action}#dong-${rows}`} icon="plus" novalidate>
            Thêm dòng
          </Button>
        </div>
      )}
    </>
  );
}
