import { unitsIn } from '#features/units';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Checkboxes, Form, FormEnd, Note } from '#ui';
import { findLocalPlace, producersOf } from '../queries.ts';
import { localPlacePaths } from '../urls.ts';
import { PlaceFields } from './form.tsx';

/** Corrects one, and says which producers of its commune work there. */
export const localPlacePage = page({
  permission: 'localPlace.correct',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const place = await findLocalPlace(ctx.db, id, ctx.day);
    if (!place) throw notFound();
    const [communes, near] = await Promise.all([
      place.province === null ? [] : unitsIn(ctx.db, place.province, ctx.day),
      producersOf(ctx.db, place.commune),
    ]);
    const here = new Map([...place.producers, ...near].map((one) => [one.id, one]));
    return { place, communes, producers: [...here.values()] };
  },
  head: ({ place }) => ({
    title: place.name,
    here: '/so-san-pham',
    up: { href: localPlacePaths.list, words: 'Làng nghề, vùng nguyên liệu' },
  }),
  view: ({ place, communes, producers }, ctx) => (
    <div class="form stack-5">
      <div class="row between">
        <h1>{place.name}</h1>
        <Button kind="bare" href={localPlacePaths.village(place.id)}>
          Trang công khai
        </Button>
      </div>
      {place.commune === null && (
        <Note kind="soon" title="Chưa xếp được xã.">
          Nguồn ghi: {place.formerPlace ?? 'không có địa chỉ'}. Chọn xã hiện nay.
        </Note>
      )}
      {place.source && <p class="sm mut">Nguồn: {place.source}</p>}
      <Form
        action={localPlacePaths.one(place.id)}
        state={ctx.form('localPlace.correct')}
        version={place.version}
        class="stack-5"
      >
        <PlaceFields value={place} communes={communes.map(({ id, name }) => ({ value: id, label: name }))} />
        {producers.length > 0 && (
          <Checkboxes
            name="producers"
            label="Chủ thể ở đây"
            optional
            values={place.producers.map(({ id }) => id)}
            choices={producers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FormEnd>
          <Button kind="main">Lưu</Button>
          <Button kind="bare" href={localPlacePaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
