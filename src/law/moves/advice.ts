/** The advisory team's work on a dossier, the same at both levels. Art. 7.3.c and 7.4.c of Decision 26/2026/QĐ-TTg. */
import { article26 } from '../answers.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { MoveRow } from './types.ts';

const ADVICE = article26('Điều 7 khoản 3 điểm c, khoản 4 điểm c');
const TEAM = article26('Điều 7 khoản 3 điểm b');
/** Where a dossier stands while a team works on it: in the province's round, or the Ministry's. */
const WITH_TEAM = ['inRound', 'central'] as const;
const staying = { from: WITH_TEAM, to: 'same', next: 'same', basis: ADVICE } as const;

export const adviceMoves = [
  { action: 'dossier.assignAdvisers', ...staying, verb: 'Giao hồ sơ cho thành viên Tổ tư vấn' },
  { action: 'dossier.requestPapers', ...staying, verb: 'Tổ tư vấn đề nghị bổ sung giấy tờ, kết quả kiểm nghiệm' },
  { action: 'dossier.answerRequest', ...staying, verb: 'Chủ thể gửi giấy tờ Tổ tư vấn đề nghị' },
  { action: 'dossier.planVisit', ...staying, verb: 'Tổ tư vấn hẹn khảo sát thực tế' },
  { action: 'dossier.moveVisit', ...staying, verb: 'Tổ tư vấn dời ngày khảo sát' },
  { action: 'dossier.cancelVisit', ...staying, verb: 'Tổ tư vấn hủy hẹn khảo sát' },
  { action: 'dossier.recordVisit', ...staying, verb: 'Tổ tư vấn khảo sát thực tế' },
  { action: 'dossier.signVisit', ...staying, verb: 'Lưu biên bản khảo sát đã ký' },
  { action: 'dossier.handInPart', ...staying, verb: 'Thành viên Tổ tư vấn nộp phần thẩm tra' },
  { action: 'dossier.giveBackPart', ...staying, verb: 'Trả lại phần thẩm tra để thành viên sửa' },
] as const satisfies readonly MoveRow[];

type AdviceAction =
  | 'dossier.assignAdvisers'
  | 'dossier.requestPapers'
  | 'dossier.answerRequest'
  | 'dossier.planVisit'
  | 'dossier.moveVisit'
  | 'dossier.cancelVisit'
  | 'dossier.recordVisit'
  | 'dossier.signVisit'
  | 'dossier.handInPart'
  | 'dossier.giveBackPart';

export const adviceNeeds: NeedsTable<AdviceAction> = {
  'dossier.assignAdvisers': (facts, day) =>
    all(
      ask((facts.members ?? 0) > 0, 'members', 'Chọn ít nhất một thành viên Tổ tư vấn.', ADVICE),
      ask(facts.tied?.length === 0, 'tied', tiedWords(facts.tied ?? []), ADVICE),
      ask(
        facts.dueOn === null || (facts.dueOn !== undefined && facts.dueOn >= day),
        'dueOn',
        'Chọn hạn nộp phần thẩm tra từ hôm nay trở đi.',
        ADVICE,
      ),
    ),

  'dossier.requestPapers': (facts, day) =>
    all(
      ask(said(facts.what), 'what', 'Ghi giấy tờ, kết quả kiểm nghiệm cần bổ sung.', ADVICE),
      ask(facts.dueOn !== undefined && facts.dueOn > day, 'dueOn', 'Chọn hạn gửi sau hôm nay.', ADVICE),
      ask(
        facts.allowed === true,
        'membersAsk',
        'Thành viên ghi giấy tờ cần bổ sung vào phần thẩm tra; cơ quan của Tổ tư vấn gửi đề nghị.',
        ADVICE,
      ),
    ),

  'dossier.answerRequest': (facts) =>
    all(
      ask(facts.answered === false, 'answered', 'Đề nghị này đã được trả lời.', ADVICE),
      ask(
        (facts.papers ?? 0) > 0 || said(facts.answer),
        'answer',
        'Chọn giấy tờ gửi kèm, hoặc ghi lý do chưa có.',
        ADVICE,
      ),
    ),

  'dossier.planVisit': (facts, day) =>
    all(
      ask(
        facts.visitOn !== undefined && facts.visitOn >= day,
        'visitOn',
        'Chọn ngày khảo sát từ hôm nay trở đi.',
        ADVICE,
      ),
      ask(said(facts.place), 'place', 'Ghi nơi khảo sát.', ADVICE),
      ask((facts.people ?? 0) > 0, 'people', 'Ghi người đến khảo sát.', ADVICE),
    ),

  'dossier.moveVisit': (facts, day) =>
    all(
      ask(
        facts.visitOn !== undefined && facts.visitOn >= day,
        'visitOn',
        'Chọn ngày khảo sát từ hôm nay trở đi.',
        ADVICE,
      ),
      ask(said(facts.reason), 'reason', 'Ghi lý do dời ngày khảo sát.', ADVICE),
    ),

  'dossier.cancelVisit': (facts) => all(ask(said(facts.reason), 'reason', 'Ghi lý do hủy hẹn khảo sát.', ADVICE)),

  'dossier.recordVisit': (facts, day) =>
    all(
      ask(
        facts.visitedOn !== undefined && facts.visitedOn <= day,
        'visitedOn',
        'Ngày khảo sát không sau hôm nay.',
        ADVICE,
      ),
      ask(said(facts.place), 'place', 'Ghi nơi khảo sát.', ADVICE),
      ask((facts.people ?? 0) > 0, 'people', 'Ghi người tham gia khảo sát.', ADVICE),
      ask(said(facts.findings), 'findings', 'Ghi kết quả khảo sát.', ADVICE),
      ask(facts.tookPart === true, 'tookPart', 'Ghi tên bạn trong số người tham gia khảo sát.', ADVICE),
    ),

  'dossier.signVisit': (facts) =>
    all(ask(facts.own === true, 'own', 'Người ghi cuộc khảo sát này lưu biên bản đã ký.', ADVICE)),

  'dossier.handInPart': (facts) =>
    all(
      ask(facts.handedIn === false, 'handedIn', 'Phần thẩm tra này đã nộp.', ADVICE),
      ask((facts.matters ?? 0) > 0, 'matters', 'Ghi nhận xét cho ít nhất một nội dung, bấm Lưu rồi nộp.', ADVICE),
    ),

  'dossier.giveBackPart': (facts) =>
    all(
      ask(facts.handedIn === true, 'handedIn', 'Phần thẩm tra này chưa nộp.', ADVICE),
      ask(said(facts.reason), 'reason', 'Ghi điều thành viên cần sửa.', ADVICE),
    ),
};

/** Accounts of the members of a team (Art. 7.3.b, 7.4.b). */
export const teamNeeds: NeedsTable<'council.linkAdviser' | 'council.unlinkAdviser'> = {
  'council.linkAdviser': (facts) =>
    all(
      ask(facts.linked === false, 'linked', 'Thành viên này đã có tài khoản. Thôi tài khoản cũ trước.', TEAM),
      ask(facts.taken === false, 'taken', 'Tài khoản này đã gắn với một thành viên khác của Tổ.', TEAM),
      ask(
        facts.seated === false,
        'seated',
        'Người này ngồi trong Hội đồng: đọc hồ sơ bằng vai ở Hội đồng, không qua Tổ tư vấn.',
        TEAM,
      ),
      ask(facts.own === false, 'own', 'Không tự gắn tài khoản của mình. Nhờ người khác của cơ quan làm.', TEAM),
      ask(
        facts.tied?.length === 0,
        'tied',
        `Giao lại cho người khác trước, vì tài khoản có liên quan: ${(facts.tied ?? []).join('; ')}.`,
        TEAM,
      ),
    ),

  'council.unlinkAdviser': (facts) =>
    all(ask(facts.linked === true, 'linked', 'Thành viên này không có tài khoản.', TEAM)),
};

/** Who judges a dossier must not be tied to it (Art. 4.2: objective); the sign is told so that the office chooses another. */
const tiedWords = (tied: readonly string[]) =>
  `Thành viên có liên quan đến chủ thể thì không thẩm tra hồ sơ này: ${tied.join('; ')}. Chọn người khác.`;
