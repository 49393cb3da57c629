// A producer's record filled in part by part, and two records that may be one. All invented.
import { type DemoTools, demoHand } from '#features/identity';
import type { PartValue } from '#features/record-parts';
import { demoId } from '#features/registry';
import { addDays } from '#law/days';
import { partActs, registerProducer } from './acts.ts';
import { refreshKeys } from './duplicates.ts';
import { type PartKey, partOf } from './sections.ts';

/** The cooperative that was a household, with contract, certificate, consent and contacts; a second record of one household. */
export async function demoProducerRecords(tools: DemoTools): Promise<void> {
  const hand = await demoHand(tools, 'producer');
  const id = demoId('producer', 'canh-dieu');
  const say = async (key: PartKey, given: PartValue) => {
    const found = partActs.find(({ part }) => part === partOf(key));
    if (!found) throw new Error(`no act for ${key}`);
    await found.act.run(hand, { id, ...given }, undefined);
  };
  const { day } = tools;
  await say('kind', {
    type: 'householdBusiness',
    nature: 'mistake',
    reason: 'Trước năm 2021 là hộ kinh doanh (giả định)',
  });
  await say('kind', { type: 'cooperative', from: '2021-05-10', reason: 'Mười hai hộ lập hợp tác xã (giả định)' });
  await say('representative', {
    ...{ name: 'Nguyễn Văn Giả', position: 'Giám đốc', sex: 'male', ethnicity: 'Kinh' },
    from: '2021-05-10',
  });
  await say('contract', {
    ...{ partner: 'Tổ trồng dong Bãi Giữa (giả định)', kind: 'growing', what: 'Củ dong riềng', area: 12.5 },
    ...{ quantity: '300 tấn', begins: addDays(day, -400), ends: addDays(day, 330) },
  });
  await say('certification', {
    ...{
      kind: 'HACCP',
      scope: 'Xưởng tráng miến',
      number: '01/HACCP (giả định)',
      issuer: 'Tổ chức chứng nhận giả định',
    },
    ...{ issuedOn: addDays(day, -300), endsOn: addDays(day, 795) },
  });
  await say('chain', {
    ...{ model: 'circular', materialArea: 'Bãi dong riềng Bãi Giữa (giả định)' },
    ...{ how: 'Bã dong làm phân bón cho bãi trồng', begins: addDays(day, -300) },
  });
  await say('consent', {
    ...{
      what: 'contact',
      purpose: 'Để khách đặt hàng gọi được',
      how: 'Tự ghi trên hệ thống',
      since: addDays(day, -200),
    },
  });
  const office = await demoHand(tools, 'commune');
  const twin = {
    name: 'HKD Nắng Sớm (giả định)',
    type: 'householdBusiness',
    commune: office.actor.unit,
    another: true,
  };
  const made = await registerProducer.run(office, twin as never, undefined);
  await tools.tx.updateTable('producer').set({ invented: true }).where('id', '=', made.id).execute();
  await refreshKeys(tools.tx, day);
}
