// Dossiers of the demonstration at the commune's desk, each brought there by the real acts of its accounts.
import { v7 } from 'uuid';
import { type DemoTools, demoHand } from '#features/identity';
import { demoId } from '#features/registry';
import { printPdf } from '#platform/documents/print';
import type { ActionContext } from '#platform/http/context';
import { assessDossier, giveCode } from './commune-assess.ts';
import { proposeDossier, returnDossier } from './commune-forward.ts';
import { checkPaper, receiveDossier } from './commune-receive.ts';
import { saveAnswers, saveGeneral, savePlan, saveResults } from './draft.ts';
import { startDossier } from './start.ts';
import { submitDossier } from './submit.ts';
import { addDossierPaper, citedPapers } from './wallet.ts';

/** How far a dossier of the demonstration has come. */
type Until = 'submitted' | 'checking' | 'returned' | 'proposed';

const PRODUCTS: readonly (readonly [until: Until, name: string])[] = [
  ['submitted', 'Miến dong gấc Cánh Diều (giả định)'],
  ['checking', 'Bún khoai lang Cánh Diều (giả định)'],
  ['returned', 'Bánh phở khô Cánh Diều (giả định)'],
  ['proposed', 'Miến dong đỏ Cánh Diều (giả định)'],
];

const PAPERS = [
  { kind: 'E01', title: 'Giấy đăng ký hợp tác xã', number: '01/GĐ', issuer: 'Phòng Kinh tế (giả định)' },
  { kind: 'E02', title: 'Giấy chứng nhận an toàn thực phẩm', number: '02/GĐ', issuer: 'Sở Nông nghiệp (giả định)' },
  { kind: 'E11', title: 'Bản tự công bố sản phẩm', number: '03/GĐ', issuer: 'Hợp tác xã Cánh Diều (giả định)' },
  { kind: 'E12', title: 'Phiếu kết quả kiểm nghiệm', number: '04/GĐ', issuer: 'Trung tâm kiểm nghiệm (giả định)' },
] as const;

/** Leaves dossiers waiting for reception, half checked, returned and proposed; four of each paper. */
export async function demoCommune(tools: DemoTools): Promise<void> {
  const producer = await demoHand(tools, 'producer');
  const commune = await demoHand(tools, 'commune');
  const scans = await Promise.all(PAPERS.map((paper) => scanOf(tools, paper)));
  for (const [until, name] of PRODUCTS) {
    const id = await handedIn(producer, name, scans);
    if (until !== 'submitted') await checked(commune, id, until);
  }
}

interface Scan {
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly name: string;
}

/** A page that says it is invented, kept as a PDF. */
async function scanOf({ files, now }: DemoTools, paper: (typeof PAPERS)[number]): Promise<Scan> {
  const { bytes, pages } = await printPdf(
    {
      title: `${paper.title} (giả định)`,
      sections: [
        {
          blocks: [
            { kind: 'title', type: paper.title, summary: `Số ${paper.number}, ${paper.issuer}` },
            { kind: 'text', text: 'Giấy tờ giả định của bản trình diễn, không có giá trị ngoài chương trình này.' },
            { kind: 'field', label: 'Tên chủ thể', value: 'Hợp tác xã Miến dong Cánh Diều (giả định)' },
          ],
        },
      ],
    },
    now,
  );
  const name = `${paper.title}.pdf`;
  const { sha256, size } = await files.putOwn(bytes, { kind: 'pdf', type: 'application/pdf', name, pages });
  return { sha256, size, pages, name };
}

async function handedIn(producer: ActionContext, newProduct: string, scans: readonly Scan[]): Promise<string> {
  const start = {
    producer: demoId('producer', 'canh-dieu'),
    kind: 'first' as const,
    newProduct,
    productSet: '26-2026/06',
    onBehalf: false,
  };
  const { id } = await startDossier.run(producer, start, undefined);
  await saveGeneral.run(producer, { id, ...GENERAL, productName: newProduct }, undefined);
  await saveResults.run(producer, { id, ...RESULTS }, undefined);
  await savePlan.run(producer, { id, plan: 'Mở thêm sân phơi, bán qua cửa hàng trong tỉnh.' }, undefined);
  const answers = { '1.1': '1.1#3' };
  await saveAnswers.run(producer, { id, answers, notes: { '1.1': 'Củ dong mua của các hộ trong xã.' } }, undefined);
  for (const [no, scan] of scans.entries()) {
    const file = await fileRow(producer, scan);
    const about = PAPERS[no];
    if (about) await addDossierPaper.run(producer, { id, ...about, file, criterion: '1.1' }, undefined);
  }
  await submitDossier.run(producer, { id, truthful: true }, undefined);
  return id;
}

/** The row of an upload by the producer, as a form would have made it. */
async function fileRow({ tx, actor }: ActionContext, scan: Scan): Promise<string> {
  const { id } = await tx
    .insertInto('file')
    .values({ id: v7(), ...scan, type: 'application/pdf', width: null, height: null, uploaded_by: actor.account })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function checked(commune: ActionContext, id: string, until: Exclude<Until, 'submitted'>): Promise<void> {
  await receiveDossier.run(commune, { id }, undefined);
  const papers = await citedPapers(commune.tx, id);
  const seen = until === 'checking' ? papers.slice(0, 2) : papers;
  for (const { id: paper } of seen) await checkPaper.run(commune, { id, paper, verdict: 'pass' }, undefined);
  const last = papers.at(-1);
  if (until === 'returned' && last) {
    const reason = 'Phiếu kiểm nghiệm đã quá 12 tháng. Gửi phiếu mới.';
    await checkPaper.run(commune, { id, paper: last.id, verdict: 'fail', reason }, undefined);
    await returnDossier.run(commune, { id, items: [{ target: `paper:${last.id}`, reason }] }, undefined);
  }
  if (until === 'checking') {
    await assessDossier.run(commune, { id, material: MATTERS.material, labour: MATTERS.labour }, undefined);
  }
  if (until === 'proposed') {
    await assessDossier.run(commune, { id, ...MATTERS }, undefined);
    await giveCode.run(commune, { id }, undefined);
    const letter = { letterNumber: '46/UBND-KT', letterDate: commune.day, signatory: 'Chủ tịch xã (giả định)' };
    await proposeDossier.run(commune, { id, ...letter, samples: 5, paperSet: true }, undefined);
  }
}

const MATTERS = {
  material: 'Nguyên liệu trồng tại xã, có hợp đồng với các hộ (giả định).',
  labour: 'Phần lớn người làm sống tại xã (giả định).',
  idea: 'Nghề có sẵn ở địa phương (giả định).',
  identity: 'Giữ cách phơi trên phên tre của vùng (giả định).',
};
const GENERAL = {
  applicant: 'Hợp tác xã Miến dong Cánh Diều (giả định)',
  applicantType: 'Hợp tác xã',
  address: 'Thôn Giả Định, xã Tân Hưng',
  phone: '0000 000 001',
  representative: 'Người đại diện 1 (giả định)',
  position: 'Giám đốc',
  sex: 'male' as const,
  ethnicity: 'Kinh',
  permanentAddress: 'Thôn Giả Định, xã Tân Hưng',
  foundedOn: '01/03/2020',
  specification: 'Túi 500 g, 20 túi một thùng',
  standard: 'TCCS 01:2026/CD (giả định)',
  businessRegistration: true,
  qualityDeclaration: true,
  foodSafetyCertificate: true,
  productionCertificate: true,
  trademark: false,
  geographicalIndication: false,
  patent: false,
  industrialDesign: false,
  copyright: false,
  history: 'Hợp tác xã giả định, lập năm 2020.',
  organisation: 'Hội đồng quản trị ba người, ban kiểm soát một người.',
};
const RESULTS = {
  materialArea: 'Hai hecta dong riềng của các hộ trong xã.',
  qualityChange: 'Bao bì giấy thay túi nhựa.',
  market: 'Bán trong tỉnh và qua bưu điện.',
  revenue: 'Doanh thu 1,2 tỷ đồng, lãi 90 triệu đồng.',
};
