/** Mandates of those who sign, and an office's own Word forms, through the API and the pages. */
import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { versionOf } from '../../../tests/support/council.ts';
import { officePart, pdfWords, wordText } from '../../../tests/support/documents.ts';

const app = await testApp();
const province = await app.signIn('province');
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Sends a file and answers its id. */
async function sent(client: Client, name: string, type: string, bytes: Uint8Array): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(bytes)], { type }), name);
  const headers = { origin: app.base, 'idempotency-key': crypto.randomUUID() };
  const answer = await client.fetch('/api/v1/files?takes=office', { method: 'POST', body: form, headers });
  const stored = (await answer.json()) as { id?: string };
  expect([answer.status < 300, stored]).toEqual([true, expect.objectContaining({ id: expect.any(String) })]);
  return stored.id ?? '';
}
const decisionIn = async (state: string) => {
  const [row] = await app.database.asOwner<{ id: string }>(
    'select d.id from decision d join lifecycle l on l.id = d.id where l.state = $1 limit 1',
    [state],
  );
  return row?.id ?? '';
};
const post = (path: string, body: object, ifMatch?: number) =>
  province.json('POST', `/api/v1${path}`, body, { key: true, ...(ifMatch === undefined ? {} : { ifMatch }) });
const bytesAt = async (path: string) => new Uint8Array(await (await province.fetch(path)).arrayBuffer());

const given = {
  ...{ person: 'Lê Thị Giả Định', position: 'Giám đốc Sở Nông nghiệp và Môi trường', capacity: 'TUQ' },
  ...{ covers: ['approval'], act: '16/GUQ-UBND', actDate: '2026-01-05', from: '2026-01-05' },
};

describe('R18.4 mandates', () => {
  it('a delegation without its last day is refused; with it, it stands in the list', async () => {
    const open = await post('/mandates', given);
    expect([open.status, JSON.stringify(open.body)]).toEqual([
      409,
      expect.stringContaining('ngày cuối cùng có hiệu lực'),
    ]);
    const made = await post('/mandates', { ...given, to: '2026-11-19' });
    expect([made.status, made.body.state]).toEqual([200, 'inForce']);
    const list = await province.page('/giao-ky');
    expect(list.text).toContain('Lê Thị Giả Định');
    expect(list.text).toContain('từ 05/01/2026 đến hết 19/11/2026');
    expect((await (await app.signIn('commune')).page('/giao-ky')).status).toBe(404);
  });

  it('the Ministry keeps its own; neither office sees nor uses the other’s', async () => {
    const ministry = await app.signIn('ministry');
    const own = { ...given, person: 'Trần Văn Bộ', position: 'Thứ trưởng', act: '5/GUQ-BNNMT', to: '2026-12-31' };
    const made = await ministry.json('POST', '/api/v1/mandates', own, { key: true });
    expect(made.status).toBe(200);
    expect((await ministry.page('/giao-ky')).text).toContain('Trần Văn Bộ');
    expect((await ministry.page('/giao-ky')).text).not.toContain('Lê Thị Giả Định');
    expect((await province.page('/giao-ky')).text).not.toContain('Trần Văn Bộ');
    expect((await province.page(`/giao-ky/${made.body.id}`)).status).toBe(404);
  });

  it('a mandate that ended before the day of the decision refuses the issue in words and issues nothing', async () => {
    const decision = await decisionIn('draft');
    const proposed = { number: '88/TTr-SNNMT', dated: '2026-11-18' };
    expect((await post(`/decisions/${decision}/proposal`, proposed, await versionOf(app, decision))).status).toBe(200);
    const ended = await post('/mandates', { ...given, act: '17/GUQ-UBND', to: '2026-11-19' });
    const valid = await post('/mandates', { ...given, act: '18/GUQ-UBND', to: '2026-12-31' });
    const signedFile = await sent(
      province,
      'ban-ky.pdf',
      'application/pdf',
      await bytesAt(`/quyet-dinh/${decision}/quyet-dinh.pdf`),
    );
    const issue = {
      ...{ number: '888/QĐ-UBND', dated: '2026-11-20', signatory: given.person, signingCapacity: 'TUQ', signedFile },
    };
    const refusal = async (mandate: unknown) => {
      const answer = await post(
        `/decisions/${decision}/issue`,
        { ...issue, ...(mandate ? { mandate } : {}) },
        await versionOf(app, decision),
      );
      return [answer.status, JSON.stringify(answer.body)];
    };
    expect(await refusal(ended.body.id)).toEqual([
      409,
      expect.stringContaining('Văn bản số 17/GUQ-UBND hết hiệu lực sau ngày 19/11/2026; ngày ký là 20/11/2026.'),
    ]);
    expect(await refusal(null)).toEqual([409, expect.stringContaining('Chọn giấy ủy quyền (TUQ.) của người ký.')]);
    expect(await decisionIn('proposed')).toBe(decision);
    const page = await province.page(`/quyet-dinh/${decision}`);
    expect(page.text).toContain('văn bản số 18/GUQ-UBND');
    expect((await refusal(valid.body.id))[0]).toBe(200);
    const words = await pdfWords(await bytesAt(`/quyet-dinh/${decision}/quyet-dinh.pdf`));
    expect(words).toContain('TUQ. CHỦ TỊCH GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG');
    expect(words).toContain('Lê Thị Giả Định');
    const [row] = await app.database.asOwner<{ facts: { mandate: string; capacity: string } }>(
      `select facts from ledger where subject = $1 and action = 'decision.issue'`,
      [decision],
    );
    expect(row?.facts).toMatchObject({ mandate: valid.body.id, capacity: 'TUQ' });
  });

  it('is ended with a last day and a reason', async () => {
    const made = await post('/mandates', { ...given, act: '19/GUQ-UBND', to: '2026-12-31' });
    const id = String(made.body.id);
    const late = await post(`/mandates/${id}/end`, { lastDay: '2027-01-02', reason: 'Nghỉ hưu' }, 1);
    expect(late.status).toBe(409);
    const done = await post(`/mandates/${id}/end`, { lastDay: '2026-11-30', reason: 'Nghỉ hưu' }, 1);
    expect([done.status, done.body.state]).toEqual([200, 'ended']);
    expect((await province.page(`/giao-ky/${id}`)).text).toContain('Nghỉ hưu');
  });
});

/** A Word form with these words in its body and header; rows of products in a table. */
async function form(...words: string[]): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const row = new TableRow({ children: [cell('{{#sanPham}}{{tt}}'), cell('{{tenSanPham}}, {{sao}}{{/sanPham}}')] });
  const document = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('{{coQuan}}')] }) },
        children: [...words.map((one) => new Paragraph(one)), new Table({ rows: [row] })],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
/** A form of lines alone. */
const plain = async (...words: string[]) =>
  new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: words.map((one) => new Paragraph(one)) }] })),
  );
const upload = async (bytes: Uint8Array, paper = 'quyet-dinh', name = 'mau.docx') =>
  post('/paper-forms', { paper, file: await sent(province, name, DOCX, bytes) });

describe('R18.7 an office’s own Word form', () => {
  it('is refused by the names it uses and its paper does not have, or that are written wrongly', async () => {
    const unknown = await upload(await form('Số {{so}}, {{tenSai}}', 'Điểm {{diem}}'));
    expect([unknown.status, JSON.stringify(unknown.body)]).toEqual([409, expect.stringContaining('tenSai, diem')]);
    const broken = await upload(await form('Số {{so, {{/sanPham}}'));
    expect([broken.status, JSON.stringify(broken.body)]).toEqual([
      422,
      expect.stringContaining('tên trường viết hỏng'),
    ]);
    const raw = await upload(await form('{{@trichYeu}}'));
    expect(raw.status).toBe(422);
    const empty = new Document({ sections: [{ children: [new Paragraph('Không có trường')] }] });
    const none = await upload(new Uint8Array(await Packer.toBuffer(empty)));
    expect([none.status, JSON.stringify(none.body)]).toEqual([409, expect.stringContaining('Mẫu chưa có trường nào')]);
  });

  it('S26 is inspected like every upload: what brings macros or is no Word file never comes in', async () => {
    const macros = zipSync({
      '[Content_Types].xml': Buffer.from('<?xml version="1.0"?><Types xmlns="x"/>'),
      'word/document.xml': Buffer.from('<?xml version="1.0"?><w:document xmlns:w="x"/>'),
      'word/vbaProject.bin': Buffer.from('x'),
    });
    const data = new FormData();
    data.append('file', new Blob([Buffer.from(macros)], { type: DOCX }), 'mau.docx');
    const headers = { origin: app.base, 'idempotency-key': crypto.randomUUID() };
    const answer = await province.fetch('/api/v1/files?takes=office', { method: 'POST', body: data, headers });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('macro')]);
  });

  it('is tried with real data, then used for Word; PDF stays the common form; and is taken back', async () => {
    const decision = await decisionIn('issued');
    const paper = `/quyet-dinh/${decision}/quyet-dinh`;
    const [{ kind } = { kind: '' }] = await app.database.asOwner<{ kind: string }>(
      'select kind from decision where id = $1',
      [decision],
    );
    const key = kind === 'approval' ? 'phe-duyet' : 'quyet-dinh';
    const tried = await upload(
      await form('MẪU RIÊNG CỦA TỈNH', 'Số: {{so}}', '{{trichYeu}} & <tỉnh>', '{{thamQuyen}}'),
      key,
    );
    expect([tried.status, tried.body.state]).toEqual([200, 'draft']);
    const id = String(tried.body.id);
    expect(wordText(await bytesAt(`${paper}.docx`))).not.toContain('MẪU RIÊNG');
    const preview = wordText(await bytesAt(`/mau-van-ban/${key}/${id}/xem-thu.docx`));
    expect(preview).toContain('MẪU RIÊNG CỦA TỈNH');
    expect(preview).not.toContain('{{');
    const used = await post(`/paper-forms/${id}/use`, { paper: key }, 1);
    expect([used.status, used.body.state]).toEqual([200, 'inUse']);
    const word = await bytesAt(`${paper}.docx`);
    expect(wordText(word)).toContain('MẪU RIÊNG CỦA TỈNH');
    expect(wordText(word)).toContain('& <tỉnh>');
    expect(wordText(word)).toMatch(/1\n.+, \d sao|1 .+, \d sao/);
    expect(officePart(word, 'word/header1.xml')).toContain('Ủy ban nhân dân');
    expect(await pdfWords(await bytesAt(`${paper}.pdf`))).not.toContain('MẪU RIÊNG');
    const next = await upload(await form('MẪU THỨ HAI', 'Số: {{so}}'), key);
    expect((await post(`/paper-forms/${next.body.id}/use`, { paper: key }, 1)).status).toBe(200);
    expect(wordText(await bytesAt(`${paper}.docx`))).toContain('MẪU THỨ HAI');
    const states = await app.database.asOwner<{ state: string }>('select state from lifecycle where id = $1', [id]);
    expect(states).toEqual([{ state: 'retired' }]);
    const back = await post(`/paper-forms/${next.body.id}/retirement`, { paper: key }, 2);
    expect(back.status).toBe(200);
    expect(wordText(await bytesAt(`${paper}.docx`))).not.toContain('MẪU THỨ HAI');
  });

  it('every paper can be tried with real data', async () => {
    const decisions = ['to-trinh', 'phe-duyet', 'thong-bao', 'quyet-dinh', 'gui-bo'];
    for (const key of [
      ...decisions,
      'giay-moi',
      'bien-ban',
      'bang-diem',
      'bao-cao',
      'mau-03',
      'de-nghi',
      'thanh-lap',
      'quy-che',
      'to-tu-van',
      'mau-01',
      'mau-02',
      'bien-nhan',
      'phieu-cham',
      'giay-chung-nhan',
      'keo-dai',
      'thu-hoi',
    ]) {
      const bytes = await plain('Nơi: {{diaDanh}}, {{ngay}}');
      const tried = await upload(bytes, key, `${key}.docx`);
      expect([key, tried.status]).toEqual([key, 200]);
      expect(wordText(await bytesAt(`/mau-van-ban/${key}/${tried.body.id}/xem-thu.docx`))).toMatch(/Nơi: \S.*, ngày/);
      const page = await province.page(`/mau-van-ban/${key}`);
      expect(page.text).toContain(`${key}.docx`);
      expect(page.html).toContain('{{ngay}}');
    }
  });

  it('one without any real data yet says so', async () => {
    await app.database.asOwner('truncate certificate_extension cascade');
    const tried = await upload(await plain('KÉO DÀI', '{{tuNgay}}–{{denNgay}}'), 'keo-dai');
    const answer = await province.page(`/mau-van-ban/keo-dai/${tried.body.id}/xem-thu.docx`);
    expect([answer.status, answer.text]).toEqual([404, expect.stringContaining('chưa có văn bản nào loại này')]);
  });

  it('the province’s form serves its communes and the secretary of its council', async () => {
    const put = async (key: string, ...lines: [string, ...string[]]) => {
      const tried = await upload(await plain(...lines), key);
      expect((await post(`/paper-forms/${tried.body.id}/use`, { paper: key }, 1)).status).toBe(200);
    };
    await put('mau-03', 'BÁO CÁO THEO MẪU TỈNH', '{{tenSanPham}}: {{banSac}}');
    await put('bien-ban', 'BIÊN BẢN THEO MẪU TỈNH', '{{phien}}: {{dieuKien}}, {{niemPhong}}');
    const [dossier] = await app.database.asOwner<{ id: string }>(
      'select id from dossier where proposed_on is not null order by id limit 1',
    );
    const report = await (await app.signIn('commune')).fetch(`/ho-so/${dossier?.id}/mau-03.docx`);
    expect(wordText(new Uint8Array(await report.arrayBuffer()))).toContain('BÁO CÁO THEO MẪU TỈNH');
    const [held] = await app.database.asOwner<{ id: string }>(
      "select s.id from council_session s join lifecycle l on l.id = s.id where l.state = 'concluded' limit 1",
    );
    const minutes = await (await app.signIn('council-secretary')).fetch(`/phien/${held?.id}/bien-ban.docx`);
    const text = wordText(new Uint8Array(await minutes.arrayBuffer()));
    expect(text).toContain('BIÊN BẢN THEO MẪU TỈNH');
    expect(text).toMatch(/[0-9a-f]{64}/);
  });

  it('S14 is the province’s own', async () => {
    for (const account of ['commune', 'council-secretary', 'producer'])
      expect((await (await app.signIn(account)).page('/mau-van-ban')).status).toBe(404);
  });
});
