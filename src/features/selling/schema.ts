import { z } from 'zod';
import { choice, text, uuid } from '#platform/http/fields';

export const MONTHS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;
export const MOST_LINKS = 5;

const outside = text({ label: 'Đường dẫn', max: 300 }).refine(isOutside, 'Ghi địa chỉ bắt đầu bằng https://');

/** A plain https address of a host with a dot: no account in it, no port. */
function isOutside(href: string): boolean {
  if (!URL.canParse(href)) return false;
  const { protocol, username, password, port, hostname } = new URL(href);
  return protocol === 'https:' && username === '' && password === '' && port === '' && /\.[a-z]{2,}$/i.test(hostname);
}

export const declareSelling = z.strictObject({
  id: uuid(),
  links: z
    .array(z.strictObject({ href: outside }))
    .max(MOST_LINKS)
    .default([])
    .meta({ label: 'Trang bán hàng' }),
  place: text({ label: 'Cửa hàng, điểm bán', max: 500, lines: 'many' }).optional(),
  season: z
    .array(choice(['all', ...MONTHS]))
    .max(13)
    .default([])
    .meta({ label: 'Tháng có hàng' }),
});
export const sellingOut = z.object({ id: uuid(), version: z.int() });
export const seasonQuery = z.object({ thang: choice(MONTHS).optional().catch(undefined) });
