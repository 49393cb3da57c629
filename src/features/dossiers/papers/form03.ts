import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Block, Paper } from '#platform/documents/paper';
import { lead, paragraphs } from '#platform/documents/phrases';
import type { Representative } from './data.ts';

/** Fields of Form 03, Annex III of Decision 26/2026: the commune's report. Null is left to be filled in by hand. */
export interface Form03Data {
  issuance: Issuance;
  /** 'xã Nam Dương', 'tỉnh Bắc Ninh' as they stand in a sentence. */
  commune: string;
  province: string;
  producer: string;
  producerType: string | null;
  address: string | null;
  representative: Representative;
  product: string;
  /** The four assessments of Art. 7.2.a. */
  material: string | null;
  labour: string | null;
  idea: string | null;
  identity: string | null;
  signature: Signature;
}

/** Form 03 "Báo cáo đánh giá một số nội dung của hồ sơ". */
export function form03(data: Form03Data): Paper {
  const person = data.representative;
  return {
    title: `Mẫu số 03: Báo cáo đánh giá một số nội dung của hồ sơ – ${data.product}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          {
            kind: 'title',
            type: 'Báo cáo',
            summary: 'Đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP',
          },
          { kind: 'heading', text: 'I. THÔNG TIN CHUNG VỀ HỒ SƠ SẢN PHẨM' },
          { kind: 'field', label: '1. Tên chủ thể', value: data.producer },
          { kind: 'field', label: '2. Loại hình tổ chức', value: data.producerType },
          { kind: 'field', label: '3. Địa chỉ', value: data.address },
          { kind: 'text', text: '4. Tên người đại diện pháp luật:', indent: false },
          { kind: 'field', label: '- Họ tên', value: person.name },
          {
            kind: 'fields',
            fields: [
              { label: '- Giới tính', value: person.sex },
              { label: 'Dân tộc', value: person.ethnicity },
            ],
          },
          { kind: 'field', label: '- Địa chỉ thường trú', value: person.permanentAddress },
          { kind: 'field', label: '5. Sản phẩm đăng ký đánh giá', value: data.product },
          { kind: 'heading', text: 'II. ĐÁNH GIÁ MỘT SỐ NỘI DUNG CỦA HỒ SƠ SẢN PHẨM' },
          ...assessment('1. Về sử dụng nguyên liệu địa phương:', data.material),
          ...assessment('2. Về sử dụng lao động địa phương:', data.labour),
          ...assessment('3. Nguồn gốc ý tưởng sản phẩm:', data.idea),
          ...assessment('4. Bản sắc/trí tuệ địa phương:', data.identity),
          {
            kind: 'text',
            text: `Ủy ban nhân dân ${data.commune} đề nghị Ủy ban nhân dân ${data.province} đánh giá, phân hạng sản phẩm OCOP cho sản phẩm ${data.product} của ${data.producer}.`,
          },
          {
            kind: 'closing',
            recipients: [`UBND ${data.province};`, `${data.producer};`, 'Lưu: VT, hồ sơ.'],
            signers: [signerOf(data.signature, '(Ký tên và đóng dấu)')],
          },
        ],
      },
    ],
  };
}

function assessment(heading: string, text: string | null): Block[] {
  return [lead(heading), ...paragraphs(text)];
}
