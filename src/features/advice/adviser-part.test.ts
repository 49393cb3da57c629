/** Art. 7.3.b–c: the part of the report a member of the advisory team writes, hands in, gets back; papers asked for, visits. */
import { describe, expect, it } from 'vitest';
import { adviserStage, NAME } from '../../../tests/support/adviser-stage.ts';
import { ADVISER } from '../../../tests/support/advisers.ts';
import type { Client } from '../../../tests/support/client.ts';
import { pdfWords } from '../../../tests/support/documents.ts';
import { upload } from '../../../tests/support/dossiers.ts';

const { app, province, adviser, given, team, on, write, handIn, inDays } = await adviserStage();

describe('the own part', () => {
  const findings = { '1': 'Vùng nguyên liệu có hợp đồng.', '8': 'Tự công bố đủ.' };

  it('is a draft of its own until it is handed in by the member, with a row of the ledger', async () => {
    const file = await upload(adviser, 'ghi-chep.png');
    expect((await write(adviser, given, team.member, { findings: { '99': 'x' } })).status).toBe(422);
    expect((await write(adviser, given, team.leader, { findings })).status).toBe(404); // another's part
    expect((await write(province, given, team.member, { findings })).status).toBe(404);
    expect((await handIn(adviser, given, team.member)).status).toBe(409); // nothing written
    const saved = await write(adviser, given, team.member, { findings, proposal: 'Đề nghị xếp phiên.', files: [file] });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(saved.body).toMatchObject({ draftVersion: 1, handedIn: false });
    const late = { findings: { '1': 'Cũ' } };
    const stale = await adviser.json('PUT', `/api/v1/dossiers/${given}/advice-parts/${team.member}`, late, {
      key: true,
      ifMatch: 0,
    });
    expect(stale.status).toBe(412);
    const report = async () =>
      pdfWords(new Uint8Array(await (await province.fetch(`/ho-so/${given}/bao-cao-to-tu-van.pdf`)).arrayBuffer()));
    expect((await province.page(`/ho-so/${given}/viec-to-tu-van`)).text).toContain('Đang viết phần thẩm tra');
    expect((await province.page(`/ho-so/${given}/phan-tham-tra/${team.member}`)).status).toBe(404);
    expect((await province.fetch(`/tep/${file}`)).status).toBe(404);
    expect(await report()).not.toContain('Vùng nguyên liệu có hợp đồng');
    expect((await handIn(province, given, team.member)).status).toBe(404);
    expect((await handIn(adviser, given, team.member)).status).toBe(200);
    expect((await handIn(adviser, given, team.member)).status).toBe(409);
    expect((await write(adviser, given, team.member, { findings })).status).toBe(409);
    const [row] = await app.database.asOwner<{ actor: string; capacity: string; facts: object }>(
      `select actor, capacity, facts from ledger where subject = '${given}' and action = 'dossier.handInPart'`,
    );
    expect([row?.actor, row?.capacity]).toEqual([ADVISER, 'Thành viên Tổ tư vấn, Sở Y tế']);
    expect(row?.facts).toMatchObject({ member: team.member, matters: 2, files: 1 });
    expect((await province.fetch(`/tep/${file}`)).status).toBe(200);
    for (const who of ['producer', 'commune', 'producer-2']) {
      const client = await app.signIn(who);
      expect((await client.fetch(`/tep/${file}`)).status, who).toBe(404);
      expect((await client.page(`/ho-so/${given}/phan-tham-tra/${team.member}`)).status, who).toBe(404);
      expect((await client.page(`/ho-so/${given}`)).text, who).not.toContain('Vùng nguyên liệu có hợp đồng');
    }
    const printed = await report();
    for (const one of [
      'Phần thẩm tra của từng thành viên',
      `4.1. ${NAME}, Sở Y tế`,
      'Vùng nguyên liệu có hợp đồng',
      'Kèm theo: ghi-chep.png',
    ])
      expect(printed).toContain(one);
    const form = await province.page(`/ho-so/${given}/to-tu-van?ghep=co`);
    expect(form.html).toContain(`${NAME}, Sở Y tế:`);
    expect(form.html).toContain('- 8. Công bố chất lượng sản phẩm: Tự công bố đủ.');
    expect((await province.page(`/ho-so/${given}/to-tu-van`)).html).not.toContain('Tự công bố đủ.');
  });

  it('comes back with a reason, is mended and handed in again; the first one stays readable', async () => {
    const back = (who: Client, reason: string) => on(who, given, `advice-parts/${team.member}/return`, { reason });
    expect((await back(adviser, 'x')).status).toBe(404);
    expect((await back(province, ' ')).status).toBe(422);
    expect((await back(province, 'Ghi rõ số hợp đồng')).status).toBe(200);
    expect((await back(province, 'Lần nữa')).status).toBe(409);
    const page = await adviser.page(`/ho-so/${given}/phan-tham-tra`);
    for (const one of ['Ghi rõ số hợp đồng', 'Bản nộp lần 1']) expect(page.text).toContain(one);
    expect((await write(adviser, given, team.member, { findings: { '1': 'Mười hợp đồng.' } })).status).toBe(200);
    expect((await handIn(adviser, given, team.member)).status).toBe(200);
    const shown = await province.page(`/ho-so/${given}/phan-tham-tra/${team.member}`);
    for (const one of ['Mười hợp đồng.', 'Bản nộp lần 1', 'Vùng nguyên liệu có hợp đồng.'])
      expect(shown.text).toContain(one);
    const [kept] = await app.database.asOwner<{ n: number }>(
      `select count(*)::int as n from advice_part_handed h join advice_part p on p.id = h.part where p.member = '${team.member}' and p.dossier = '${given}'`,
    );
    expect(kept?.n).toBe(2);
  });

  it('members ask for papers while the setting lets them, and record the visits they took part in', async () => {
    const ask = { kind: 'test', what: 'Phiếu kiểm nghiệm chì', dueOn: await inDays(10) };
    expect((await on(adviser, given, 'advice-requests', ask)).status).toBe(200);
    const day = await inDays(0);
    await app.database.asOwner(`insert into setting (key, value, valid_from) values ('membersAsk', 'false', '${day}')`);
    const refused = await on(adviser, given, 'advice-requests', ask);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('cơ quan của Tổ tư vấn gửi')]);
    expect((await adviser.page(`/ho-so/${given}/phan-tham-tra`)).html).not.toContain('/de-nghi-bo-sung"');
    expect((await on(province, given, 'advice-requests', ask)).status).toBe(200);
    const visit = { visitedOn: day, place: 'Xưởng', people: 'Vũ Thị Lan, Tổ trưởng', findings: 'Sạch.' };
    expect((await on(adviser, given, 'site-visits', visit)).status).toBe(409);
    const made = await on(adviser, given, 'site-visits', { ...visit, people: `Vũ Thị Lan\n${NAME}, Sở Y tế` });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const office = await on(province, given, 'site-visits', visit);
    const minutes = async (of: unknown) =>
      on(adviser, given, `site-visits/${String(of)}/signed-minutes`, { file: await upload(adviser, 'bb.png') });
    expect((await minutes(office.body.visit)).status).toBe(409);
    expect((await minutes(made.body.visit)).status).toBe(200);
  });
});
