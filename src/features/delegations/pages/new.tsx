import { z } from 'zod';
import { roleWords } from '#features/identity';
import { uuid } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { actGroups } from '#policy';
import { Button, Checkboxes, DateField, Form, FormEnd, Note, SelectField, TextField } from '#ui';
import { colleaguesFor, type Place, placesOf } from '../queries.ts';
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
    const places = await placesOf(ctx.db, other ? (nguoi ?? account) : account, ctx.day);
    const place = other ? places[0] : places.find((one) => one.role === role && one.unit === unit);
    if (!place || (other && place.account === account)) throw notFound();
    return { place, other, colleagues: await colleaguesFor(ctx.db, place, ctx.day) };
  },
  head: ({ place }) => ({
    title: `Ghi nghỉ: ${place.name}`,
    here: '/viec-cua-toi',
    up: { href: delegationPaths.list, words: 'Nghỉ, làm thay' },
  }),
  view: ({ place, other, colleagues }, ctx) => (
    <div class="form stack-5">
      <div>
        <h1>Ghi nghỉ, giao làm thay</h1>
        <p class="mut">
          Người vắng: {place.name}, {place.position ?? roleWords[place.role]}
        </p>
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
              choices={colleagues.map(asChoice)}
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

const asChoice = ({ appointment, name, position, role }: Place) => ({
  value: appointment,
  label: `${name}, ${position ?? roleWords[role]}`,
});
