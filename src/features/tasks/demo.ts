// Two tasks the province gave to the commune, invented: one under way, one reported and waiting; one of the Ministry's to the province.
import { type DemoTools, demoHand } from '#features/identity';
import { addDays } from '#law/days';
import { giveTask, noteTask, reportTask } from './acts.ts';

export async function demoTasks(tools: DemoTools): Promise<void> {
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
    { id: survey.id, words: 'Đã gọi điện cho từng chủ thể; còn hai chủ thể chưa trả lời (giả định).' },
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
}
