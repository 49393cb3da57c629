/** The steps of a dossier through a council, the same at both levels; each refusal cites the clause of its level. */
import { article26, type Basis } from '../answers.ts';
import { all, ask } from './conditions.ts';
import type { KnownFacts } from './facts.ts';

/** What the law asks of putting a dossier on an agenda, taking it off, and concluding it, under `basis`. */
export const councilSteps = (basis: Basis) => ({
  assign: (facts: Partial<KnownFacts['dossier.assign']>) =>
    all(
      ask(facts.sessionState === 'preparing', 'sessionState', 'Chọn phiên đang chuẩn bị.', basis),
      ask(
        facts.mode === 'meeting' || facts.kind === 'reEvaluation',
        'mode',
        'Lần đầu và nâng hạng phải họp Hội đồng. Chọn phiên họp trực tiếp.',
        basis,
      ),
    ),
  unassign: (facts: Partial<KnownFacts['dossier.unassign']>) =>
    all(
      ask(
        facts.sessionState === 'preparing' || facts.sessionState === 'cancelled',
        'sessionState',
        'Phiên đã bắt đầu chấm. Chờ Hội đồng kết luận.',
        basis,
      ),
    ),
  conclude: (facts: Partial<KnownFacts['dossier.conclude']>) =>
    all(
      ask(
        facts.sessionState === 'opened' || facts.sessionState === 'concluded',
        'sessionState',
        'Mở điểm trước khi kết luận.',
        basis,
      ),
      ask(facts.bandStar !== undefined, 'result', 'Tính kết quả trước khi kết luận.', article26('Điều 3 khoản 3')),
      ask(facts.openPairs === 0, 'spread', 'Chấm lại hoặc ghi lý do giữ kết quả cho các cặp chênh lệch.', basis),
    ),
});
