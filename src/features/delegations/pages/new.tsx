import { z } from 'zod';
import { roleWords } from '#features/identity';
import { uuid } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { actGroups } from '#policy';
import { Button, Checkboxes, DateField, Form, FormEnd, Note, SelectField, TextField } from '#ui';
import { colleaguesFor, otherOffice, type Place, placesOf, staffOf } from '../queries.ts';
import { causes } from '../schema.ts';
import { delegationPaths } from '../urls.ts';

const choicesOf = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([value, label]) => ({ value, label }));

/** Records leave and who takes the place: for oneself, or by the administrator for somebody else. */
export const newDelegationPage = page({
  permission: 'delegation.record',
  query: z.object({ nguoi: uuid().optional().catch(undefined) }),
  shell: 'desk',
  async load(ctx, _params, { nguoi }) {
    const { account, role, unit } = ctx.actor;
    const other = role === 'administrator';
    if (other && nguoi === undefined) return redirect('/quan-tri/tai-khoan');
    const places = await placesOf(ctx.db, other && nguoi !== undefined ? nguoi : account, ctx.day);
    const own = places.find((one) => one.role === role && one.unit === unit);
    const staff = own?.headsOffice ? await staffOf(ctx.db, own, ctx.day) : [];
    const asked = nguoi === undefined || nguoi === account ? own : staff.find((one) => one.account === nguoi);
    const place = other ? places[0] : asked;
    if (!place || (other && place.account === account)) throw notFound();
    // To another office only who heads the one of who is away hands over.
    const colleagues = (await colleaguesFor(ctx.db, place, ctx.day)).filter(
      (one) => own?.headsOffice || !otherOffice(place, one),
    );
    return { place, other: other || place !== own, staff: place === own ? staff : [], colleagues };
  },
  head: ({ place }) => ({
    title: `Ghi nghỉ: ${place.name}`,
    here: '/viec-cua-toi',
    up: { href: delegationPaths.list, words: 'Nghỉ, làm thay' },
  }),
  view: ({ place, other, staff, colleagues }, ctx) => (
    <div class="form stack-5">
      <div>
        <h1>Ghi nghỉ, giao làm thay</h1>
        <p class="mut">
          Người vắng: {place.name}, {place.position ?? roleWords[place.role]}
        </p>
        {staff.length > 0 && (
          <p>
            Ghi cho người khác của cơ quan:{' '}
            {staff.map((one, i) => (
              <>
                {i > 0 && ', '}
                <a href={delegationPaths.newFor(one.account)}>{one.name}</a>
              </>
            ))}
          </p>
        )}
      </div>
      <Form
        action={other ? delegationPaths.newFor(place.account) : delegationPaths.new}
        state={ctx.form('delegation.record')}
        hidden={other ? { appointment: place.appointment } : {}}
        class="stack-5"
      >
        <SelectField name="cause" label="Lý do vắng" choices={choicesOf(causes)} />
        <DateField name="from" label="Vắng từ ngày" />
        <DateField name="to" label="Đến hết ngày" />
        {colleagues.length === 0 ? (
          <Note kind="soon">
            Cơ quan chưa có tài khoản nào khác làm thay được. Vẫn ghi được ngày nghỉ; nhờ quản trị mời thêm người nếu
            cần.
          </Note>
        ) : (
          <>
            <SelectField
              name="deputy"
              label="Người làm thay"
              empty="Không có người làm thay"
              optional
              hint={
                colleagues.some((one) => otherOffice(place, one))
                  ? 'Người của cơ quan khác làm thay khi người đứng đầu cơ quan đó đồng ý.'
                  : undefined
              }
              choices={colleagues.map((one) => asChoice(one, place))}
            />
            <Checkboxes
              name="acts"
              label="Việc được làm thay"
              hint="Bỏ trống khi không có người làm thay"
              optional="sometimes"
              choices={choicesOf(actGroups)}
            />
          </>
        )}
        <TextField
          name="number"
          label="Số văn bản cho nghỉ, giao làm thay"
          hint="Ví dụ: 12/QĐ-UBND; 34/GNP"
          width="mid"
        />
        <DateField name="dated" label="Ngày văn bản" />
        <FormEnd>
          <Button kind="main">Ghi nghỉ, giao làm thay</Button>
          <Button kind="bare" href={delegationPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});

const asChoice = (one: Place, away: Place) => ({
  value: one.appointment,
  label: [one.name, one.position ?? roleWords[one.role], otherOffice(away, one) && one.organisation]
    .filter(Boolean)
    .join(', '),
});
