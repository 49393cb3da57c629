import type { Block, Paper } from '#platform/documents/paper';
import { type Pdf, renderPdf } from '#platform/documents/pdf';
import { qrSvg } from '#platform/documents/qr';
import { count, longDate, placeDate, shortDate } from '#platform/documents/words';
import type { Day } from './data.ts';

/** All that is printed on a certificate; names are those of its day (R6.7). Days are 'YYYY-MM-DD'. */
export interface CertificateData {
  /** As the office numbers it: '012/GCN-OCOP'. */
  number: string;
  /** Who decides and certifies: 'Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh'. */
  authority: string;
  star: 3 | 4 | 5;
  product: string;
  producer: string;
  address: string;
  /** Opaque printed code (R6.6). */
  productCode: string | null;
  decision: { number: string; date: Day };
  issuedOn: Day;
  /** Last day of validity, and the months and article it follows from: given by the law, never computed here. */
  expiresOn: Day;
  termMonths: number;
  /** 'khoản 3 Điều 4 Quyết định số 26/2026/QĐ-TTg' */
  basis: string;
  place: string;
  /** Lines above the signature, as in Decree 30: ['TM. Ủy ban nhân dân', 'Chủ tịch']. */
  capacity: string[];
  signatory: string | null;
  checkCode: string;
  /** Address the QR carries. */
  checkUrl: string;
  /** Print of the product set as SVG text, its words, and the flat colour under it. */
  print: { svg: string; alt: string } | null;
  plane: 'indigo' | 'lacquer' | 'bamboo' | 'turmeric' | 'paper';
  /** The OCOP mark as PNG, from its owner's file; null: none. */
  logo: Uint8Array | null;
  /** Shown in a red frame: 'BẢN TRÌNH DIỄN – DỮ LIỆU GIẢ ĐỊNH'. Null on a real certificate. */
  mark: string | null;
}

const TEMPLATE = new URL('./certificate.typ', import.meta.url);

/** The certificate as PDF/A, one A4 page on its side. `createdAt` is written into the file: same input, same bytes. */
export function certificatePdf(data: CertificateData, createdAt: Date): Promise<Pdf> {
  const shown = {
    title: `Giấy chứng nhận số ${data.number}: ${data.product}`,
    number: data.number,
    authority: data.authority,
    star: data.star,
    ranking: `SẢN PHẨM OCOP ĐẠT ${count(data.star)} SAO`,
    product: data.product,
    producer: data.producer,
    address: data.address,
    productCode: data.productCode ?? 'Chưa có mã',
    decision: `Số ${data.decision.number}, ${longDate(data.decision.date)}`,
    validity: `${data.termMonths} tháng, đến hết ngày ${shortDate(data.expiresOn)}`,
    basis: data.basis,
    placeDate: placeDate(data.place, data.issuedOn),
    capacity: data.capacity,
    signatory: data.signatory,
    checkCode: data.checkCode,
    checkAddress: new URL(data.checkUrl).host,
    qr: qrSvg(data.checkUrl),
    print: data.print?.svg ?? null,
    printAlt: data.print?.alt ?? '',
    plane: data.plane,
    mark: data.mark,
    logo: data.logo !== null,
  };
  const pictures = new Map(data.logo === null ? [] : [['logo.png', data.logo]]);
  return renderPdf(TEMPLATE, shown, { createdAt, pictures });
}

/** The same words as a paper for Word, upright and without the drawing: to be laid out by hand. */
export function certificatePaper(data: Omit<CertificateData, 'logo'>): Paper {
  const field = (label: string, value: string): Block => ({ kind: 'field', label, value });
  return {
    title: `Giấy chứng nhận số ${data.number}: ${data.product}`,
    sections: [
      {
        blocks: [
          { kind: 'nation' },
          ...(data.mark === null
            ? []
            : [{ kind: 'text', text: { text: data.mark, bold: true }, align: 'center' } as const]),
          { kind: 'authority', text: data.authority.toLocaleUpperCase('vi') },
          { kind: 'title', type: 'Giấy chứng nhận', summary: `Sản phẩm OCOP đạt ${count(data.star)} sao` },
          field('Sản phẩm', data.product),
          field('Chủ thể', data.producer),
          field('Địa chỉ', data.address),
          field('Mã số sản phẩm', data.productCode ?? 'Chưa có mã'),
          field('Quyết định công nhận', `số ${data.decision.number}, ${longDate(data.decision.date)}`),
          field('Giá trị', `${data.termMonths} tháng, đến hết ngày ${shortDate(data.expiresOn)} (${data.basis})`),
          field('Số giấy chứng nhận', data.number),
          {
            kind: 'closing',
            signers: [
              {
                placeDate: placeDate(data.place, data.issuedOn),
                capacity: data.capacity,
                note: '(Ký, đóng dấu)',
                name: data.signatory,
              },
            ],
          },
          {
            kind: 'qr',
            svg: qrSvg(data.checkUrl),
            alt: 'Mã QR kiểm tra giấy chứng nhận',
            text: `Kiểm tra tại ${new URL(data.checkUrl).host}, mã ${data.checkCode}`,
          },
        ],
      },
    ],
  };
}
