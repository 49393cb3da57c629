import type { CitedAct } from '#law/act';
import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Block, Paper } from '#platform/documents/paper';
import { addressedTo } from '#platform/documents/phrases';
import { shortDate } from '#platform/documents/words';
import type { Day } from './data.ts';

/** The agency's notice that a certificate runs on by law while its re-evaluation is decided (Art. 12.3; R8.7). */
export interface ExtensionNoticeData {
  issuance: Issuance;
  province: string;
  /** 'xã Nam Dương' */
  commune: string;
  agency: string;
  act: CitedAct;
  certificate: {
    number: string | null;
    product: string;
    producer: string;
    address: string;
    star: number | null;
    decision: string | null;
    expiresOn: Day;
  };
  /** The day the dossier was filed. */
  filedOn: Day;
  /** Filed after the window of Art. 7.6.a. */
  late: boolean;
  startsOn: Day;
  endsOn: Day;
  signature: Signature;
}

export function extensionNotice(data: ExtensionNoticeData): Paper {
  const { certificate, act, agency } = data;
  const filed = data.late
    ? `hồ sơ đánh giá lại nộp ngày ${shortDate(data.filedOn)}, sau thời hạn quy định tại điểm a khoản 6 Điều 7`
    : `hồ sơ đánh giá lại nộp ngày ${shortDate(data.filedOn)}, đến ngày hết hạn chưa có kết quả`;
  return {
    title: `Thông báo kéo dài hiệu lực giấy chứng nhận OCOP: ${certificate.product}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          { kind: 'title', type: 'Thông báo', summary: 'Kéo dài hiệu lực giấy chứng nhận sản phẩm OCOP' },
          addressedTo('Kính gửi', [`Ủy ban nhân dân ${data.commune}`, certificate.producer]),
          text(
            `Căn cứ khoản 3 Điều 12 ${act.short}, ${agency} thông báo việc kéo dài hiệu lực giấy chứng nhận sau đây:`,
          ),
          field('- Sản phẩm', certificate.product),
          field('- Chủ thể', certificate.producer),
          field('- Địa chỉ', certificate.address),
          field('- Giấy chứng nhận số', certificate.number ?? 'không ghi số'),
          ...(certificate.star === null ? [] : [field('- Hạng', `${certificate.star} sao`)]),
          ...(certificate.decision === null ? [] : [field('- Quyết định công nhận', certificate.decision)]),
          field('- Ngày hết hạn', shortDate(certificate.expiresOn)),
          field('- Lý do', filed),
          {
            kind: 'field',
            label: '- Thời gian kéo dài',
            value: {
              text: `từ ngày ${shortDate(data.startsOn)} đến ngày có kết quả xử lý, không quá ngày ${shortDate(data.endsOn)}`,
              bold: true,
            },
            indent: 1,
          },
          text(
            'Trong thời gian kéo dài, chủ thể chịu trách nhiệm về sản phẩm theo đúng Bộ tiêu chí và hồ sơ đăng ký đã được xem xét, công nhận. Có kết quả xử lý trước thời hạn nói trên thì việc kéo dài kết thúc vào ngày có kết quả.',
          ),
          text(`${agency} thông báo để Ủy ban nhân dân ${data.commune} và chủ thể biết, thực hiện./.`),
          {
            kind: 'closing',
            recipients: ['Như trên;', `UBND ${data.province} (để báo cáo);`, 'Lưu: VT, hồ sơ.'],
            signers: [signerOf(data.signature)],
          },
        ],
      },
    ],
  };
}

const text = (words: string): Block => ({ kind: 'text', text: words });
const field = (label: string, value: string): Block => ({ kind: 'field', label, value, indent: 1 });
