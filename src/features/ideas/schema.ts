import { z } from 'zod';
import type { ideaStates } from '#law/moves/ideas';
import { choice, flag, search, text, uuid } from '#platform/http/fields';

const fields = {
  name: text({ label: 'Tên sản phẩm', max: 200 }),
  producer: uuid({ label: 'Chủ thể' }).optional(),
  person: text({ label: 'Ai sẽ làm', max: 200, hint: 'Khi chủ thể chưa có trong danh bạ' }).optional(),
  commune: uuid({ label: 'Xã, phường, đặc khu' }).optional(),
  productSet: text({ label: 'Bộ sản phẩm', max: 40 }).optional(),
  missing: text({ label: 'Còn thiếu gì', max: 2000, lines: 'many' }).optional(),
  supporter: text({ label: 'Ai hỗ trợ', max: 300 }).optional(),
  round: uuid({ label: 'Đợt dự kiến' }).optional(),
};
const reason = text({ label: 'Lý do', max: 500 });

export const enterIdea = z.strictObject(fields);
/** Everything not sent is emptied. */
export const correctIdea = z.strictObject({ id: uuid(), ...fields });
export const stepIdea = z.strictObject({ id: uuid() });
export const reasonedStep = z.strictObject({ id: uuid(), reason });
/** `type`: the kind of producer, where it has to be entered into the register first; `another`: likely duplicates were seen. */
export const fileIdea = z.strictObject({
  id: uuid(),
  type: text({ label: 'Loại hình', max: 40 }).optional(),
  another: flag({ label: 'Đã xem, đây là chủ thể khác' }).default(false),
});
export const ideaOut = z.object({ id: uuid(), version: z.int() });
export const filedOut = z.object({ id: uuid(), dossier: uuid() });
export type GivenIdea = z.output<typeof enterIdea>;

export const IDEA_STATES = ['idea', 'advised', 'ready', 'dossier', 'dropped'] as const;
export type IdeaState = Exclude<keyof typeof ideaStates, 'new'>;

export const listQuery = z.object({
  q: search().catch(undefined),
  tinhTrang: choice(IDEA_STATES).optional().catch(undefined),
  xa: uuid().optional().catch(undefined),
  after: uuid().optional().catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;
