import { formatDay } from '#ui';
import type { Revocable } from '../queries.ts';

/** Where officers come from. */
export const LIST = '/giay-chung-nhan';

/** The certificate in one line: product, producer, star, the decision that gave it. */
export const thingWords = (found: Revocable) => (
  <>
    <b>{found.product}</b>
    {found.producer && `, ${found.producer}`}
    {found.star !== null && `, ${found.star} sao`}. Quyết định số {found.decision ?? 'chưa ghi'}
    {found.issuedOn && ` ngày ${formatDay(found.issuedOn)}`}
  </>
);
