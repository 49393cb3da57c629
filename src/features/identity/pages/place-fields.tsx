import type { Kysely } from 'kysely';
import { z } from 'zod';
import { unitsIn } from '#features/units';
import type { DB } from '#platform/db/schema.generated';
import { choice, uuid } from '#platform/http/fields';
import { takers } from '#policy';
import { Button, Form, Note, SelectField, TextField, Tick } from '#ui';
import { bodyOfRole } from '../accounts.ts';
import { producersIn } from '../queries.ts';
import { type GivenRole, givenRoles } from '../schema.ts';

/** Role, province and commune chosen so far, in the page's address: each choice shows the next without JavaScript. */
export const placeQuery = z.object({
  vai: choice(givenRoles).optional().catch(undefined),
  tinh: uuid().optional().catch(undefined),
  xa: uuid().optional().catch(undefined),
});
export type PlaceQuery = z.output<typeof placeQuery>;

type Options = readonly { value: string; label: string }[];

export interface PlaceChoice {
  readonly role: GivenRole | undefined;
  readonly province: string | undefined;
  readonly commune: string | undefined;
  readonly provinces: Options;
  readonly communes: Options;
  readonly producers: Options;
  /** Everything the role needs has been chosen. */
  readonly ready: boolean;
}

/** The lists to choose from, as far as the choice has come. */
export async function readPlaceChoice(
  db: Kysely<DB>,
  { vai, tinh, xa }: PlaceQuery,
  day: string,
): Promise<PlaceChoice> {
  const body = vai === undefined ? null : bodyOfRole[vai];
  const options = async (parent: string | null) =>
    (await unitsIn(db, parent, day)).map(({ id, name }) => ({ value: id, label: name }));
  const provinces = body === null ? [] : await options(null);
  const communes = (body === 'commune' || body === 'producer') && tinh !== undefined ? await options(tinh) : [];
  const producers = body === 'producer' && xa !== undefined ? await producersIn(db, xa) : [];
  const ready =
    vai !== undefined &&
    (body === null ||
      (body === 'province' && tinh !== undefined) ||
      (body === 'commune' && xa !== undefined) ||
      (body === 'producer' && producers.length > 0));
  return { role: vai, province: tinh, commune: xa, provinces, communes, producers, ready };
}

/** First part: which role, at which body. A search form, so that going back keeps every choice. */
export function PlaceChooser({ action, choice: chosen }: { action: string; choice: PlaceChoice }) {
  const body = chosen.role === undefined ? null : bodyOfRole[chosen.role];
  return (
    <Form action={action} method="get" label="Vai trò và nơi làm việc" class="stack">
      <SelectField
        name="vai"
        label="Vai trò"
        empty="Chọn vai trò"
        value={chosen.role}
        choices={Object.entries(givenRoles).map(([value, label]) => ({ value, label }))}
      />
      {body !== null && (
        <SelectField
          name="tinh"
          label="Tỉnh, thành phố"
          empty="Chọn tỉnh"
          value={chosen.province}
          choices={chosen.provinces}
        />
      )}
      {chosen.communes.length > 0 && (
        <SelectField
          name="xa"
          label="Xã, phường"
          empty="Chọn xã, phường"
          value={chosen.commune}
          choices={chosen.communes}
        />
      )}
      {body === 'producer' && chosen.commune !== undefined && chosen.producers.length === 0 && (
        <Note kind="soon">Xã này chưa có chủ thể nào trong sổ. Ghi chủ thể trước rồi mời.</Note>
      )}
      <Button kind={chosen.ready ? 'plain' : 'main'}>{chosen.ready ? 'Chọn lại' : 'Tiếp tục'}</Button>
    </Form>
  );
}

/** Hidden values of the chosen place, for the form that acts. */
export function placeValues({ role, province, commune }: PlaceChoice): Record<string, string> {
  const body = role === undefined ? null : bodyOfRole[role];
  const unit = body === 'province' ? province : body === 'commune' ? commune : undefined;
  return { ...(role === undefined ? {} : { role }), ...(unit === undefined ? {} : { unit }) };
}

/** The rest of a role: for whom, from which office, as what. */
export function PlaceDetails({ choice: chosen }: { choice: PlaceChoice }) {
  return (
    <>
      {chosen.producers.length > 0 && (
        <SelectField name="producer" label="Chủ thể" empty="Chọn chủ thể" choices={chosen.producers} />
      )}
      <TextField name="organisation" label="Cơ quan" hint="Ví dụ: Sở Công Thương" maxLength={200} optional />
      <TextField name="position" label="Chức vụ" maxLength={100} optional />
      {chosen.role !== undefined && Object.hasOwn(takers, chosen.role) && (
        <Tick
          name="headsOffice"
          label="Đứng đầu cơ quan: ghi nghỉ cho người của cơ quan, đồng ý cho người của cơ quan làm thay ở cơ quan khác"
        />
      )}
    </>
  );
}
