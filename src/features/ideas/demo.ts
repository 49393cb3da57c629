// Three ideas, all invented: one new, one being helped, one ready for its dossier.
import { type DemoTools, demoHand } from '#features/identity';
import { demoId } from '#features/registry';
import { adviseIdea, enterIdea, readyIdea } from './acts.ts';

export async function demoIdeas(tools: DemoTools): Promise<void> {
  const commune = await demoHand(tools, 'commune');
  const producer = await demoHand(tools, 'producer');
  const first = await enterIdea.run(
    commune,
    {
      ...{ name: 'Tinh bột nghệ (giả định)', person: 'Hộ Trần Giả Định (giả định)' },
      missing: 'Đăng ký kinh doanh, phiếu kiểm nghiệm, nhãn (giả định)',
    },
    undefined,
  );
  const helped = await enterIdea.run(
    commune,
    {
      ...{ name: 'Tương ớt bãi (giả định)', person: 'Tổ phụ nữ Bãi Giữa (giả định)' },
      ...{ missing: 'Phiếu kiểm nghiệm, bao bì', supporter: 'Hội Phụ nữ xã (giả định)' },
    },
    undefined,
  );
  await adviseIdea.run(commune, { id: helped.id }, undefined);
  const ready = await enterIdea.run(
    producer,
    {
      ...{ name: 'Bánh phở dong (giả định)', producer: demoId('producer', 'canh-dieu'), productSet: '26-2026/06' },
      ...{ missing: 'Không còn thiếu', supporter: 'Cán bộ xã (giả định)' },
    },
    undefined,
  );
  await readyIdea.run(producer, { id: ready.id }, undefined);
  const all = [first.id, helped.id, ready.id];
  await tools.tx.updateTable('product_idea').set({ invented: true }).where('id', 'in', all).execute();
}
