// Bodies of the demonstration, invented with everybody in them: one of the province with a change of members, one of the commune, an officer in charge.
import { type DemoTools, demoHand } from '#features/identity';
import { addDays } from '#law/days';
import { establishBody } from './acts.ts';
import { changeMembers } from './members.ts';
import { appointOfficer } from './officers.ts';
import { membersOf } from './queries.ts';

const NOTE = 'Dữ liệu giả định, không phải của cơ quan có thật.';

/** Answers the id of the province's body, whose meeting gives tasks. */
export async function demoBodies(tools: DemoTools): Promise<{ team: string; committee: string }> {
  const province = await demoHand(tools, 'province');
  const commune = await demoHand(tools, 'commune');
  const from = addDays(tools.day, -200);
  const team = await establishBody.run(
    province,
    {
      ...{ kind: 'support', name: 'Tổ công tác điều phối OCOP tỉnh (giả định)', from, note: NOTE },
      members: [
        { name: 'Trần Giả Định', position: 'Phó Giám đốc Sở (giả định)', role: 'head', phone: '0900000001' },
        { name: 'Lê Thử Nghiệm', position: 'Trưởng phòng (giả định)', role: 'deputy' },
        { name: 'Phạm Ví Dụ', position: 'Chuyên viên (giả định)', role: 'member' },
      ],
    },
    undefined,
  );
  const leaving = (await membersOf(tools.tx, team.id, tools.day, false)).find(({ role }) => role === 'member');
  await changeMembers.run(
    province,
    {
      ...{ id: team.id, from: addDays(tools.day, -40), leave: leaving ? [leaving.id] : [] },
      members: [{ name: 'Hoàng Minh Họa', position: 'Chuyên viên (giả định)', role: 'member' }],
      reason: 'Chuyển công tác (giả định)',
    },
    undefined,
  );
  const committee = await establishBody.run(
    commune,
    {
      ...{ kind: 'steering', name: 'Ban Chỉ đạo Chương trình OCOP xã (giả định)', from, note: NOTE },
      members: [
        { name: 'Nguyễn Giả Định', position: 'Chủ tịch UBND xã (giả định)', role: 'head' },
        { name: 'Vũ Thử Nghiệm', position: 'Trưởng phòng Kinh tế (giả định)', role: 'standing', phone: '0900000002' },
        { position: 'Chủ tịch Hội Nông dân xã (giả định)', role: 'member' },
      ],
    },
    undefined,
  );
  const officer = await appointOfficer.run(
    commune,
    { name: 'Vũ Thử Nghiệm', position: 'Trưởng phòng Kinh tế (giả định)', phone: '0900000002', from },
    undefined,
  );
  await tools.tx.updateTable('body').set({ invented: true }).where('id', 'in', [team.id, committee.id]).execute();
  await tools.tx.updateTable('commune_officer').set({ invented: true }).where('id', '=', officer.id).execute();
  return { team: team.id, committee: committee.id };
}
