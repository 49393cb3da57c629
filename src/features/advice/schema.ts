import { z } from 'zod';
import { choice, day, email, file, flag, phone, text, uuid } from '#platform/http/fields';

/** What a team may ask for. */
export const requestKinds = { paper: 'Giấy tờ, tài liệu', test: 'Kết quả kiểm nghiệm' } as const;

/** The team as the council's decision names it; people need no account. */
export const nameTeam = z.strictObject({
  id: uuid(),
  members: z
    .array(
      z.strictObject({
        name: text({ label: 'Họ tên', max: 120 }),
        job: text({ label: 'Chức vụ', max: 160 }).optional(),
        organisation: text({ label: 'Đơn vị', max: 200 }),
        leader: flag({ label: 'Tổ trưởng' }),
      }),
    )
    .max(40)
    .default([])
    .meta({ label: 'Thành viên Tổ tư vấn' }),
});

const member = uuid({ label: 'Thành viên Tổ tư vấn' });
/** An account there is by its name, or an address to invite. */
export const linkAdviser = z.strictObject({
  id: uuid(),
  member,
  name: text({ label: 'Tài khoản đã có', max: 254 }).optional(),
  email: email({ label: 'Thư điện tử' }).optional(),
  phone: phone({ label: 'Số điện thoại' }).optional(),
});
export const unlinkAdviser = z.strictObject({ id: uuid(), member });

export const assignAdvisers = z.strictObject({
  id: uuid(),
  dueOn: day({ label: 'Hạn nộp phần thẩm tra' }).optional(),
  members: z
    .array(uuid({ label: 'Thành viên' }))
    .max(40)
    .default([])
    .meta({ label: 'Giao cho' }),
});

export const requestPapers = z.strictObject({
  id: uuid(),
  kind: choice(requestKinds, { label: 'Cần gì' }),
  what: text({ label: 'Nội dung cần bổ sung', max: 2000, lines: 'many' }),
  dueOn: day({ label: 'Hạn gửi' }).optional(),
});

/** Papers of the wallet, a new one, or words where there is none yet. */
export const answerRequest = z.strictObject({
  id: uuid(),
  request: uuid({ label: 'Đề nghị' }),
  papers: z
    .array(uuid({ label: 'Giấy tờ' }))
    .max(40)
    .default([])
    .meta({ label: 'Giấy tờ gửi kèm' }),
  file: file({ label: 'Giấy tờ mới' }).optional(),
  kind: text({ label: 'Loại giấy tờ', max: 40 }).optional(),
  title: text({ label: 'Tên giấy tờ mới', max: 300 }).optional(),
  answer: text({ label: 'Lời gửi Tổ tư vấn', max: 2000, lines: 'many' }).optional(),
});

export const recordVisit = z.strictObject({
  id: uuid(),
  /** The planned visit this is the outcome of. */
  plan: uuid({ label: 'Cuộc khảo sát đã hẹn' }).optional(),
  visitedOn: day({ label: 'Ngày khảo sát' }),
  place: text({ label: 'Nơi khảo sát', max: 300 }),
  coordinates: text({ label: 'Tọa độ', max: 60, hint: 'Ví dụ: 20.651230, 106.051230' }).optional(),
  people: text({ label: 'Người tham gia', max: 2000, lines: 'many' }),
  findings: text({ label: 'Kết quả khảo sát', max: 6000, lines: 'many' }),
  proposal: text({ label: 'Đề nghị', max: 2000, lines: 'many' }).optional(),
  photos: z
    .array(file({ label: 'Ảnh', takes: 'picture' }))
    .max(20, 'Mỗi lần nhiều nhất 20 ảnh')
    .default([])
    .meta({ label: 'Ảnh' }),
});

export const signVisit = z.strictObject({
  id: uuid(),
  visit: uuid({ label: 'Cuộc khảo sát' }),
  file: file({ label: 'Biên bản đã ký', takes: 'office' }),
});

/** A visit still to come. */
const planned = {
  visitOn: day({ label: 'Ngày khảo sát' }),
  startsAt: text({ label: 'Giờ', max: 20 }).optional(),
  place: text({ label: 'Nơi khảo sát', max: 300 }),
};
const one = { id: uuid(), plan: uuid({ label: 'Cuộc khảo sát' }) };
export const planVisit = z.strictObject({
  id: uuid(),
  ...planned,
  people: text({ label: 'Người đến', max: 2000, lines: 'many' }),
  purpose: text({ label: 'Nội dung, điều chủ thể cần chuẩn bị', max: 1000, lines: 'many' }).optional(),
});
export const moveVisit = z.strictObject({
  ...one,
  ...planned,
  reason: text({ label: 'Vì sao dời', max: 1000, lines: 'many' }),
});
export const cancelVisit = z.strictObject({
  ...one,
  reason: text({ label: 'Vì sao hủy', max: 1000, lines: 'many' }),
});

/** The own part as it stands: words by matter, papers added and dropped. */
export const savePart = z.strictObject({
  id: uuid(),
  member,
  findings: z.record(z.string().max(20), text({ label: 'Nhận xét', min: 0, max: 3000, lines: 'many' })).default({}),
  proposal: text({ label: 'Đề xuất với Hội đồng', max: 3000, lines: 'many' }).optional(),
  files: z
    .array(file({ label: 'Tài liệu kèm theo', takes: 'office' }))
    .max(10, 'Mỗi lần nhiều nhất 10 tệp')
    .default([])
    .meta({ label: 'Tài liệu kèm theo' }),
  drop: z
    .array(uuid({ label: 'Tệp' }))
    .max(40)
    .default([])
    .meta({ label: 'Bỏ tệp' }),
});
export const handInPart = z.strictObject({ id: uuid(), member });
export const giveBackPart = z.strictObject({
  id: uuid(),
  member,
  reason: text({ label: 'Điều cần sửa', max: 1000, lines: 'many' }),
});
export const partRow = z.object({ id: uuid(), draftVersion: z.int(), handedIn: z.boolean() });

/** What is told back after an act on a dossier. */
export const adviceRow = z.object({ id: uuid(), state: z.string(), version: z.int() });
export type AdviceRow = z.output<typeof adviceRow>;
export const councilRow = z.object({ id: uuid(), version: z.int() });
