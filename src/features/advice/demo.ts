// The advisory team of the demonstration at work on one dossier, by the real acts of the provincial office.
import type { DemoSession } from '#features/councils';
import { type DemoTools, demoHand } from '#features/identity';
import { demoInRound } from '#features/rounds';
import { addDays } from '#law/days';
import { assignAdvisers, recordVisit, requestPapers } from './acts.ts';
import { planVisit } from './planning.ts';
import { nameTeam } from './team.ts';

const TEAM = [
  { name: 'Vũ Thị Lan (giả định)', job: 'Trưởng phòng', organisation: 'Chi cục Phát triển nông thôn', leader: true },
  { name: 'Lê Văn Hải (giả định)', job: 'Chuyên viên', organisation: 'Sở Y tế', leader: false },
  { name: 'Hoàng Thị Mai (giả định)', job: 'Chuyên viên', organisation: 'Sở Công Thương', leader: false },
];

/** Names the council's team, and leaves one dossier with a visit made and a test result asked for. */
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
  const team = await tools.tx
    .selectFrom('advisory_team_member')
    .select('id')
    .where('council', '=', council)
    .where('leader', '=', false)
    .execute();
  await assignAdvisers.run(province, { id, members: team.map((one) => one.id) }, undefined);
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
