/** Dossiers of the demonstration's producers, brought as far as a test needs by the real acts over the API. */
import sharp from 'sharp';
import { expect } from 'vitest';
import { demoId } from '../../src/features/registry/demo-keys.ts';
import type { TestApp } from './app.ts';
import type { Client, JsonAnswer } from './client.ts';

export interface MadeDossier {
  id: string;
  /** Version of the lifecycle, for the next act. */
  version: number;
  /** Ids of its papers, in order. */
  papers: string[];
}

/** Form 01 and part I of Form 02, all filled in. */
export const GENERAL = {
  applicant: 'Hợp tác xã Miến dong Cánh Diều (giả định)',
  applicantType: 'Hợp tác xã',
  address: 'Thôn Giả Định, xã Tân Hưng',
  phone: '0000 000 001',
  representative: 'Người đại diện 1 (giả định)',
  position: 'Giám đốc',
  sex: 'male',
  ethnicity: 'Kinh',
  permanentAddress: 'Thôn Giả Định',
  foundedOn: '01/03/2020',
  productName: 'Miến dong Cánh Diều (giả định)',
  specification: 'Túi 500 g',
  standard: 'TCCS 01:2026/CD',
  businessRegistration: true,
  qualityDeclaration: true,
  foodSafetyCertificate: true,
  productionCertificate: true,
  trademark: true,
  geographicalIndication: false,
  patent: false,
  industrialDesign: false,
  copyright: false,
  history: 'Lập năm 2020.',
  organisation: 'Hội đồng quản trị ba người.',
};
/** Part II of Form 02. */
export const RESULTS = {
  materialArea: 'Hai hecta dong riềng trong xã.',
  qualityChange: 'Bao bì mới.',
  market: 'Trong tỉnh.',
  revenue: 'Doanh thu 1,2 tỷ đồng.',
};

const png = () =>
  sharp({ create: { width: 300, height: 400, channels: 3, background: '#f4efe4' } })
    .png()
    .toBuffer();

interface Wanted {
  product?: Parameters<typeof demoId>[1];
  producer?: string;
  newProduct?: string;
  set?: string;
  papers?: number;
  account?: string;
  /** false: all is filled in, but not handed in. */
  handIn?: boolean;
}

/** Calls an act and insists that it is done; answers what it says. */
export async function done(
  answer: Promise<JsonAnswer>,
): Promise<{ id: string; version: number; draftVersion: number }> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return { id: String(body.id), version: Number(body.version), draftVersion: Number(body.draftVersion) };
}

/** An act on a dossier with the version seen. */
export function act(who: Client, id: string, what: string, version: number, body: object = {}): Promise<JsonAnswer> {
  return who.json('POST', `/api/v1/dossiers/${id}/${what}`, body, { key: true, ifMatch: version });
}

/** A dossier handed in to commune 11977 by the demonstration's first producer, with this many papers. */
export async function submittedDossier(app: TestApp, wanted: Wanted = {}): Promise<MadeDossier> {
  const producer = await app.signIn(wanted.account ?? 'producer');
  const start = {
    producer: wanted.producer ?? demoId('producer', 'canh-dieu'),
    kind: 'first',
    ...(wanted.newProduct ? { newProduct: wanted.newProduct } : { product: demoId('product', 'mien-dong') }),
    productSet: wanted.set ?? '26-2026/06',
    ...(wanted.account === 'commune' ? { signedForm: await upload(producer, 'phieu-ky.png') } : {}),
  };
  const { id, ...made } = await done(producer.json('POST', '/api/v1/dossiers', start, { key: true }));
  let version = made.draftVersion;
  const save = async (part: string, body: object) => {
    const kept = await done(act(producer, id, part, version, body));
    version = kept.draftVersion;
    return kept;
  };
  await save('general', GENERAL);
  await save('results', RESULTS);
  await save('plan', { plan: 'Mở thêm sân phơi, bán qua cửa hàng trong tỉnh.' });
  await save('answers', { answers: { '1.1': '1.1#3' }, notes: { '1.1': 'Nguyên liệu lấy trong xã.' } });
  for (let no = 1; no <= (wanted.papers ?? 1); no += 1) {
    const file = await upload(producer, `giay-${no}.png`);
    await save('papers', { kind: no % 2 === 1 ? 'E02' : 'E12', title: `Giấy tờ số ${no}`, file, criterion: '1.1' });
  }
  const life =
    wanted.handIn === false ? made : await done(act(producer, id, 'submission', made.version, { truthful: true }));
  const papers = await app.database.asOwner<{ paper: string }>(
    `select paper from dossier_paper where dossier = '${id}' order by position`,
  );
  return { id, version: life.version, papers: papers.map(({ paper }) => paper) };
}

/** Sends a small picture and answers its id. */
export async function upload(who: Client, name: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(await png())], { type: 'image/png' }), name);
  const answer = await who.fetch('/api/v1/files', { method: 'POST', body, headers: { origin: who.base } });
  const { id } = (await answer.json()) as { id: string };
  return id;
}

/** Received, every paper passed, four assessments, a code: ready to be proposed. */
export async function checkedDossier(app: TestApp, wanted: Wanted = {}): Promise<MadeDossier> {
  const made = await submittedDossier(app, wanted);
  const officer = await app.signIn('commune');
  let { version } = await done(act(officer, made.id, 'reception', made.version));
  for (const paper of made.papers)
    ({ version } = await done(act(officer, made.id, `papers/${paper}/check`, version, { verdict: 'pass' })));
  ({ version } = await done(act(officer, made.id, 'assessment', version, fourMatters)));
  ({ version } = await done(act(officer, made.id, 'code', version)));
  return { ...made, version };
}

export const fourMatters = {
  material: 'Dùng củ dong trồng trong xã.',
  labour: 'Mười hai lao động thường trú tại xã.',
  idea: 'Nghề tráng miến có từ lâu ở địa phương.',
  identity: 'Giữ cách phơi trên phên tre.',
};

/** Forwarded to the province with a letter of this day. */
export async function proposedDossier(app: TestApp, letterDate: string, wanted: Wanted = {}): Promise<MadeDossier> {
  const made = await checkedDossier(app, wanted);
  const officer = await app.signIn('commune');
  const { version } = await done(
    act(officer, made.id, 'proposal', made.version, {
      letterNumber: '45/UBND-KT',
      letterDate,
      signatory: 'Người ký giả định',
      samples: 5,
      paperSet: true,
    }),
  );
  return { ...made, version };
}
