/** What the law asks of each move at the Ministry's level. Art. 6.3 and 7.4 of Decision 26/2026/QĐ-TTg. */
import { article26, refuse } from '../answers.ts';
import { mayDecide } from '../competence.ts';
import { SAMPLES_BASIS, samplesNeeded } from '../dossier.ts';
import { mayEnter } from '../rounds.ts';
import { all, ask, paper, reported, said } from './conditions.ts';
import { councilSteps } from './council-steps.ts';
import type { NeedsTable } from './facts.ts';

type CentralAction =
  | 'dossier.sendPackage'
  | 'dossier.askPackage'
  | 'dossier.takeIn'
  | 'dossier.reportCentralAdvice'
  | 'dossier.assignCentral'
  | 'dossier.unassignCentral'
  | 'dossier.concludeCentral'
  | 'dossier.recogniseCentral'
  | 'dossier.returnResult'
  | 'dossier.evaluateAgain';

const PACKAGE = article26('Điều 6 khoản 3');
const steps = councilSteps(article26('Điều 7 khoản 4 điểm d'));
const DECIDING = article26('Điều 7 khoản 4 điểm đ, e');
const TELLING = article26('Điều 7 khoản 4 điểm g');

export const centralNeeds: NeedsTable<CentralAction> = {
  'dossier.sendPackage': (facts, day) => {
    const samples = samplesNeeded(facts.sector ?? '');
    const missing = facts.missing ?? ['văn bản trong bộ hồ sơ'];
    return all(
      paper(facts.letter, 'văn bản gửi Bộ', day, PACKAGE),
      ask(missing.length === 0, 'packageMissing', `Bổ sung trước khi gửi: ${missing.join('; ')}.`, PACKAGE),
      ask(
        (facts.samples ?? 0) >= samples,
        'samples',
        `Gửi kèm đủ ${samples} sản phẩm mẫu.`,
        samples === 0 ? SAMPLES_BASIS : PACKAGE,
      ),
    );
  },

  'dossier.askPackage': (facts) =>
    all(
      ask(
        (facts.reasons ?? []).some(said),
        'reasons',
        'Ghi ít nhất một điều tỉnh cần hoàn thiện.',
        article26('Điều 7 khoản 4 điểm a'),
      ),
    ),

  'dossier.takeIn': (facts) =>
    facts.round && facts.sentOn
      ? mayEnter(facts.round, facts.sentOn, facts.cutoffInclusive ?? false)
      : refuse('round', 'Chọn đợt đánh giá của Bộ.', article26('Điều 5 khoản 2')),

  'dossier.reportCentralAdvice': (facts, day) =>
    reported(facts, 'báo cáo của Tổ tư vấn trung ương', day, article26('Điều 7 khoản 4 điểm c')),

  'dossier.assignCentral': steps.assign,

  'dossier.unassignCentral': steps.unassign,

  'dossier.concludeCentral': steps.conclude,

  'dossier.recogniseCentral': (facts, day) =>
    all(
      ask(
        facts.star === 5,
        'notFive',
        'Bộ chỉ công nhận sản phẩm đạt 5 sao. Kết quả thấp hơn thông báo cho tỉnh.',
        DECIDING,
      ),
      paper(facts.decision, 'quyết định công nhận', day, DECIDING),
      mayDecide('recognise', 'central', 5, facts.decision?.dated ?? day),
    ),

  'dossier.returnResult': (facts, day) =>
    all(
      ask(typeof facts.star === 'number', 'result', 'Hồ sơ chưa có kết quả hoặc đã bị loại.', TELLING),
      ask((facts.star ?? 5) < 5, 'five', 'Sản phẩm đạt 5 sao: lập quyết định công nhận của Bộ.', TELLING),
      paper(facts, 'thông báo kết quả', day, TELLING),
    ),

  'dossier.evaluateAgain': (facts) =>
    all(ask(said(facts.reason), 'reason', 'Ghi lý do tổ chức đánh giá lại ở tỉnh.', TELLING)),
};
