/** What the law and the council's regulation ask of sessions, sheets, councils and rounds. */
import { article26, refuse } from '../answers.ts';
import { mayClose } from '../council.ts';
import { mayStandIn } from '../substitutes.ts';
import type { teamNeeds } from './advice.ts';
import type { ballotNeeds } from './ballots.ts';
import { all, ask, paper, said } from './conditions.ts';
import type { FactfulAction, NeedsTable } from './facts.ts';
import type { MeetingFacts } from './meeting-facts.ts';

type CouncilAction = Exclude<
  Extract<FactfulAction, `session.${string}` | `sheet.${string}` | `council.${string}` | `round.${string}`>,
  keyof typeof ballotNeeds | keyof typeof teamNeeds | keyof MeetingFacts
>;

const MEETING = article26('Điều 7 khoản 3 điểm d');
const SETTING_UP = article26('Điều 7 khoản 3 điểm b');
const ADVICE = article26('Điều 7 khoản 3 điểm c');
const WRITTEN = article26('Điều 7 khoản 6 điểm d');
const SHEET = article26('Phụ lục II');
const FAIR = article26('Điều 4 khoản 2');

/** A round beyond the two of the year needs the council's regulation and a plan, when it is planned and when it is corrected. */
const extraRound = (facts: { readonly extra?: boolean; readonly plan?: string }) =>
  all(
    ask(
      facts.extra === false || (facts.extra === true && said(facts.plan)),
      'extraRound',
      'Đợt thêm phải có trong quy chế Hội đồng và có kế hoạch. Ghi số, ngày kế hoạch.',
      article26('Điều 5 khoản 1'),
    ),
  );

/** Written opinions that the regulation wants discussed are not closed or settled in writing. */
const meetFirst = (causes: readonly string[] | undefined) =>
  ask(causes?.length === 0, 'meetFirst', `Chuyển sang họp trước: ${(causes ?? []).join('; ')}.`, WRITTEN);

export const councilNeeds: NeedsTable<CouncilAction> = {
  'session.plan': (facts) =>
    all(
      ask(facts.councilState === 'active', 'council', 'Chọn Hội đồng đang hoạt động.', SETTING_UP),
      ask(
        facts.mode === 'meeting' || facts.mode === 'written',
        'mode',
        'Chọn họp trực tiếp hoặc lấy ý kiến bằng văn bản.',
        MEETING,
      ),
    ),

  'session.recordAbsence': (facts) => {
    const handedIn = facts.handedIn ?? [];
    return all(
      ask(said(facts.reason), 'reason', 'Ghi lý do vắng mặt.', MEETING),
      ask(
        facts.handedIn?.length === 0,
        'handedIn',
        `Thành viên này đã nộp phiếu chấm: ${handedIn.join('; ')}. Đề nghị Chủ tịch Hội đồng mở lại phiếu rồi ghi vắng mặt.`,
        MEETING,
      ),
      facts.standIn ? mayStandIn(facts.standIn) : undefined,
    );
  },

  'session.recordPresence': (facts) =>
    all(
      ask(said(facts.reason), 'reason', 'Ghi lý do sửa lại thành có mặt.', MEETING),
      ask(
        facts.mayScore === true,
        'mayScore',
        'Phiên đã bắt đầu khi thành viên này vắng nên không có phiếu để chấm. Giữ ghi nhận vắng mặt.',
        MEETING,
      ),
    ),

  'session.recuse': (facts) => all(ask(said(facts.reason), 'reason', 'Ghi lý do không tham gia chấm.', FAIR)),

  'session.keepConflict': (facts) =>
    all(
      ask(
        facts.own === false,
        'ownConflict',
        'Không tự quyết về xung đột của chính mình. Cơ quan OCOP tỉnh quyết.',
        FAIR,
      ),
      ask(said(facts.reason), 'reason', 'Ghi lý do vẫn cho chấm.', FAIR),
    ),

  'session.recordTie': (facts) =>
    all(ask(said(facts.who), 'who', 'Ghi tên đơn vị hoặc người đã hỗ trợ, kiểm tra sản phẩm.', FAIR)),

  'session.showPaper': (facts) =>
    all(
      ask(
        facts.rule !== undefined && facts.rule !== 'named',
        'rule',
        'Quy chế của Hội đồng không ẩn danh hồ sơ nên không cần chọn.',
        FAIR,
      ),
      ask(
        facts.verdict !== 'copy' || facts.copy === true,
        'copy',
        'Gửi bản đã che tên, hoặc chọn cách khác cho giấy tờ này.',
        FAIR,
      ),
    ),

  'session.cancel': (facts) => all(ask(said(facts.reason), 'reason', 'Ghi lý do hủy phiên.', MEETING)),

  'session.start': (facts, day) => {
    const dossiers = facts.dossiers ?? [];
    const without = dossiers.filter((one) => !one.hasReport).map((one) => one.name);
    const written = facts.mode === 'written';
    const mustMeet = dossiers.filter((one) => one.kind !== 'reEvaluation').map((one) => one.name);
    const meets = facts.mode === 'meeting' && mustMeet.length < dossiers.length;
    return all(
      ask(facts.mode !== undefined, 'mode', 'Chọn họp trực tiếp hoặc lấy ý kiến bằng văn bản.', MEETING),
      ask(dossiers.length > 0, 'noDossiers', 'Xếp ít nhất một hồ sơ vào phiên.', MEETING),
      ask(
        facts.unsettled?.length === 0,
        'conflicts',
        `Xử lý dấu hiệu xung đột lợi ích trước khi chấm: ${(facts.unsettled ?? []).join('; ')}.`,
        FAIR,
      ),
      ask(
        facts.unmasked?.length === 0,
        'unmasked',
        `Hội đồng chấm ẩn danh: chọn cách cho xem từng giấy tờ của ${(facts.unmasked ?? []).join('; ')}.`,
        FAIR,
      ),
      ask(without.length === 0, 'adviceMissing', `Ghi báo cáo của Tổ tư vấn cho: ${without.join('; ')}.`, ADVICE),
      ask(
        !written || mustMeet.length === 0,
        'mustMeet',
        `Phải họp trực tiếp để chấm: ${mustMeet.join('; ')}.`,
        MEETING,
      ),
      ask(
        !written || facts.reEvaluationBy === 'written',
        'regulationMeets',
        'Quy chế của Hội đồng để đánh giá lại bằng họp. Lập phiên họp.',
        WRITTEN,
      ),
      ask(
        !written || (facts.answerBy ?? '') >= day,
        'answerBy',
        'Hạn trả lời đã qua. Sửa hạn nộp phiếu trong chương trình.',
        WRITTEN,
      ),
      ask(
        !meets || facts.reEvaluationBy === 'meeting' || said(facts.meetingReason),
        'meetingReason',
        'Ghi lý do họp trực tiếp để đánh giá lại.',
        WRITTEN,
      ),
    );
  },

  'session.close': (facts) => {
    const { dossiers, regulation } = facts;
    if (!regulation || !dossiers || dossiers.length === 0)
      return refuse('noDossiers', 'Phiên chưa có hồ sơ nào.', MEETING);
    const meeting = meetFirst(facts.causesToMeet);
    if (meeting) return meeting;
    for (const one of dossiers) {
      const answer = mayClose(one.seats, regulation);
      if (!answer.ok) return { ...answer, message: `${one.name}: ${answer.message}` };
    }
    return all();
  },

  'session.open': (facts) =>
    all(
      ask(
        facts.sheetsIntact === true,
        'sheetsChanged',
        'Có phiếu không khớp mã kiểm. Báo người quản trị trước khi mở điểm.',
        MEETING,
      ),
    ),

  'session.rescore': (facts) =>
    all(
      ask((facts.flagged ?? []).length > 0, 'flagged', 'Chọn ít nhất một sản phẩm chênh lệch để chấm lại.', MEETING),
      ask(said(facts.reason), 'reason', 'Ghi lý do chấm lại.', MEETING),
      meetFirst(facts.causesToMeet),
    ),

  'session.acceptSpread': (facts) =>
    all(
      ask(said(facts.reason), 'reason', 'Ghi lý do giữ kết quả.', MEETING),
      meetFirst(facts.causesToMeet),
      ask(
        facts.follows !== undefined && (facts.follows !== 'rescore' || (facts.rescored ?? 0) > 0),
        'rescoreFirst',
        'Quy chế của Hội đồng buộc chấm lại một lần trước khi giữ kết quả.',
        SETTING_UP,
      ),
    ),

  'session.tellNotes': (facts) =>
    all(
      ask(facts.withheld === 0 || said(facts.reason), 'reason', 'Ghi lý do không công bố các nhận xét còn lại.', FAIR),
    ),

  'session.conclude': (facts) =>
    all(ask(facts.openPairs === 0, 'spread', 'Chấm lại hoặc ghi lý do giữ kết quả cho các cặp chênh lệch.', MEETING)),

  'sheet.hand': (facts) =>
    all(
      ask(
        facts.role !== undefined && facts.role !== 'secretary',
        'secretary',
        'Thư ký không chấm điểm trong phiên này.',
        SHEET,
      ),
      ask(facts.recused === false, 'recused', 'Thành viên đã từ chối chấm sản phẩm này.', FAIR),
    ),

  'sheet.submit': (facts) =>
    all(
      ask(facts.sessionState === 'scoring', 'sessionState', 'Phiên không còn nhận phiếu. Liên hệ thư ký.', MEETING),
      ask(
        facts.absent === false,
        'absent',
        'Thư ký đã ghi vắng mặt ở phiên này nên phiếu không nhận nữa. Liên hệ thư ký Hội đồng.',
        MEETING,
      ),
      ask(facts.recused === false, 'recused', 'Thành viên đã từ chối chấm sản phẩm này.', FAIR),
      ask(said(facts.contentHash) && facts.total !== undefined, 'content', 'Lưu phiếu rồi nộp lại.', SHEET),
    ),

  'sheet.enterPaper': (facts) =>
    all(
      ask(
        facts.sessionState === 'scoring',
        'sessionState',
        'Phiên không còn nhận phiếu nên không nhập được phiếu giấy.',
        MEETING,
      ),
      ask(
        facts.absent === false,
        'absent',
        'Thành viên này đã được ghi vắng mặt. Sửa lại thành có mặt rồi nhập phiếu.',
        MEETING,
      ),
      ask(facts.recused === false, 'recused', 'Thành viên đã từ chối chấm sản phẩm này.', FAIR),
      ask((facts.answered ?? 0) > 0, 'answered', 'Chọn các ô như trên phiếu giấy rồi nhập.', SHEET),
      ask(said(facts.scan), 'scan', 'Đính kèm bản quét của phiếu giấy.', SHEET),
      ask(said(facts.contentHash), 'content', 'Nhập lại nội dung phiếu giấy.', SHEET),
    ),

  'sheet.reopen': (facts) =>
    all(
      ask(facts.sessionState === 'scoring', 'sessionState', 'Chỉ mở lại phiếu khi phiên đang chấm.', MEETING),
      ask(said(facts.reason), 'reason', 'Ghi lý do mở lại phiếu.', SHEET),
    ),

  'council.establish': (facts, day) =>
    all(
      paper(facts.act, 'quyết định thành lập Hội đồng', day, SETTING_UP),
      ask(facts.chairs === 1, 'chair', 'Hội đồng có đúng một Chủ tịch.', SETTING_UP),
      ask((facts.secretaries ?? 0) >= 1, 'secretary', 'Thêm thư ký Hội đồng.', SETTING_UP),
      ask((facts.members ?? 0) >= 1, 'members', 'Thêm ủy viên Hội đồng.', SETTING_UP),
    ),

  'council.nameTeam': (facts) =>
    all(
      ask((facts.members ?? 0) > 0, 'members', 'Ghi ít nhất một thành viên Tổ tư vấn.', SETTING_UP),
      ask(facts.leaders === 1, 'leader', 'Chọn đúng một Tổ trưởng.', SETTING_UP),
    ),

  'council.dissolve': (facts) => {
    const open = facts.openSessions ?? [];
    return all(
      ask(
        facts.openSessions?.length === 0,
        'openSessions',
        `Chốt biên bản các phiên chưa xong rồi giải thể: ${open.join('; ')}.`,
        SETTING_UP,
      ),
    );
  },

  'round.plan': extraRound,
  'round.correct': extraRound,
};
