/** One's own days by month, as a file and as an address to subscribe to. */
import {
  calendarFeed,
  calendarFile,
  calendarPage,
  calendarPaths,
  closeCalendar,
  openCalendar,
} from '#features/calendar';
import { api, get, post, type Route } from '#platform/http/routes';

const toMonth = { page: calendarPage, back: () => calendarPaths.month };

export const calendar: readonly Route[] = [
  get(calendarPaths.month, calendarPage),
  get(calendarPaths.file, calendarFile),
  get(calendarPaths.feed(':token'), calendarFeed),
  post(calendarPaths.open, openCalendar, {
    ...toMonth,
    done: () => 'Đã tạo địa chỉ; địa chỉ trước đó, nếu có, hết dùng.',
  }),
  post(calendarPaths.close, closeCalendar, { ...toMonth, done: () => 'Đã hủy địa chỉ đăng ký lịch.' }),
  api('POST', '/account/calendar', openCalendar),
  api('DELETE', '/account/calendar', closeCalendar),
];
