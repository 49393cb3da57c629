import { citation, type Issuance } from '#platform/documents/issuance';
import type { Cell, Column, Section } from '#platform/documents/paper';
import { count } from '#platform/documents/words';
import type { DecidedProduct } from './data.ts';

/** How an annex lists its products. */
export interface AnnexLook {
  /** 'Phụ lục', or 'Phụ lục I' when there are several. */
  label: string;
  summary: string;
  /** The paper it belongs to: type and issuance. */
  of: { type: string; issuance: Issuance };
  /** Five-star candidates: nothing is recognised yet, and rows are not grouped by star. */
  candidates: boolean;
  /** Show the mean points; a recognition does not need them. */
  showMean: boolean;
}

/** The annex of a decision or submission: one row a product, on its side. */
export function productAnnex(products: DecidedProduct[], look: AnnexLook): Section {
  const columns: Column[] = [
    { header: 'TT', width: 5, align: 'center' },
    { header: 'Tên sản phẩm', width: 25 },
    { header: 'Chủ thể', width: 24 },
    { header: 'Địa chỉ', width: 24 },
    { header: 'Mã số sản phẩm', width: 16, align: 'center' },
    { header: 'Lần đăng ký', width: 9, align: 'center' },
    ...(look.showMean ? [{ header: 'Điểm trung bình', width: 9, align: 'center' } as const] : []),
    { header: 'Hạng sao', width: 8, align: 'center' },
  ];
  let number = 0;
  const row = (one: DecidedProduct): Cell[] => {
    number += 1;
    return [
      String(number),
      one.name,
      one.producer,
      one.address,
      one.productCode ?? '',
      one.kindWords,
      ...(look.showMean ? [one.mean] : []),
      look.candidates ? `Tiềm năng ${one.star} sao` : `${one.star} sao`,
    ];
  };
  const stars = [...new Set(products.map((one) => one.star))].sort((a, b) => b - a);
  const rows = look.candidates
    ? products.map(row)
    : stars.flatMap((star, index): Cell[][] => {
        const group = products.filter((one) => one.star === star);
        const heading = `${ROMAN[index] ?? ''}. Sản phẩm đạt ${star} sao (${count(group.length)} sản phẩm)`;
        return [[{ cell: heading, span: columns.length, bold: true }], ...group.map(row)];
      });
  return {
    landscape: true,
    blocks: [
      {
        kind: 'title',
        type: look.label,
        summary: look.summary,
        note: `(Kèm theo ${citation(look.of.type, look.of.issuance)})`,
      },
      { kind: 'table', size: 11.5, columns, rows },
    ],
  };
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];
