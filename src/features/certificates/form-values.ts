/** What an office's own Word forms of these papers are filled in with: the same data the common forms print. */
import { sql } from 'kysely';
import { type FieldValues, officeFields, type PreviewSources, signingFields } from '#features/papers';
import { count } from '#platform/documents/words';
import type { ReadContext } from '#platform/http/context';
import { extensionValues } from './extension-printing.ts';
import { noticeData, noticeFacts } from './notice.ts';
import type { ApprovalData } from './papers/approval.ts';
import type { DecidedProduct } from './papers/data.ts';
import { type NoticeData, verdict } from './papers/notice.ts';
import type { RecognitionData } from './papers/recognition.ts';
import type { SubmissionData } from './papers/submission.ts';
import { decisionData, submissionData } from './printing.ts';
import { findDecision } from './record.ts';

/** Products as the lists of a form name them. */
export const productRows = (products: readonly DecidedProduct[]) =>
  products.map((one, at) => ({
    ...{ tt: String(at + 1), tenSanPham: one.name, chuThe: one.producer, diaChi: one.address },
    ...{ maSo: one.productCode ?? '', lanDangKy: one.kindWords, diem: one.mean, sao: `${one.star} sao` },
  }));

export function submissionValues(data: SubmissionData): FieldValues<'to-trinh'> {
  const products = [...data.recognised, ...data.candidates];
  return {
    ...officeFields(data.issuance, data.province),
    ...{ dot: data.roundTitle, canCu: data.bases.join('\n'), hoiDong: data.council, bienBan: data.minutes },
    ...{ soDanhGia: count(data.evaluated), soSanPham: count(products.length) },
    ...signingFields(data.signature),
    sanPham: productRows(products),
  };
}

export function approvalValues(data: Omit<ApprovalData, 'fromPoints'>): FieldValues<'phe-duyet'> {
  return {
    ...officeFields(data.issuance, data.province),
    ...{ trichYeu: data.summary, canCu: data.bases.join('\n'), dot: data.roundTitle },
    ...{ soSanPham: count(data.products.length), noiNhan: data.recipients.join('\n') },
    ...signingFields(data.signature),
    sanPham: productRows(data.products),
  };
}

export function recognitionValues(data: RecognitionData): FieldValues<'quyet-dinh'> {
  return { ...approvalValues(data), thoiHan: String(data.termMonths) };
}

export function noticeValues(data: NoticeData): FieldValues<'thong-bao'> {
  const { product } = data;
  return {
    ...officeFields(data.issuance, data.province),
    ...{ xa: data.commune, hoiDong: data.council, dot: data.roundTitle, tenSanPham: product.name },
    ...{ chuThe: product.producer, diaChi: product.address, maSo: product.productCode ?? '' },
    ...{ lanDangKy: product.kindWords, diem: product.mean, ketQua: verdict(data) },
    ...signingFields(data.signature),
  };
}

/** The newest decision of a province, of one kind where it is named. */
async function newest({ db }: ReadContext, province: string | null, kind: 'recognition' | 'approval' | null) {
  const { rows: found } = await sql<{ id: string }>`
    select d.id from decision d join lifecycle l on l.id = d.id
     where d.province is not distinct from ${province}::uuid and (${kind}::text is null or d.kind = ${kind}) and l.state <> 'cancelled'
     order by (l.state = 'issued') desc, d.id desc limit 1`.execute(db);
  return found[0] ? findDecision(db, found[0].id) : undefined;
}

/** Real data to try a form with: the newest decision or result of the province. */
export const formSources: Pick<PreviewSources, 'to-trinh' | 'quyet-dinh' | 'phe-duyet' | 'thong-bao' | 'keo-dai'> = {
  async 'to-trinh'(ctx, province) {
    const decision = await newest(ctx, province, null);
    return decision ? submissionValues(await submissionData(ctx.db, decision, ctx.now)) : null;
  },
  async 'quyet-dinh'(ctx, province) {
    const decision = await newest(ctx, province, 'recognition');
    const of = decision && (await decisionData(ctx.db, decision, ctx.now));
    return of?.kind === 'recognition' ? recognitionValues(of.data) : null;
  },
  async 'phe-duyet'(ctx, province) {
    const decision = await newest(ctx, province, 'approval');
    const of = decision && (await decisionData(ctx.db, decision, ctx.now));
    return of?.kind === 'approval' ? approvalValues(of.data) : null;
  },
  async 'thong-bao'(ctx, province) {
    const { rows: found } = await sql<{ id: string }>`
      select d.id from dossier d join lifecycle l on l.id = d.id where (d.province = ${province} or ${province}::uuid is null)
         and l.state in ('recognised', 'notRecognised') order by l.moved_at desc limit 1`.execute(ctx.db);
    const facts = found[0] && (await noticeFacts(ctx.db, found[0].id));
    return facts ? noticeValues(await noticeData(ctx.db, facts, ctx.now.getFullYear())) : null;
  },
  'keo-dai': extensionValues,
};
