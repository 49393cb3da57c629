/** R18.7: the papers around one dossier from an office's own Word form, with every name it may use. */
import { Document, Packer, Paragraph } from 'docx';
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { pdfWords, wordText } from '../../../tests/support/documents.ts';
import { FILED_PAPER_FIELDS } from './filed-paper-fields.ts';
import type { PaperFields } from './paper-fields.ts';

const app = await testApp();
const province = await app.signIn('province');
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const first = async (query: string) => (await app.database.asOwner<Record<string, string>>(query))[0] ?? {};
const bytesAt = async (client: Client, path: string) => {
  const answer = await client.fetch(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return new Uint8Array(await answer.arrayBuffer());
};

/** Puts a form to use that names everything its paper has, one name a line; answers the page that shows it. */
async function put(paper: string, { fields, rows }: PaperFields): Promise<string> {
  const lines = [
    `MẪU CỦA TỈNH ${paper}`,
    ...Object.keys(fields).map((name) => `${name}: {{${name}}}`),
    ...Object.entries(rows).map(
      ([name, row]) =>
        `{{#${name}}}[${Object.keys(row.fields)
          .map((one) => `{{${one}}}`)
          .join('|')}] {{/${name}}}`,
    ),
  ];
  const document = new Document({ sections: [{ children: lines.map((one) => new Paragraph(one)) }] });
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await Packer.toBuffer(document))], { type: DOCX }), `${paper}.docx`);
  const headers = { origin: app.base, 'idempotency-key': crypto.randomUUID() };
  const sent = await province.fetch('/api/v1/files?takes=office', { method: 'POST', body: form, headers });
  const { id } = (await sent.json()) as { id: string };
  const tried = await province.json('POST', '/api/v1/paper-forms', { paper, file: id }, { key: true });
  expect([paper, tried.status]).toEqual([paper, 200]);
  const used = { key: true, ifMatch: 1 } as const;
  expect((await province.json('POST', `/api/v1/paper-forms/${tried.body.id}/use`, { paper }, used)).status).toBe(200);
  return (await province.page(`/mau-van-ban/${paper}`)).text;
}

it.each(Object.entries(FILED_PAPER_FIELDS))('%s is printed from it, and says everything', async (paper, fields) => {
  const page = await put(paper, fields);
  expect(page).not.toContain('không in');
  const dossier = await first(
    `select d.id from dossier d join lifecycle l on l.id = d.id where l.state = 'recognised' and d.answers <> '{}'
      and exists (select from receipt_slip s where s.dossier = d.id) order by d.id limit 1`,
  );
  const held = await first(
    `select s.session, s.dossier, s.id from score_sheet s join lifecycle l on l.id = s.session
      where l.state = 'concluded' and s.hash is not null order by s.id limit 1`,
  );
  const certificate = await first(
    'select r.id from recognition r join decision d on d.id = r.decision where r.certificate_number is not null order by r.id limit 1',
  );
  const places: Record<string, [string, RegExp]> = {
    'mau-01': [`/ho-so/${dossier.id}/mau-01`, /lanDau: √[\s\S]*soPhieuXa: \d+/],
    'mau-02': [`/ho-so/${dossier.id}/mau-02`, /tongDiem: \d+[\s\S]*\[Phần A/],
    'bien-nhan': [`/ho-so/${dossier.id}/bien-nhan`, /soPhieu: \d+[\s\S]*\[1\|Phiếu đăng ký/],
    'phieu-cham': [
      `/phien/${held.session}/ket-qua/${held.dossier}/phieu/${held.id}/phieu`,
      /tongDiem: \d+[\s\S]*niemPhong: [0-9a-f]{64}[\s\S]*\[Phần A/,
    ],
    'giay-chung-nhan': [`/giay-chung-nhan/${certificate.id}/giay`, /so: \S+[\s\S]*sao: [345][\s\S]*maKiemTra: \S+/],
  };
  const [path = '', words = /$^/] = places[paper] ?? [];
  const text = wordText(await bytesAt(province, `${path}.docx`));
  expect(text).toContain(`MẪU CỦA TỈNH ${paper}`);
  expect(text).toMatch(words);
  expect(text).not.toMatch(/\{\{|undefined|null/);
  const common = paper === 'giay-chung-nhan' ? `/giay-chung-nhan/${certificate.id}` : `${path}.pdf`;
  expect(await pdfWords(await bytesAt(province, common))).not.toContain('MẪU CỦA TỈNH');
});

it('a form that leaves out what the common one prints is told so, name by name', async () => {
  const page = await put('mau-01', { name: '', fields: { chuThe: '' }, rows: {} });
  expect(page).toContain('Mẫu này không in');
  expect(page).toContain('Tên sản phẩm ({{tenSanPham}})');
});
