import { getDossier, tellOffice, tellProducer } from '#features/dossiers';
import { meanText } from '#law/stars';
import type { Tx } from '#platform/db/database';
import { formatDay } from '#ui';
import { type NoticeFacts, noticeFacts } from './notice.ts';

/** Tells producer and commune what became of a dossier, in the transaction of the act that settled it (U18, Art. 7.3.g). */
export async function tellResult(tx: Tx, dossier: string): Promise<void> {
  const facts = await noticeFacts(tx, dossier);
  if (facts) await send(tx, dossier, `Kết quả đánh giá: ${facts.product}`, resultWords(facts), BOTH);
}

interface Notice {
  readonly number: string | null;
  readonly dated: string;
  readonly sentTo: readonly ('commune' | 'producer')[];
}

/** Tells those a written notice goes to that it is on its way, with what it says. */
export async function tellNotice(tx: Tx, dossier: string, { number, dated, sentTo }: Notice): Promise<void> {
  const facts = await noticeFacts(tx, dossier);
  if (!facts) return;
  const paper = `Thông báo kết quả${number ? ` số ${number}` : ''} ngày ${formatDay(dated)}`;
  await send(tx, dossier, `${paper}: ${facts.product}`, `${paper}.\n${resultWords(facts)}`, sentTo);
}

const BOTH = ['producer', 'commune'] as const;

async function send(
  tx: Tx,
  dossier: string,
  subject: string,
  body: string,
  to: readonly ('commune' | 'producer')[],
): Promise<void> {
  const record = await getDossier(tx, dossier);
  if (to.includes('producer')) await tellProducer(tx, record, { subject, body });
  if (to.includes('commune')) await tellOffice(tx, record, 'commune', { subject, body });
}

/** The result in two or three sentences. */
function resultWords(facts: NoticeFacts): string {
  const { product, producer, state, recognisedStar, certificateNumber, expires, decisionNumber, dated } = facts;
  const decision = `Quyết định số ${decisionNumber ?? ''}${dated ? ` ngày ${formatDay(dated)}` : ''}`;
  switch (state) {
    case 'recognised':
      return `${product} của ${producer} được công nhận ${recognisedStar ?? ''} sao theo ${decision}.\nGiấy chứng nhận số ${certificateNumber ?? ''}, hết hạn ngày ${expires ? formatDay(expires) : ''}.`;
    case 'candidate':
      return `${product} của ${producer} đạt mức tiềm năng 5 sao, kết quả được phê duyệt theo ${decision}.\nTỉnh gửi hồ sơ đề nghị Bộ đánh giá; chưa có giấy chứng nhận từ kết quả này.`;
    case 'excluded':
      return `Hồ sơ ${product} của ${producer} bị loại.\nCăn cứ: ${facts.excluded?.ground ?? ''}\nLý do: ${facts.excluded?.reason ?? ''}`;
    default:
      return `${product} của ${producer} đạt ${facts.star ?? 0} sao${facts.sum !== null && facts.count !== null ? `, ${meanText({ sum: facts.sum, count: facts.count })} điểm` : ''}.\nKết quả dưới 3 sao không có quyết định công nhận và giấy chứng nhận.`;
  }
}
