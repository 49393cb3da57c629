// Dossiers of invented producers by the real acts of their accounts: drafts, handed in, half checked, returned.

import { type DemoTools, demoHand } from '#features/identity';
import { type DemoProducerKey, type DemoProductKey, demoId, demoProducers, demoProducts } from '#features/registry';
import { evidenceWords, UPDATE_MATTERS } from '#law/dossier';
import type { Answers } from '#law/scoring';
import { printPdf } from '#platform/documents/print';
import { pictures } from '#platform/files/pictures';
import type { ActionContext } from '#platform/http/context';
import { insertFile } from '#platform/http/uploads';
import { saveChanges } from './changes.ts';
import { returnDossier } from './commune-forward.ts';
import { checkPaper, receiveDossier } from './commune-receive.ts';
import { saveAnswers, saveGeneral, savePlan, saveResults } from './draft.ts';
import { sheetOf } from './sheet.ts';
import { startDossier } from './start.ts';
import { submitDossier } from './submit.ts';
import { addDossierPaper, citedPapers, citePaper } from './wallet.ts';

/** A dossier wanted in the demonstration: of a product of the registry, or of a new one by name. */
export interface DemoWanted {
  readonly producer: Extract<DemoProducerKey, 'canh-dieu' | 'gio-nom'>;
  readonly product: { readonly key: DemoProductKey } | { readonly name: string };
  /** A re-evaluation of a recognised product, nothing changed since. */
  readonly again?: true;
  readonly productSet: string;
  /** The self-score; left out: about half of every criterion. */
  readonly answers?: Answers;
  /** Kinds of evidence handed in. */
  readonly papers: readonly string[];
}

const FOOD = '26-2026/06';
const CRAFT = '26-2026/21';
const HANDS = {
  'canh-dieu': { producer: 'producer', commune: 'commune' },
  'gio-nom': { producer: 'producer-2', commune: 'commune-2' },
} as const;

/** Leaves dossiers in every state on the producers' and communes' desks. About two seconds. */
export async function demoDossiers(tools: DemoTools): Promise<void> {
  await beginDraft(tools, { producer: 'canh-dieu', product: { key: 'banh-da' }, productSet: FOOD, papers: ['E01'] });
  await beginDraft(tools, { producer: 'gio-nom', product: { key: 'den-long' }, productSet: CRAFT, papers: [] });
  const basic = ['E01', 'E02', 'E03', 'E11'];
  await demoSubmitted(tools, wanted('canh-dieu', 'Miến dong cắt ngắn', FOOD, basic));
  const half = wanted('canh-dieu', 'Bánh đa nướng', FOOD, [...basic, 'E12', 'E10']);
  await checkSome(tools, half, await demoSubmitted(tools, half), 3, false);
  const back = wanted('canh-dieu', 'Bún ngô', FOOD, [...basic, 'E12']);
  await checkSome(tools, back, await demoSubmitted(tools, back), 5, true);
  const craft = wanted('gio-nom', 'Lồng đèn xếp', CRAFT, ['E01', 'E05', 'E10']);
  await checkSome(tools, craft, await demoSubmitted(tools, craft), 1, false);
}

function wanted(producer: DemoWanted['producer'], name: string, productSet: string, papers: string[]): DemoWanted {
  const whose = producer === 'canh-dieu' ? 'Cánh Diều' : 'Gió Nồm';
  return { producer, product: { name: `${name} ${whose} (giả định)` }, productSet, papers };
}

/** A dossier with every form filled, scored and with papers, handed in to the commune. Answers its id. */
export async function demoSubmitted(tools: DemoTools, of: DemoWanted): Promise<string> {
  const producer = await demoHand(tools, HANDS[of.producer].producer);
  const id = await beginDraft(tools, of);
  await fill(producer, id, of);
  if (of.again) await saveChanges.run(producer, { id, changes: [], matters: UNCHANGED, unrenewed: {} }, undefined);
  await submitDossier.run(producer, { id, truthful: true }, undefined);
  return id;
}

const nameOf = (product: DemoWanted['product']): string | undefined =>
  'name' in product ? product.name : demoProducts.find(({ key }) => key === product.key)?.name;

const UNCHANGED = Object.fromEntries(UPDATE_MATTERS.map(({ name }) => [name, { answer: 'same' as const, papers: [] }]));

async function beginDraft(tools: DemoTools, of: DemoWanted): Promise<string> {
  const producer = await demoHand(tools, HANDS[of.producer].producer);
  const product =
    'key' in of.product ? { product: demoId('product', of.product.key) } : { newProduct: of.product.name };
  const start = {
    producer: demoId('producer', of.producer),
    kind: of.again ? ('reEvaluation' as const) : ('first' as const),
    onBehalf: false,
  };
  const { id } = await startDossier.run(producer, { ...start, ...product, productSet: of.productSet }, undefined);
  for (const kind of of.papers) await handIn(producer, id, kind);
  return id;
}

async function fill(producer: ActionContext, id: string, of: DemoWanted): Promise<void> {
  const known = demoProducers.find(({ key }) => key === of.producer);
  const general = {
    ...{ applicant: known?.name, applicantType: of.producer === 'canh-dieu' ? 'Hợp tác xã' : 'Tổ hợp tác' },
    ...{ address: known?.address, phone: known?.phone, email: known?.email },
    ...{ representative: 'Nguyễn Văn Giả', position: 'Giám đốc', sex: 'male', ethnicity: 'Kinh' },
    ...{ permanentAddress: known?.address, foundedOn: '04/02/2019', registrationNumber: '0000000000' },
    ...{
      productName: nameOf(of.product),
      specification: 'Túi 500 g, 20 túi một thùng',
    },
    ...{ standard: 'TCCS 09:2026 (giả định)', history: known?.history, organisation: known?.organisation },
    ...{ businessRegistration: true, qualityDeclaration: true, foodSafetyCertificate: true },
    ...{ productionCertificate: false, trademark: false, geographicalIndication: false, patent: false },
    ...{ industrialDesign: false, copyright: false },
  };
  await saveGeneral.run(producer, { id, ...general }, undefined);
  await saveResults.run(
    producer,
    {
      ...{ id, materialArea: 'Vùng nguyên liệu 12 ha của 12 hộ, ký hợp đồng từng vụ (giả định).' },
      ...{ qualityChange: 'Đổi sang túi giấy, thêm mã truy xuất trên nhãn (giả định).' },
      ...{ market: 'Bán trong tỉnh sáu phần, Hà Nội ba phần, trên mạng một phần (giả định).' },
      revenue: 'Doanh thu 1,8 tỷ đồng, lợi nhuận 210 triệu đồng năm trước (giả định).',
    },
    undefined,
  );
  await savePlan.run(producer, { id, plan: 'Thêm hai sân phơi và một cửa hàng trong ba năm (giả định).' }, undefined);
  const answers = of.answers ?? (await middling(of.productSet));
  await saveAnswers.run(producer, { id, answers: copied(answers), notes: {} }, undefined);
}

/** The middle option of every criterion. */
async function middling(productSet: string): Promise<Answers> {
  const { index } = await sheetOf({ rulebook: '26-2026', productSet });
  return Object.fromEntries(
    index.criteria.flatMap(({ code, options }) => {
      const ids = [...options].toSorted((a, b) => a[1].points - b[1].points).map(([id]) => id);
      const chosen = ids[Math.ceil((ids.length - 1) / 2)];
      return chosen === undefined ? [] : [[code, chosen]];
    }),
  );
}

function copied(answers: Answers): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(answers).map(([code, one]) => [code, typeof one === 'string' ? one : [...one]]),
  );
}

const SUPPORTS: Readonly<Record<string, string>> = { E01: '3.1', E03: '1.1', E05: '3.3', E10: '5.1', E11: '8' };

/** A small real paper: out of the wallet if one of its kind is there, else a new one; a photo for the story. */
async function handIn(producer: ActionContext, id: string, kind: string): Promise<void> {
  const { producers, account } = producer.actor;
  const criterion = SUPPORTS[kind];
  const supports = criterion ? { criterion } : {};
  const there = await producer.tx
    .selectFrom('paper')
    .select('id')
    .where('producer', 'in', [...producers])
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (there) {
    await citePaper.run(producer, { id, paper: there.id, ...supports }, undefined);
    return;
  }
  const words = evidenceWords(kind);
  const name = words?.name ?? 'Giấy tờ';
  const bytes = kind === 'E10' ? await photo() : await printed(name, producer.now);
  const facts =
    kind === 'E10'
      ? { kind: 'jpeg' as const, type: 'image/jpeg', name: 'cau-chuyen.jpg', width: 900, height: 600 }
      : { kind: 'pdf' as const, type: 'application/pdf', name: `${kind.toLowerCase()}.pdf`, pages: 1 };
  const stored = await producer.files.putOwn(bytes, facts);
  await insertFile(producer.tx, stored, account);
  const ends = words?.lapses ? { endsOn: `${Number(producer.day.slice(0, 4)) + 2}-09-18` } : {};
  const known = { title: `${name} (giả định)`, number: '01/2026 (giả định)', issuer: 'Cơ quan giả định' };
  await addDossierPaper.run(producer, { id, kind, ...known, file: stored.id, ...ends, ...supports }, undefined);
}

const prints = new Map<string, Promise<Uint8Array>>();

/** A page of one kind of paper; the same file serves every dossier. */
function printed(name: string, now: Date): Promise<Uint8Array> {
  const kept = prints.get(name) ?? print(name, now);
  prints.set(name, kept);
  return kept;
}

async function print(name: string, now: Date): Promise<Uint8Array> {
  const { bytes } = await printPdf(
    {
      title: name,
      sections: [
        {
          blocks: [
            { kind: 'nation' },
            { kind: 'title', type: name, summary: 'Giấy tờ giả định của chương trình trình diễn' },
            { kind: 'text', text: 'Giấy này không có giá trị. Nó chỉ để thử xem, kiểm tra và trả lại giấy tờ.' },
          ],
        },
      ],
    },
    now,
  );
  return bytes;
}

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#dce4f5"/>
<rect y="380" width="900" height="220" fill="#d9ebd9"/><circle cx="720" cy="130" r="70" fill="#f0ac1b"/>
<g stroke="#1b2320" stroke-width="6" fill="#fffefb"><rect x="90" y="260" width="180" height="230"/><rect x="310" y="260" width="180" height="230"/><rect x="530" y="260" width="180" height="230"/></g></svg>`;

async function photo(): Promise<Buffer> {
  return (await pictures())(Buffer.from(PICTURE)).jpeg({ quality: 80 }).toBuffer();
}

/** The commune takes a dossier in and checks its first papers; with `back` the last of them fails and all goes back. */
async function checkSome(tools: DemoTools, of: DemoWanted, id: string, count: number, back: boolean): Promise<void> {
  const officer = await demoHand(tools, HANDS[of.producer].commune);
  await receiveDossier.run(officer, { id }, undefined);
  const papers = (await citedPapers(tools.tx, id)).slice(0, count);
  for (const [at, { id: paper }] of papers.entries()) {
    const fails = back && at === papers.length - 1;
    const said = fails
      ? { verdict: 'fail' as const, reason: 'Phiếu đã quá 12 tháng. Gửi phiếu kiểm nghiệm mới.' }
      : { verdict: 'pass' as const };
    await checkPaper.run(officer, { id, paper, ...said }, undefined);
  }
  if (back) await returnDossier.run(officer, { id, items: [] }, undefined);
}
