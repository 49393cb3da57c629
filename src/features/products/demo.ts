// A product's record filled in part by part through the years. All invented.
import { type DemoTools, demoHand } from '#features/identity';
import type { PartValue } from '#features/record-parts';
import { demoId } from '#features/registry';
import { addDays } from '#law/days';
import { productPartActs } from './acts.ts';
import { getProduct } from './record.ts';
import { PARTS } from './sections.ts';

/** The noodles of the cooperative: story in two languages, specification, standard, test report, barcode. */
export async function demoProductRecord(tools: DemoTools): Promise<void> {
  const hand = await demoHand(tools, 'producer');
  const id = demoId('product', 'mien-dong');
  const say = async (key: keyof typeof PARTS, given: PartValue) => {
    const found = productPartActs.find(({ part }) => part.key === PARTS[key].key);
    if (!found) throw new Error(`no act for ${key}`);
    await found.act.run(hand, { id, ...given }, undefined);
  };
  const { day } = tools;
  const { columns } = await getProduct(tools.tx, id, day);
  await say('story', {
    ...{ ...columns.story, storyEn: 'Canna grown on the river bank, dried on bamboo trays. (Invented story)' },
    reason: 'Thêm tiếng Anh cho người mua nước ngoài (giả định)',
  });
  await say('specification', {
    ...{ ...columns.specification, ingredients: 'Bột củ dong riềng, nước', shelfLife: '12 tháng' },
    ...{ storage: 'Nơi khô, tránh nắng', use: 'Ngâm nước ấm 10 phút rồi nấu', reason: 'Theo nhãn mới (giả định)' },
  });
  await say('standard', {
    ...{ number: 'TCCS 01:2025 (giả định)', title: 'Miến dong', issuedOn: addDays(day, -420) },
  });
  await say('test', {
    ...{ laboratory: 'Phòng kiểm nghiệm giả định', number: 'KN-118 (giả định)', what: 'Vi sinh, kim loại nặng' },
    ...{ result: 'passed', testedOn: addDays(day, -120), endsOn: addDays(day, 245) },
  });
  await say('barcode', { gtin: '8930000000019', pack: 'Gói 500 g (mã giả định)', since: addDays(day, -400) });
}
