import ical from 'ical-generator';
import { addDays } from '#law/days';
import type { CalendarEvent } from './schema.ts';

const instantOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** The events as an iCalendar file (RFC 5545): whole days, which need no clock; times of change in UTC. */
export function icsOf(events: readonly CalendarEvent[], { baseUrl }: { baseUrl: string }): string {
  const calendar = ical({
    name: 'Sao Làng',
    prodId: { company: 'Sao Làng', product: 'Lịch', language: 'VI' },
    ttl: 3600,
  });
  calendar.x('X-WR-TIMEZONE', 'Asia/Ho_Chi_Minh');
  for (const event of events) {
    calendar.createEvent({
      id: `${event.uid}@${new URL(baseUrl).hostname}`,
      sequence: event.version,
      allDay: true,
      start: instantOf(event.day),
      end: instantOf(addDays(event.until ?? event.day, 1)),
      stamp: event.changedAt,
      summary: event.note === null || event.kind === 'session' ? event.title : `${event.title}: ${event.note}`,
      ...(event.kind === 'session' && event.note !== null ? { location: event.note } : {}),
      ...(event.href === null ? {} : { url: `${baseUrl}${event.href}` }),
    });
  }
  return calendar.toString();
}
