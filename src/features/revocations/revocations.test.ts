/** A certificate is taken back on a ground of Art. 8.1: whose star it is to take back, what is refused, what a shopper then reads. */
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { versionOf } from '../../../tests/support/council.ts';
import { pdfWords, wordText } from '../../../tests/support/documents.ts';
import { upload } from '../../../tests/support/dossiers.ts';
import { systemClock } from '../../platform/clock.ts';
import { checkInvariants } from '../../platform/db/invariants.ts';

const app = await testApp();
const { asOwner } = app.database;
const today = systemClock.today();
const FULL = {
  ground: 'd',
  proofNumber: '15/KL-SCT',
  proofDated: today,
  number: '120/QĐ-UBND',
  dated: today,
  signatory: 'Nguyễn Văn Giả',
};
let [id, code, product, five] = ['', '', '', ''];
let was = 0;

const inForce = async (which: string) => {
  const [row] = await asOwner<{ id: string; code: string; product: string }>(
    `select g.id, g.check_code as code, g.product from recognition g join lifecycle l on l.id = g.id
      where l.state = 'inForce' and ${which} order by g.id limit 1`,
  );
  return row ?? { id: '', code: '', product: '' };
};

beforeAll(async () => {
  ({ id, code, product } = await inForce('g.dossier is not null and g.star < 5'));
  // The lists have none of five stars in this province: another certificate of it stands for one, and gets its star back at the end.
  const [other] = await asOwner<{ id: string; star: number }>(
    `select g.id, g.star from recognition g join lifecycle l on l.id = g.id where l.state = 'inForce' and g.id <> $1 and g.star < 5
        and l.province = (select k.province from lifecycle k where k.id = $1) order by g.dossier is null, g.id limit 1`,
    [id],
  );
  five = other?.id ?? '';
  was = other?.star ?? 0;
  await asOwner('update recognition set star = 5 where id = $1', [five]);
});

/** Sends it with a signed file of the sender's own, unless the body says otherwise. */
const send = async (account: string, body: object, of = id) => {
  const client = await app.signIn(account);
  return client.json(
    'POST',
    `/api/v1/recognitions/${of}/revocation`,
    { signedFile: await upload(client, 'quyet-dinh-thu-hoi.png'), ...body },
    { key: true, ifMatch: await versionOf(app, of) },
  );
};
const bytesAt = async (account: string, path: string) =>
  new Uint8Array(await (await (await app.signIn(account)).fetch(path)).arrayBuffer());

it('the list of certificates leads the province to it; whoever takes nothing back sees no page', async () => {
  const province = await app.signIn('province');
  expect((await province.page('/giay-chung-nhan')).html).toContain(`/giay-chung-nhan/${id}/thu-hoi"`);
  expect((await province.page(`/giay-chung-nhan/${id}/thu-hoi`)).text).toContain('Thu hồi giấy chứng nhận?');
  for (const other of ['commune', 'inspector', 'producer', 'auditor'])
    for (const path of ['thu-hoi', 'thu-hoi/du-thao', 'quyet-dinh-thu-hoi.pdf'])
      expect([other, (await (await app.signIn(other)).page(`/giay-chung-nhan/${id}/${path}`)).status]).toEqual([
        other,
        404,
      ]);
  expect((await send('inspector', { ...FULL, signedFile: id })).status).toBe(404);
});

it('Art. 8: refused without a ground, without proof, with proof of a later day, with a decision of a day to come', async () => {
  expect((await send('province', { ...FULL, ground: 'g' })).status).toBe(422);
  expect((await send('province', { ...FULL, proofNumber: '' })).status).toBe(422);
  expect((await send('province', { ...FULL, signedFile: undefined })).status).toBe(422);
  const before = await send('province', { ...FULL, dated: '2026-06-01' });
  expect([before.status, JSON.stringify(before.body)]).toEqual([422, expect.stringContaining('phải có trước')]);
  const early = { ...FULL, proofDated: '2026-06-01', dated: '2026-06-02' };
  const tooEarly = await send('province', early);
  expect([tooEarly.status, tooEarly.body.code]).toEqual([409, 'revokedBefore']);
  const ahead = await send('province', { ...FULL, dated: '2099-01-01' });
  expect([ahead.status, ahead.body.code]).toEqual([409, 'revocationDecision']);
  expect(await asOwner('select state from lifecycle where id = $1', [id])).toEqual([{ state: 'inForce' }]);
});

describe('Art. 8.2: whose star it is to take back', () => {
  it('the province does not take back five stars, nor the Ministry three or four: both are told whom to turn to', async () => {
    for (const [who, of, whose] of [
      ['province', five, 'Chuyển Bộ trưởng Bộ Nông nghiệp và Môi trường'],
      ['ministry', id, 'Chuyển Chủ tịch UBND cấp tỉnh'],
    ] as const) {
      const client = await app.signIn(who);
      const answer = await send(who, FULL, of);
      expect([answer.status, answer.body.code, answer.body.detail]).toEqual([
        409,
        'notCompetent',
        expect.stringContaining(whose),
      ]);
      const page = await client.page(`/giay-chung-nhan/${of}/thu-hoi`);
      expect([page.status, page.text]).toEqual([200, expect.stringContaining(whose)]);
      expect(page.html).not.toContain('name="signedFile"');
      expect((await client.page(`/giay-chung-nhan?star=${of === five ? 5 : 4}`)).html).not.toContain(`${of}/thu-hoi"`);
      expect(await asOwner('select state from lifecycle where id = $1', [of])).toEqual([{ state: 'inForce' }]);
    }
  });

  it('the Ministry takes five stars back with its own signed decision; the province is told and reads it', async () => {
    const ministry = await app.signIn('ministry');
    expect((await ministry.page('/giay-chung-nhan?star=5')).html).toContain(`/giay-chung-nhan/${five}/thu-hoi"`);
    expect((await ministry.page(`/giay-chung-nhan/${five}/thu-hoi`)).text).toContain('Thu hồi giấy chứng nhận?');
    const draft = `/giay-chung-nhan/${five}/quyet-dinh-thu-hoi`;
    const wish = new URLSearchParams({ ground: 'b', proofNumber: '9/KL-OCOP', proofDated: today });
    const pdf = await pdfWords(await bytesAt('ministry', `${draft}.pdf?${wish}`));
    for (const one of ['BỘ TRƯỞNG', 'Kết luận số 9/KL-OCOP', 'điểm b khoản 1 Điều 8', 'hạng 5 sao'])
      expect(pdf.toLocaleUpperCase('vi')).toContain(one.toLocaleUpperCase('vi'));
    const own = { ...FULL, ground: 'b', proofNumber: '9/KL-OCOP', number: '45/QĐ-BNNMT' };
    const done = await send('ministry', own, five);
    expect([done.status, done.body.state], JSON.stringify(done.body)).toEqual([200, 'revoked']);
    const [row] = await asOwner<{ level: string; file: string }>(
      'select level, file from revocation where recognition = $1',
      [five],
    );
    expect(row?.level).toBe('central');
    const [told] = await asOwner<{ n: number }>(
      `select count(*)::int as n from outbox o join account a on a.id = o.account
        where a.username = 'province' and o.body ~ 'số 45/QĐ-BNNMT ngày .* của Bộ trưởng'`,
    );
    const [row5] = await asOwner<{ dossier: string | null }>('select dossier from recognition where id = $1', [five]);
    expect(told?.n).toBe(row5?.dossier ? 1 : 0);
    for (const reader of ['ministry', 'province', 'inspector', 'auditor']) {
      const client = await app.signIn(reader);
      const page = await client.page(`/giay-chung-nhan/${five}/quyet-dinh-thu-hoi`);
      expect([reader, page.status, page.text]).toEqual([reader, 200, expect.stringContaining('45/QĐ-BNNMT')]);
      expect(page.text).toContain('Bộ trưởng Bộ Nông nghiệp và Môi trường');
      expect([reader, (await client.fetch(`/tep/${row?.file}`)).status]).toEqual([reader, 200]);
    }
    expect((await (await app.signIn('council-member-1')).fetch(`/tep/${row?.file}`)).status).toBe(404);
  });
});

it('the draft: from the page of the office, with the ground and proof that were chosen, blanks for the rest', async () => {
  const province = await app.signIn('province');
  const path = `/giay-chung-nhan/${id}`;
  const bare = await province.page(`${path}/thu-hoi/du-thao`);
  expect([bare.status, bare.html]).toEqual([200, expect.not.stringContaining('.docx')]);
  const wish = new URLSearchParams({ ground: 'đ', proofNumber: '7/XN-UBND', proofBy: 'UBND xã Giả Định' });
  const chosen = await province.page(`${path}/thu-hoi/du-thao?${wish}`);
  expect(chosen.html).toContain('quyet-dinh-thu-hoi.docx?');
  const word = wordText(await bytesAt('province', `${path}/quyet-dinh-thu-hoi.docx?${wish}`));
  for (const one of ['Văn bản xác nhận số 7/XN-UBND', 'UBND xã Giả Định', 'điểm đ khoản 1 Điều 8'])
    expect(word).toContain(one);
  const torn = new URLSearchParams({ ground: 'zz', proofDated: 'hôm qua' });
  expect((await province.page(`${path}/thu-hoi/du-thao?${torn}`)).status).toBe(200);
  expect(wordText(await bytesAt('province', `${path}/quyet-dinh-thu-hoi.docx?${torn}`))).toContain('điểm …… khoản 1');
});

it('taken back: one row of the ledger, the shopper reads it, the producer is told; a second time is refused', async () => {
  const done = await send('province', { ...FULL, proofBy: 'Sở Công Thương' });
  expect([done.status, done.body.state]).toEqual([200, 'revoked']);
  const [row] = await asOwner<{ facts: Record<string, unknown> }>(
    `select facts from ledger where subject = $1 and action = 'recognition.revoke'`,
    [id],
  );
  expect(row?.facts).toMatchObject({ ground: 'd', proofNumber: '15/KL-SCT', number: '120/QĐ-UBND' });
  const page = await app.visitor().page(`/chung-nhan/${code}`);
  expect(page.text).toContain('Đã thu hồi');
  expect(page.text).toContain('120/QĐ-UBND');
  expect((await app.visitor().page(`/san-pham/${product}`)).text).toContain('Hạng khi còn hiệu lực');
  const [told] = await asOwner<{ n: number }>(
    `select count(*)::int as n from outbox where subject like 'Thu hồi giấy chứng nhận:%'`,
  );
  expect(told?.n).toBeGreaterThan(0);
  expect((await send('province', FULL)).status).toBe(409);
  expect((await (await app.signIn('province')).page(`/giay-chung-nhan/${id}/thu-hoi`)).status).toBe(404);
});

it('the decision is read with its signed file by who reads the certificate, and by nobody else', async () => {
  const path = `/giay-chung-nhan/${id}/quyet-dinh-thu-hoi`;
  const province = await app.signIn('province');
  expect((await province.page('/giay-chung-nhan?state=revoked')).html).toContain(`${path}"`);
  const shown = await province.page(path);
  for (const one of ['120/QĐ-UBND', '15/KL-SCT', 'Sở Công Thương', 'Nguyễn Văn Giả', 'Tải bản đã ký', 'Điểm d'])
    expect(shown.text).toContain(one);
  const printed = await pdfWords(await bytesAt('province', `${path}.pdf`));
  expect(printed).toContain('Số: 120/QĐ-UBND');
  const [row] = await asOwner<{ file: string; owner: string }>(
    `select v.file, a.username as owner from revocation v join recognition g on g.id = v.recognition join product p on p.id = g.product
       left join appointment m on m.producer = p.producer and m.role = 'producer' and m.valid_to is null left join account a on a.id = m.account
      where v.recognition = $1 limit 1`,
    [id],
  );
  if (row?.owner) {
    const owner = await app.signIn(row.owner);
    expect((await owner.page(path)).status).toBe(200);
    expect((await owner.fetch(`/tep/${row.file}`)).status).toBe(200);
  }
  const stranger = await app.signIn(row?.owner === 'producer-2' ? 'producer' : 'producer-2');
  expect([(await stranger.page(path)).status, (await stranger.fetch(`/tep/${row?.file}`)).status]).toEqual([404, 404]);
  const other = await inForce('g.star = 3');
  expect((await province.page(`/giay-chung-nhan/${other.id}/quyet-dinh-thu-hoi`)).status).toBe(404);
});

it('Q17 every check of the store holds afterwards', async () => {
  await asOwner('update recognition set star = $2 where id = $1', [five, was]);
  expect((await checkInvariants(app.database.db)).filter((one) => one.faults.length > 0)).toEqual([]);
});
