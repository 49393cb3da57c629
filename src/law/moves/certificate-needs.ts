/** What the law asks of decisions and recognitions. */
import { ALLOWED, article26, refuse } from '../answers.ts';
import { EXTENSION_BASIS, mayExtend } from '../certificate.ts';
import { mayDecide, mayEnterPast } from '../competence.ts';
import { maySign } from '../mandate.ts';
import { mayRevoke } from '../revocation.ts';
import { checkSetting, isLawSetting } from '../settings.ts';
import { all, ask, paper, said } from './conditions.ts';
import type { FactfulAction, NeedsTable } from './facts.ts';

type CertificateAction = Extract<FactfulAction, `decision.${string}` | `recognition.${string}` | `settings.${string}`>;

const DECIDING = article26('Điều 7 khoản 3 điểm đ, e');
const ANNULLING = article26('Điều 10 khoản 1 điểm b');

export const certificateNeeds: NeedsTable<CertificateAction> = {
  'decision.draft': (facts) =>
    all(ask((facts.dossiers ?? 0) > 0, 'noDossiers', 'Chọn ít nhất một hồ sơ đã có kết quả.', DECIDING)),

  'decision.propose': (facts, day) => all(paper(facts, 'tờ trình', day, article26('Điều 7 khoản 3 điểm đ'))),

  'decision.issue': (facts, day) => {
    const { kind, level, stars, dated } = facts;
    if (!kind || !level || !stars || !facts.signing)
      return refuse('incomplete', 'Ghi loại quyết định, cấp ban hành, người ký và danh sách.', DECIDING);
    const over = kind === 'recognition' ? 'recognise' : 'approveResult';
    const list = kind === 'recognition' ? stars : [5];
    return all(
      paper(facts, 'quyết định', day, DECIDING),
      ask(said(facts.signatory), 'signatory', 'Ghi người ký quyết định.', DECIDING),
      maySign(facts.signing, kind, dated ?? day),
      ask(list.length > 0, 'noDossiers', 'Danh sách kèm quyết định còn trống.', DECIDING),
      ask(
        facts.twoHands === false || (said(facts.proposer) && facts.proposer !== facts.issuer),
        'twoHats',
        'Người trình không tự ghi ban hành. Nhờ người khác ghi.',
        DECIDING,
      ),
      ...list.map((star) => mayDecide(over, level, star, dated ?? day)),
    );
  },

  'decision.cancel': (facts) => all(ask(said(facts.reason), 'reason', 'Ghi lý do hủy dự thảo.', DECIDING)),

  'recognition.issue': (facts, day) =>
    all(
      paper({ number: facts.decision ?? '', dated: facts.issuedOn ?? '' }, 'quyết định công nhận', day, DECIDING),
      mayDecide('recognise', facts.level ?? 'province', facts.star ?? 0, facts.issuedOn ?? day),
    ),

  'recognition.revoke': (facts, day) => mayRevoke(facts, day),

  'recognition.annul': (facts, day) =>
    all(
      paper(facts, 'quyết định thu hồi', day, ANNULLING),
      ask(said(facts.reason), 'reason', 'Ghi lý do quyết định công nhận không đúng quy định.', ANNULLING),
      ask(
        !facts.issuedOn || (facts.dated ?? day) >= facts.issuedOn,
        'annulledBefore',
        'Quyết định thu hồi không thể có trước quyết định công nhận. Sửa ngày.',
        ANNULLING,
      ),
      mayDecide('annul', facts.level ?? 'province', facts.star ?? 0, facts.dated ?? day),
    ),

  'recognition.extend': (facts, day) =>
    facts.expiresOn && facts.until
      ? mayExtend(
          {
            expiresOn: facts.expiresOn,
            until: facts.until,
            reason: facts.reason ?? '',
            act: facts.act ?? '',
            afterTransition: facts.afterTransition ?? false,
          },
          day,
        )
      : refuse('dates', 'Ghi ngày hết hạn và ngày kéo dài đến.', article26('Điều 12 khoản 3')),

  'recognition.recordPast': (facts, day) =>
    all(
      paper({ number: facts.number ?? '', dated: facts.decidedOn ?? '' }, 'quyết định công nhận', day, DECIDING),
      mayEnterPast(facts),
    ),

  'recognition.noteExtension': (facts, day) =>
    all(
      ask(facts.running === true, 'noExtension', 'Giấy chứng nhận này không có lần kéo dài nào.', EXTENSION_BASIS),
      paper(facts, 'thông báo', day, EXTENSION_BASIS),
    ),

  // Only the law's own settings are judged here; those of the house (senders, limits) are checked where they live.
  'settings.change': (facts) => (isLawSetting(facts.key ?? '') ? checkSetting(facts.key ?? '', facts.value) : ALLOWED),
};
