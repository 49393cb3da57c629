import { z } from 'zod';
import { type PlaceOfProducer, PlacesSection, placesOfProducer } from '#features/local-places';
import { agreedTo, type Fact, type PartOn, PartSection } from '#features/record-parts';
import { PRODUCER_TYPES } from '#law/dossier';
import { byId, day } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { Button, DateField, FactsList, Form, formatDay, Note } from '#ui';
import { type Join, joinsOf, readUsers, type User } from '../people.ts';
import { factsOf, formerNames, getProducer, type ProducerRow, recordOn } from '../record.ts';
import { PARTS } from '../sections.ts';
import { pathsOf, producerPaths } from '../urls.ts';

interface Data {
  readonly row: ProducerRow;
  readonly parts: readonly PartOn[];
  readonly facts: readonly Fact[];
  readonly users: readonly User[];
  readonly joins: readonly Join[];
  readonly places: readonly PlaceOfProducer[];
  /** The reader keeps the register of villages and areas. */
  readonly keepsPlaces: boolean;
  /** The day shown; today when none was asked for. */
  readonly on: string;
  readonly past: boolean;
  readonly mayChange: boolean;
  readonly mayJoin: boolean;
}

/** One producer, whole: every part with its own way to change it, today or as of a past day. */
export const producerRecordPage = page({
  permission: 'producer.readRestricted',
  params: byId,
  query: z.object({ ngay: day({ label: 'Ngày' }).optional().catch(undefined) }),
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }, { ngay }): Promise<Data | ReturnType<typeof redirect>> {
    const row = await getProducer(ctx.db, id, ctx.day);
    if (row.joinedInto !== null) return redirect(producerPaths.one(row.joinedInto));
    const on = ngay !== undefined && ngay < ctx.day ? ngay : ctx.day;
    const [facts, users, joins, places, mayChange, mayJoin, keepsPlaces] = await Promise.all([
      factsOf(ctx.db, id),
      readUsers(ctx.db, id, on),
      joinsOf(ctx.db, id),
      placesOfProducer(ctx.db, id),
      ctx.may('producer.correct', id),
      ctx.may('producer.join', id),
      ctx.may('localPlace.correct'),
    ]);
    const past = on < ctx.day;
    return {
      ...{ row, facts, users, on, past, parts: recordOn(row, facts, on, ctx.day) },
      ...{ joins, places, keepsPlaces, mayChange: mayChange && !past, mayJoin: mayJoin && !past },
    };
  },
  personal: (_data, { id }) => ({ subject: id, what: 'producer record' }),
  head: ({ row }, ctx) => ({
    title: row.name,
    ...(ctx.actor.role === 'producer'
      ? { here: '/cua-toi', up: { href: '/cua-toi', words: 'Việc của tôi' } }
      : { here: '/so-san-pham' }),
  }),
  view: (data, ctx) => (
    <div class="stack-7 max-w-[46rem]">
      <Head {...data} />
      {ctx.actor.role !== 'producer' && <Joins {...data} />}
      {data.parts.map((on) => (
        <div key={on.part.key}>
          <PartSection on={on} edit={data.mayChange ? pathsOf(data.row.id) : null} />
          {on.part.key === PARTS.contact.key && <ContactNote {...data} contact={on} />}
        </div>
      ))}
      <PlacesSection places={data.places} keeps={data.keepsPlaces} />
      <Users users={data.users} />
    </div>
  ),
});

function Head({ row, facts, on, past, parts }: Data) {
  const name = parts.find(({ part }) => part.key === PARTS.name.key)?.value?.name ?? row.name;
  const type = parts.find(({ part }) => part.key === PARTS.kind.key)?.value?.type;
  const kind = Object.entries(PRODUCER_TYPES).find(([key]) => key === type)?.[1].name;
  const former = formerNames(facts, String(name));
  return (
    <header class="stack">
      <h1>{name}</h1>
      <p class="ink2">
        {[kind, row.place, row.formerPlace && `trước 01/07/2025: ${row.formerPlace}`].filter(Boolean).join(' · ')}
      </p>
      {row.invented && <p class="sm mut">Dữ liệu giả định</p>}
      {former.length > 0 && <p class="sm ink2">Tên khác qua các năm: {former.join('; ')}</p>}
      {past && (
        <Note kind="info" title={`Hồ sơ như ngày ${formatDay(on)}`}>
          theo những gì đã ghi đến hôm nay. <a href={producerPaths.one(row.id)}>Về hôm nay</a>
        </Note>
      )}
      <div class="row line">
        <Form action={producerPaths.one(row.id)} method="get" class="row items-end" label="Xem hồ sơ ngày">
          <DateField
            name="ngay"
            label="Xem như ngày"
            hint={undefined}
            value={past ? formatDay(on) : ''}
            optional="sometimes"
          />
          <Button>Xem</Button>
        </Form>
      </div>
      <p class="row line">
        <Button href={producerPaths.history(row.id)} icon="clock">
          Lịch sử thay đổi
        </Button>
      </p>
    </header>
  );
}

/** Whether the contacts marked for the public are shown, and what is missing. */
function ContactNote({ row, facts, on, past, contact }: Data & { contact: PartOn }) {
  const marked = contact.value?.showPhone === true || contact.value?.showEmail === true;
  if (past || !marked) return null;
  if (row.contactOpen.length > 0) return <p class="sm ink2">Đang hiện trên trang công khai của chủ thể.</p>;
  return (
    <p class="sm ink2">
      {agreedTo(PARTS.consent, facts, 'contact', on)
        ? 'Chưa hiện trên trang công khai: chưa ghi số hoặc thư được chọn.'
        : 'Chưa hiện trên trang công khai: chưa có đồng ý “Hiện liên hệ công khai” còn hiệu lực.'}
    </p>
  );
}

function Users({ users }: { users: readonly User[] }) {
  return (
    <section class="stack" aria-labelledby="nguoi-dung">
      <h2 id="nguoi-dung" class="text-lg">
        Người dùng thay mặt chủ thể
      </h2>
      {users.length === 0 ? (
        <p class="mut">Chưa có ai. Quản trị của tỉnh mở tài khoản cho chủ thể.</p>
      ) : (
        <FactsList
          facts={users.map(({ name, position, since, others }) => ({
            term: name,
            value: [position, `từ ngày ${formatDay(since)}`].filter(Boolean).join(', '),
            sub: others > 0 && `cũng làm việc cho ${others} chủ thể khác`,
          }))}
        />
      )}
    </section>
  );
}

/** Records that were joined into this one, each with the way back. */
function Joins({ row, joins, mayJoin }: Data) {
  if (joins.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="da-nhap">
      <h2 id="da-nhap" class="text-lg">
        Hồ sơ đã nhập vào đây
      </h2>
      <ul class="border-t border-line">
        {joins.map(({ id, name, on }) => (
          <li key={id} class="row between line border-b border-line py-3">
            <span class="grow">
              {name}, nhập ngày {formatDay(on)}
            </span>
            {mayJoin && (
              <Button small href={`${producerPaths.unjoin(row.id)}?nhap=${id}`}>
                Tách lại
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
