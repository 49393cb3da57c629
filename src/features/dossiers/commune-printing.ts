import { sql } from 'kysely';
import { ownWord, type PreviewSources } from '#features/papers';
import { ACT_IN_FORCE } from '#law/act';
import type { Issuance, Signature } from '#platform/documents/issuance';
import type { ReadContext } from '#platform/http/context';
import { doerWords, historyOf } from '#platform/ledger/read';
import { notFound } from '#platform/refusal';
import { form03Values, letterValues } from './commune-forms.ts';
import { type Assessment, assessmentOf } from './commune-read.ts';
import { receiptValues } from './filed-forms.ts';
import { type Form03Data, form03 } from './papers/form03.ts';
import { type LetterData, proposalLetter } from './papers/letter.ts';
import { type ReceiptData, receiptSlip } from './papers/receipt.ts';
import { form01Data, form02Data, handedIn, lowerFirst, placeName } from './print-data.ts';
import { printing } from './printing.ts';
import { slipsOf } from './queries.ts';
import { type DossierRecord, getDossier } from './record.ts';
import { dossierPath } from './urls.ts';
import type { WalletPaper } from './wallet.ts';

type Reader = Pick<ReadContext, 'db' | 'day'>;

export const paperOf03 = async (ctx: Reader, dossier: DossierRecord) => form03(await form03Data(ctx, dossier));
const letterOf = async (ctx: Reader, dossier: DossierRecord) => proposalLetter(await letterData(ctx, dossier));

/** Form 03, filled from the four assessments; number and day as recorded, blank before (Annex III). */
export const form03Pdf = printing('form03Pdf', 'Mẫu số 03 (PDF)', 'mau-03', 'pdf', paperOf03);
export const form03Word = printing('form03Word', 'Mẫu số 03 (Word)', 'mau-03', 'docx', paperOf03, (ctx, dossier) =>
  ownWord(ctx, 'docx', dossier.province.id, 'mau-03', async () => form03Values(await form03Data(ctx, dossier))),
);
/** The commune's letter that proposes evaluation (Art. 6.2.a). */
export const letterPdf = printing('letterPdf', 'Văn bản đề nghị (PDF)', 'van-ban-de-nghi', 'pdf', letterOf);
export const letterWord = printing(
  'letterWord',
  'Văn bản đề nghị (Word)',
  'van-ban-de-nghi',
  'docx',
  letterOf,
  (ctx, dossier) =>
    ownWord(ctx, 'docx', dossier.province.id, 'de-nghi', async () => letterValues(await letterData(ctx, dossier))),
);
/** The province's numbered slip (R3.10). */
export const provinceSlipPdf = printing(
  'provinceSlipPdf',
  'Giấy biên nhận của tỉnh',
  'phieu-tinh',
  'pdf',
  async (ctx, dossier, papers) => receiptSlip(await provinceSlipData(ctx, dossier, papers)),
);

export const provinceSlipWord = printing(
  'provinceSlipWord',
  'Giấy biên nhận của tỉnh (Word)',
  'phieu-tinh',
  'docx',
  async (ctx, dossier, papers) => receiptSlip(await provinceSlipData(ctx, dossier, papers)),
  (ctx, dossier, papers) =>
    ownWord(ctx, 'docx', dossier.province.id, 'bien-nhan', async () =>
      receiptValues(await provinceSlipData(ctx, dossier, papers)),
    ),
);

/** Real data to try a form with: the dossier a commune of the province has proposed last. */
export const communeSources: Pick<PreviewSources, 'mau-03' | 'de-nghi'> = {
  async 'mau-03'(ctx, province) {
    const dossier = await lastProposed(ctx.db, province);
    return dossier ? form03Values(await form03Data(ctx, dossier)) : null;
  },
  async 'de-nghi'(ctx, province) {
    const dossier = await lastProposed(ctx.db, province);
    return dossier ? letterValues(await letterData(ctx, dossier)) : null;
  },
};

async function lastProposed(db: ReadContext['db'], province: string | null): Promise<DossierRecord | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from dossier where province = ${province} and proposed_on is not null order by proposed_on desc, id desc limit 1`.execute(
    db,
  );
  return rows[0] && getDossier(db, rows[0].id);
}

async function form03Data({ db, day }: Reader, dossier: DossierRecord): Promise<Form03Data> {
  const [assessment, { representative, producer, producerType, address }] = await Promise.all([
    assessmentOf(db, dossier.id),
    form02Data(dossier, []),
  ]);
  return {
    issuance: issued(dossier, assessment.formNumber, 'BC-UBND', assessment.formDate, day),
    commune: lowerFirst(dossier.commune.name),
    province: lowerFirst(dossier.province.name),
    producer: producer ?? dossier.producer.name,
    producerType,
    address,
    representative,
    product: dossier.form.general?.productName ?? dossier.product.name,
    material: assessment.material,
    labour: assessment.labour,
    idea: assessment.idea,
    identity: assessment.identity,
    signature: signed(assessment),
  };
}

async function letterData({ db, day }: Reader, dossier: DossierRecord): Promise<LetterData> {
  const [assessment, form] = await Promise.all([assessmentOf(db, dossier.id), form01Data(db, dossier, day)]);
  const issuance = issued(dossier, assessment.letterNumber, 'UBND-KT', assessment.letterDate, day);
  return {
    issuance,
    commune: lowerFirst(dossier.commune.name),
    province: lowerFirst(dossier.province.name),
    year: issuance.year,
    act: ACT_IN_FORCE,
    agency: 'Sở Nông nghiệp và Môi trường',
    products: [
      {
        name: form.product ?? dossier.product.name,
        producer: form.applicant ?? dossier.producer.name,
        classification: [form.sector, form.group, form.subgroup].filter(Boolean).join('; '),
        kind: dossier.kind,
        productCode: dossier.productCode,
        samples: form.samples === null ? null : (dossier.samplesReceived ?? form.samples),
      },
    ],
    signature: signed(assessment),
  };
}

/** Head of a paper of the commune. A number typed with its symbol ("45/UBND-KT") keeps that symbol. */
function issued(
  dossier: DossierRecord,
  number: string | null,
  symbol: string,
  date: string | null,
  day: string,
): Issuance {
  const [bare = null, own = symbol] = number?.split(/\/(.*)/) ?? [];
  return {
    issuer: `Ủy ban nhân dân ${lowerFirst(dossier.commune.name)}`,
    place: placeName(dossier.commune.name),
    number: bare,
    symbol: own,
    date,
    year: Number((date ?? day).slice(0, 4)),
  };
}

const signed = ({ signatory }: Assessment): Signature => ({
  capacity: ['TM. Ủy ban nhân dân', 'Chủ tịch'],
  name: signatory,
});

async function provinceSlipData(
  ctx: ReadContext,
  dossier: DossierRecord,
  papers: readonly WalletPaper[],
): Promise<ReceiptData> {
  const [slips, history] = await Promise.all([slipsOf(ctx.db, dossier.id), historyOf(ctx.db, dossier.id)]);
  const slip = slips.find(({ body }) => body === 'province');
  const taken = history.find(({ action }) => action === 'dossier.accept');
  if (!slip) throw notFound('Hồ sơ này chưa vào đợt nên chưa có phiếu của tỉnh.');
  return {
    superior: `Ủy ban nhân dân ${lowerFirst(dossier.province.name)}`,
    body: 'Sở Nông nghiệp và Môi trường',
    place: dossier.province.name.replace(/^(Tỉnh|Thành phố)\s+/u, ''),
    number: slip.text,
    year: Number(slip.receivedOn.slice(0, 4)),
    producer: dossier.form.general?.applicant ?? dossier.producer.name,
    product: dossier.product.name,
    kind: dossier.kind,
    receivedOn: slip.receivedOn,
    receivedAt: null,
    receiver: taken ? doerWords(taken.actorName, taken.inPlaceOf) : slip.receiverName,
    due: null,
    papers: [
      { name: `Báo cáo đánh giá của ${lowerFirst(dossier.commune.name)} (Mẫu số 03)`, files: 1 },
      { name: 'Văn bản đề nghị của Ủy ban nhân dân cấp xã', files: 1 },
      ...handedIn(papers),
    ],
    onBehalf: dossier.onBehalf,
    url: `${ctx.baseUrl}${dossierPath(dossier.id)}`,
  };
}
