import type { Paper } from '#platform/documents/paper';
import { lead, paragraphs } from '#platform/documents/phrases';
import { longDate } from '#platform/documents/words';

/** Minutes of a visit to the place of production, to be signed by both sides (Art. 7.3.c, 7.4.c). */
export interface VisitMinutesData {
  /** 'Tổ tư vấn Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Bắc Ninh' */
  team: string;
  authority: string;
  product: string;
  producer: string;
  productCode: string | null;
  /** 'YYYY-MM-DD' */
  visitedOn: string;
  where: string;
  coordinates: string | null;
  people: string[];
  findings: string;
  proposal: string | null;
  photos: number;
  leader: string | null;
}

export function visitMinutes(data: VisitMinutesData): Paper {
  const code = data.productCode === null ? '' : `, mã số ${data.productCode}`;
  return {
    title: `Biên bản khảo sát thực tế: ${data.product}`,
    sections: [
      {
        blocks: [
          { kind: 'head', superior: data.authority, issuer: 'Tổ tư vấn Hội đồng', number: 'Số:       /BB-TTV' },
          {
            kind: 'title',
            type: 'Biên bản',
            summary: `Khảo sát thực tế tại cơ sở sản xuất ${data.product}`,
          },
          { kind: 'text', text: `Hôm nay, ${longDate(data.visitedOn)}, ${data.team} khảo sát thực tế như sau:` },
          lead('1. Nơi khảo sát'),
          ...paragraphs(`${data.where}${data.coordinates === null ? '' : ` (tọa độ ${data.coordinates})`}.`),
          { kind: 'text', text: `Sản phẩm: ${data.product}${code}. Chủ thể: ${data.producer}.` },
          lead('2. Thành phần tham gia'),
          ...data.people.map((one) => ({ kind: 'item' as const, text: one })),
          lead('3. Kết quả khảo sát'),
          ...paragraphs(data.findings),
          ...(data.photos === 0 ? [] : paragraphs(`Kèm theo ${data.photos} ảnh chụp tại nơi khảo sát.`)),
          lead('4. Đề nghị'),
          ...paragraphs(data.proposal ?? 'Không.'),
          {
            kind: 'text',
            text: 'Biên bản đã được đọc lại cho các bên cùng nghe, thống nhất và lập thành hai bản, mỗi bên giữ một bản./.',
          },
          {
            kind: 'closing',
            signers: [
              { capacity: ['Đại diện chủ thể'], name: null },
              { capacity: ['Tổ trưởng'], name: data.leader },
            ],
          },
        ],
      },
    ],
  };
}
