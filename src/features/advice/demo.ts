// The advisory team of the demonstration at work on one dossier, by the real acts of the provincial office.
import { type DemoSession, teamOf } from '#features/councils';
import { type DemoTools, demoHand } from '#features/identity';
import { demoInRound } from '#features/rounds';
import { addDays } from '#law/days';
import { assignAdvisers, recordVisit, requestPapers } from './acts.ts';
import { linkAdviser } from './linking.ts';
import { handInPart, savePart } from './parts.ts';
import { planVisit } from './planning.ts';
import { nameTeam } from './team.ts';

const TEAM = [
  { name: 'Vũ Thị Lan (giả định)', job: 'Trưởng phòng', organisation: 'Chi cục Phát triển nông thôn', leader: true },
  { name: 'Lê Văn Hải (giả định)', job: 'Chuyên viên', organisation: 'Sở Y tế', leader: false },
  { name: 'Hoàng Thị Mai (giả định)', job: 'Chuyên viên', organisation: 'Sở Công Thương', leader: false },
];

const FINDINGS = {
  '1': 'Vùng nguyên liệu ở xã, có hợp đồng với mười hộ (giả định).',
  '8': 'Hồ sơ tự công bố đủ. Phiếu kiểm nghiệm thiếu chỉ tiêu kim loại nặng, đã đề nghị bổ sung (giả định).',
};

/**
 * Names the council's team, one member with an account; leaves a dossier with a visit made, a test result asked for and a
 * part of the report begun by that member, and one whose part is handed in.
 */
export async function demoAdvice(tools: DemoTools, { session }: DemoSession): Promise<void> {
  const province = await demoHand(tools, 'province');
  const { council, round } = await tools.tx
    .selectFrom('council_session')
    .select(['council', 'round'])
    .where('id', '=', session)
    .executeTakeFirstOrThrow();
  if (round === null) throw new Error('the demonstration’s session stands in a round');
  await nameTeam.run(province, { id: council, members: TEAM }, undefined);
  const id = await demoInRound(tools, round, {
    product: 'Mì gạo rau củ Cánh Diều (giả định)',
    producer: 'canh-dieu',
    productSet: '26-2026/06',
    answers: { '1.1': '1.1#3', '2.1': '2.1#2' },
  });
  const team = (await teamOf(tools.tx, council)).filter(({ leader }) => !leader);
  const members = team.map((one) => one.id);
  const [member = ''] = members;
  await linkAdviser.run(province, { id: council, member, name: 'adviser' }, undefined);
  await assignAdvisers.run(province, { id, members, dueOn: addDays(tools.day, 5) }, undefined);
  const adviser = await demoHand(tools, 'adviser');
  const begun = { proposal: 'Xếp phiên sau khi có phiếu kiểm nghiệm (giả định).', files: [], drop: [] };
  await savePart.run(adviser, { id, member, findings: FINDINGS, ...begun }, undefined);
  const other = await demoInRound(tools, round, {
    product: 'Bột ngũ cốc Cánh Diều (giả định)',
    producer: 'canh-dieu',
    productSet: '26-2026/06',
    answers: { '1.1': '1.1#2', '2.1': '2.1#1' },
  });
  await assignAdvisers.run(province, { id: other, members: [member], dueOn: addDays(tools.day, 2) }, undefined);
  const words = { '9': 'Nơi đóng gói đạt, có sổ theo dõi từng mẻ (giả định).' };
  await savePart.run(adviser, { id: other, member, findings: words, files: [], drop: [] }, undefined);
  await handInPart.run(adviser, { id: other, member }, undefined);
  const visit = {
    visitedOn: tools.day,
    place: 'Xưởng của hợp tác xã, xã Tân Hưng (giả định)',
    people: 'Vũ Thị Lan, Tổ trưởng\nNgười đại diện 1, Giám đốc hợp tác xã',
    findings: 'Nơi ép, phơi và đóng gói đúng như hồ sơ (giả định).',
    photos: [],
  };
  await recordVisit.run(province, { id, ...visit }, undefined);
  const again = {
    ...{ visitOn: addDays(tools.day, 6), startsAt: '8 giờ 30', place: visit.place },
    ...{ people: 'Lê Văn Hải, Sở Y tế\nHoàng Thị Mai, Sở Công Thương', purpose: 'Xem máy đóng gói mới (giả định).' },
  };
  await planVisit.run(province, { id, ...again }, undefined);
  const what = 'Phiếu kiểm nghiệm chỉ tiêu kim loại nặng trong năm (giả định).';
  await requestPapers.run(province, { id, kind: 'test', what }, undefined);
}
