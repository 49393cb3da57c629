// Reports of the demonstration: one of a commune its province has accepted, one the province is still writing.
import { type DemoTools, demoHand } from '#features/identity';
import { acceptReport, keepFinding, sendReport, writeReport } from './acts.ts';
import { unsettledOf } from './frozen.ts';
import { startReport } from './start.ts';

const TEXT = {
  direction: 'Ủy ban nhân dân xã đã ban hành kế hoạch, phân công 1 công chức theo dõi (giả định).',
  achievements: 'Chủ thể đã quen nộp hồ sơ trên điện thoại; hồ sơ trả lại giảm (giả định).',
  difficulties: 'Một số sản phẩm cũ chưa đủ phiếu kiểm nghiệm (giả định).',
  tasks: 'Hướng dẫn chủ thể đánh giá lại đúng khung thời gian (giả định).',
};

/** Sends and accepts the commune's report on the last calendar year, and leaves a review of the province in draft, with a share that does not fit. */
export async function demoReports(tools: DemoTools): Promise<void> {
  const [commune, province] = [await demoHand(tools, 'commune'), await demoHand(tools, 'province')];
  const year = Number(tools.day.slice(0, 4));
  const { id } = await startReport.run(commune, { template: 'annual', period: 'year', year: year - 1 }, undefined);
  await writeReport.run(commune, { id, paragraphs: TEXT }, undefined);
  for (const finding of await unsettledOf(tools.tx, id, tools.day))
    await keepFinding.run(commune, { id, finding, reason: 'Danh sách gốc không ghi (giả định)' }, undefined);
  await sendReport.run(commune, { id }, undefined);
  await acceptReport.run(province, { id }, undefined);
  const period = { template: 'mid-term', period: 'programme', year: year - 1 } as const;
  const draft = await startReport.run(province, period, undefined);
  const direction = 'Tỉnh đã có 160/334 = 60 % cán bộ xã qua tập huấn (giả định, để thấy phần kiểm tra số liệu).';
  await writeReport.run(province, { id: draft.id, paragraphs: { direction } }, undefined);
}
