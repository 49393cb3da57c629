import type { FormState } from '#platform/http/context';
import { page } from '#platform/http/page';
import { Button, EmptyState, Form, formatDay, formatWeekday } from '#ui';
import { feedToken, openFeed } from '../feed.ts';
import { eventsOf } from '../queries.ts';
import { type CalendarEvent, monthQuery } from '../schema.ts';
import { calendarPaths } from '../urls.ts';
import { daysOf, eventsOn, kindWords, type Month, monthBeside, monthOf, monthWords, weeksOf } from '../words.ts';

const WEEKDAYS = ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật'];
const linkTo = (month: Month) => `${calendarPaths.month}?thang=${month}`;

/** One's own days by month: a sheet of weeks on a desk, a list on a phone; below, the address to subscribe to. */
export const calendarPage = page({
  permission: 'calendar.read',
  query: monthQuery,
  shell: 'auto',
  async load(ctx, _params, { thang }) {
    const month = thang ?? monthOf(ctx.day);
    const [events, feed] = await Promise.all([eventsOf(ctx, ...daysOf(month)), openFeed(ctx.db, ctx.actor)]);
    const address = feed && `${ctx.baseUrl}${calendarPaths.feed(feedToken(ctx.secret, feed.id))}`;
    return { month, events, address, day: ctx.day, producer: ctx.actor.role === 'producer' };
  },
  head: ({ producer }) => ({
    title: 'Lịch',
    ...(producer
      ? { here: '/cua-toi' }
      : { here: '/viec-cua-toi', up: { href: '/viec-cua-toi', words: 'Việc của tôi' } }),
  }),
  view: ({ month, events, address, day, producer }, ctx) => (
    <div class="stack-7">
      <div class="row between">
        <h1>Lịch</h1>
        <Button href={calendarPaths.file} icon="down" download>
          Tải lịch (.ics)
        </Button>
      </div>
      <section class="stack" aria-labelledby="thang">
        <div class="row between">
          <h2 id="thang">{monthWords(month)}</h2>
          <nav class="row" aria-label="Đổi tháng">
            <Button href={linkTo(monthBeside(month, -1))} icon="left">
              Tháng trước
            </Button>
            <Button href={linkTo(monthBeside(month, 1))} iconAfter="right">
              Tháng sau
            </Button>
          </nav>
        </div>
        {!producer && <Weeks month={month} events={events} day={day} />}
        <div class={producer ? '' : 'desk:hidden'}>
          <Days events={events} />
        </div>
      </section>
      <Subscription
        address={address}
        open={ctx.form('account.openCalendar')}
        close={ctx.form('account.closeCalendar')}
      />
    </div>
  ),
});

function Weeks({ month, events, day }: { month: Month; events: readonly CalendarEvent[]; day: string }) {
  return (
    <table class="cal hidden desk:table">
      <caption class="sr">{monthWords(month)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((one) => (
              <td
                key={one}
                class={monthOf(one) === month ? '' : 'other'}
                {...(one === day ? { 'aria-current': 'date' } : {})}
              >
                <span class="num">{Number(one.slice(8))}</span>
                {monthOf(one) === month &&
                  eventsOn(events, one).map((event) => <Event key={event.uid} event={event} />)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Event({ event: { kind, title, note, href } }: { event: CalendarEvent }) {
  return (
    <div class={`ev ${kind}`}>
      {href === null ? title : <a href={href}>{title}</a>}
      {note !== null && <span class="sub">{note}</span>}
    </div>
  );
}

function Days({ events }: { events: readonly CalendarEvent[] }) {
  if (events.length === 0)
    return <EmptyState title="Tháng này chưa có gì">Ngày họp, ngày cuối của đợt và hạn việc sẽ hiện ở đây.</EmptyState>;
  return (
    <ol class="border-t-2 border-ink-1">
      {events.map((event) => (
        <li key={event.uid} class="border-b border-line py-3">
          <p class="sm mut first-letter:uppercase">
            {formatWeekday(event.day)}
            {event.until !== undefined && event.until !== event.day && ` đến ${formatDay(event.until)}`} ·{' '}
            {kindWords[event.kind]}
          </p>
          <p>{event.href === null ? <b>{event.title}</b> : <a href={event.href}>{event.title}</a>}</p>
          {event.note !== null && <p class="sm ink2">{event.note}</p>}
        </li>
      ))}
    </ol>
  );
}

function Subscription({ address, open, close }: { address: string | undefined; open: FormState; close: FormState }) {
  return (
    <section class="stack max-w-[42rem]" aria-labelledby="dang-ky">
      <h2 id="dang-ky">Xem trong lịch điện thoại, máy tính</h2>
      {address === undefined ? (
        <p>Tạo một địa chỉ riêng rồi thêm vào ứng dụng lịch (đăng ký lịch theo địa chỉ); lịch tự cập nhật.</p>
      ) : (
        <>
          <p>
            Thêm địa chỉ này vào ứng dụng lịch. Ai có địa chỉ đều xem được lịch của bạn: không gửi cho người khác; lộ
            thì tạo địa chỉ mới, địa chỉ cũ hết dùng ngay.
          </p>
          <p class="note break-all">
            <code id="dia-chi-lich">{address}</code>
          </p>
        </>
      )}
      <div class="row">
        <Form action={calendarPaths.open} state={open} summary={false}>
          <Button kind={address === undefined ? 'main' : 'plain'}>
            {address === undefined ? 'Tạo địa chỉ đăng ký' : 'Tạo địa chỉ mới'}
          </Button>
        </Form>
        {address !== undefined && (
          <Form action={calendarPaths.close} state={close} summary={false}>
            <Button kind="stop">Hủy địa chỉ</Button>
          </Form>
        )}
      </div>
    </section>
  );
}
