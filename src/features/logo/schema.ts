import { z } from 'zod';
import { file, text } from '#platform/http/fields';

/** A mark as its owner gives it out, and the paper that gives the right to show it. */
export const changeLogo = z.strictObject({
  file: file({ label: 'Tệp logo', takes: 'logo' }),
  note: text({ label: 'Căn cứ, nguồn tệp', max: 1000 }),
});
export const removeLogo = z.strictObject({ note: text({ label: 'Lý do gỡ', max: 1000 }) });
