/** Revoking a certificate (Art. 8) and withdrawing a recognition wrongly given (Art. 10.1.b); R9.1–R9.4, R4.9. */
import { type Allowed, article26, type Day, type Refused, refuse } from './answers.ts';
import { mayDecide } from './competence.ts';
import { isDay } from './days.ts';
import { type Dated, inForce } from './parameters.ts';

export type RevocationGround = 'a' | 'b' | 'c' | 'd' | 'đ' | 'e';

/** Art. 8.1 in its letters. `proof`: what the file must hold. */
export const REVOCATION_GROUNDS: readonly {
  readonly letter: RevocationGround;
  readonly text: string;
  readonly proof: 'conclusion' | 'communeConfirmation';
}[] = [
  { letter: 'a', text: 'Cung cấp thông tin, tài liệu không trung thực hoặc giả mạo hồ sơ', proof: 'conclusion' },
  { letter: 'b', text: 'Không còn đáp ứng các tiêu chí theo kết luận kiểm tra, giám sát', proof: 'conclusion' },
  {
    letter: 'c',
    text: 'Vi phạm pháp luật về chất lượng, an toàn thực phẩm, môi trường, sở hữu trí tuệ, ghi nhãn hoặc quy định khác',
    proof: 'conclusion',
  },
  { letter: 'd', text: 'Sử dụng nhãn hiệu OCOP không đúng quy định, gây nhầm lẫn', proof: 'conclusion' },
  { letter: 'đ', text: 'Không còn hoạt động sản xuất sản phẩm OCOP', proof: 'communeConfirmation' },
  {
    letter: 'e',
    text: 'Trường hợp khác theo kết luận và đề nghị của cơ quan nhà nước có thẩm quyền',
    proof: 'conclusion',
  },
];

/** Art. 8.4: 15 days from the conclusion or the commune's confirmation. */
export const REVOCATION_DAYS: readonly Dated<number>[] = [
  { from: '2026-05-22', value: 15, basis: article26('Điều 8 khoản 4') },
];

/** Days to revoke within, on a day. */
export function revocationTerm(day: Day): number {
  return inForce(REVOCATION_DAYS, day).value;
}

export interface RevocationFacts {
  readonly ground: string;
  readonly star: number;
  readonly level: 'province' | 'central';
  /** Number and date of the conclusion, or of the commune's confirmation. */
  readonly proofNumber: string;
  readonly proofDated: Day;
  readonly decisionNumber: string;
  readonly decisionDated: Day;
  /** The earliest day of the decision that gave the certificate; null where nothing is known of it. */
  readonly recognisedOn: Day | null;
}

/** Whether a revocation may be recorded. */
export function mayRevoke(facts: Partial<RevocationFacts>, day: Day): Allowed | Refused {
  const basis = article26('Điều 8');
  const ground = REVOCATION_GROUNDS.find((one) => one.letter === facts.ground);
  if (!ground) return refuse('revocationGround', 'Chọn một căn cứ thu hồi của khoản 1 Điều 8.', basis);
  const proof = ground.proof === 'conclusion' ? 'kết luận của cơ quan có thẩm quyền' : 'xác nhận của UBND cấp xã';
  if (!facts.proofNumber || !isDay(facts.proofDated ?? ''))
    return refuse('revocationProof', `Ghi số và ngày ${proof}.`, article26('Điều 8 khoản 4'));
  if (!facts.decisionNumber || !isDay(facts.decisionDated ?? '') || (facts.decisionDated ?? '') > day) {
    return refuse('revocationDecision', 'Ghi số và ngày quyết định thu hồi.', article26('Điều 8 khoản 3'));
  }
  if (facts.recognisedOn && (facts.decisionDated ?? day) < facts.recognisedOn)
    return refuse(
      'revokedBefore',
      'Quyết định thu hồi không thể có trước quyết định công nhận. Sửa ngày.',
      article26('Điều 8 khoản 3'),
    );
  return mayDecide('revoke', facts.level ?? 'province', facts.star ?? 0, facts.decisionDated ?? day);
}
