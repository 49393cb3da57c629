// Two tasks the province gave to the commune, invented: one under way, one reported and waiting; one of the Ministry's to the province.
import { type DemoTools, demoHand } from '#features/identity';
import { addDays } from '#law/days';
import { noteTask, reportTask } from './acts.ts';
import { giveTask } from './giving.ts';
import { recordConclusion } from './meetings.ts';

/** `bodies`: the invented team of the province and committee of the commune. */
export async function demoTasks(
  tools: DemoTools,
  bodies: { readonly team: string; readonly committee: string },
): Promise<void> {
  const ministry = await demoHand(tools, 'ministry');
  const province = await demoHand(tools, 'province');
  const commune = await demoHand(tools, 'commune');
  const unit = commune.actor.unit ?? '';
  const meeting = { kind: 'conclusion' as const, item: 'Kết luận 2 (giả định)' };
  const survey = await giveTask.run(
    province,
    {
      ...{ ...meeting, unit, dueOn: addDays(tools.day, 12) },
      words:
        'Rà soát sản phẩm có giấy chứng nhận sắp hết hạn trong năm, lập danh sách chủ thể cần hướng dẫn đánh giá lại (giả định).',
    },
    undefined,
  );
  await noteTask.run(
    commune,
    { id: survey.id, words: 'Đã gọi điện cho từng chủ thể; còn hai chủ thể chưa trả lời (giả định).', percent: 70 },
    undefined,
  );
  const training = await giveTask.run(
    province,
    {
      ...{ kind: 'dispatch' as const, unit, term: 'Trong quý IV' },
      words: 'Mở một buổi hướng dẫn ghi nhãn và dùng nhãn hiệu chứng nhận OCOP cho chủ thể trên địa bàn (giả định).',
    },
    undefined,
  );
  await reportTask.run(commune, { id: training.id, words: 'Đã mở một buổi, 14 chủ thể dự (giả định).' }, undefined);
  await giveTask.run(
    ministry,
    {
      ...{ kind: 'dispatch' as const, unit: province.actor.area ?? '', dueOn: addDays(tools.day, 20) },
      words: 'Báo cáo kết quả kiểm tra việc dùng nhãn hiệu chứng nhận OCOP trên địa bàn tỉnh (giả định).',
    },
    undefined,
  );
  await recordConclusion.run(
    province,
    {
      ...{ body: bodies.team, title: 'Họp Tổ công tác điều phối OCOP tháng này (giả định)' },
      heldOn: addDays(tools.day, -6),
      chairedBy: 'Tổ trưởng (giả định)',
      words: 'Tập trung hoàn thành hồ sơ đợt đánh giá đang mở; không để sản phẩm hết hạn mà chưa nộp hồ sơ (giả định).',
      tasks: [
        {
          ...{ ownerBody: bodies.committee, dueOn: addDays(tools.day, 15), item: 'Kết luận 1 (giả định)' },
          words: 'Rà soát điểm bán sản phẩm OCOP trên địa bàn, báo số điểm đang hoạt động (giả định).',
        },
        {
          ...{ ownerBody: bodies.team, term: 'Trước kỳ họp sau', item: 'Kết luận 2 (giả định)' },
          words: 'Dự thảo lịch kiểm tra việc dùng nhãn hiệu chứng nhận OCOP quý tới (giả định).',
        },
      ],
    },
    undefined,
  );
}
