/** What the law asks of each move of a dossier. Art. 2, 4, 6, 7 and 12 of Decision 26/2026/QĐ-TTg. */
import { article26, type Day, type Refused, refuse } from '../answers.ts';
import { mayDecide } from '../competence.ts';
import { COMMUNE_MATTERS } from '../dossier/forms.ts';
import { mayApply, SAMPLES_BASIS, samplesNeeded } from '../dossier.ts';
import { PRODUCT_CODE_BASIS } from '../productCode.ts';
import { mayFileReEvaluation } from '../reevaluation.ts';
import { mayEnter } from '../rounds.ts';
import { type ApplicationKind, type LateOldDossier, rulebookFor, rulebookOnFiling } from '../transition.ts';
import type { adviceNeeds } from './advice.ts';
import type { centralNeeds } from './central-needs.ts';
import { all, ask, paper, reported, said } from './conditions.ts';
import { councilSteps } from './council-steps.ts';
import type { FactfulAction, KnownFacts, NeedsTable } from './facts.ts';
import type { redoNeeds } from './reviews.ts';

type FactsOfCode = KnownFacts['dossier.giveCode'];
type DossierAction = Exclude<
  Extract<FactfulAction, `dossier.${string}`>,
  keyof typeof adviceNeeds | keyof typeof centralNeeds | keyof typeof redoNeeds
>;

const FILES = article26('Điều 6 khoản 1');
const AT_COMMUNE = article26('Điều 7 khoản 2');
const PACKAGE = article26('Điều 6 khoản 2');
const steps = councilSteps(article26('Điều 7 khoản 3 điểm d'));
const RESULT = article26('Điều 7 khoản 3 điểm e');
const UNRANKED = article26('Điều 4 khoản 1 điểm a');

/** Nothing may block a submission; the refusal names each thing that does. */
function complete(blocks: readonly string[] | undefined): Refused | undefined {
  if (blocks?.length === 0) return undefined;
  const refused = refuse('incomplete', 'Bổ sung các mục bắt buộc còn thiếu rồi nộp.', FILES);
  return blocks === undefined ? refused : { ...refused, missing: blocks };
}

/** A new dossier is under the rulebook in force on the day it is filed. */
function currentRulebook(rulebook: string | undefined, day: Day): Refused | undefined {
  const current = rulebookOnFiling(day);
  if (!current.ok) return current;
  return ask(
    rulebook === current.value,
    'rulebook',
    `Lập hồ sơ theo bộ tiêu chí ${current.value} đang áp dụng.`,
    current.basis,
  );
}

/** A code for this product alone (Annex II; R6.4). */
function codeNeeds({ code, taken }: Partial<FactsOfCode>): (Refused | undefined)[] {
  return [
    ask(said(code), 'code', 'Ghi mã số sản phẩm.', PRODUCT_CODE_BASIS),
    ask(taken === false, 'codeTaken', 'Mã này đã cấp cho sản phẩm khác. Chọn số thứ tự khác.', PRODUCT_CODE_BASIS),
  ];
}

function former(facts: Partial<KnownFacts['dossier.start']>): Refused | undefined {
  if (facts.kind === 'first') return undefined;
  if (facts.kind === undefined) return refuse('kind', 'Chọn lần đầu, nâng hạng hoặc đánh giá lại.', FILES);
  if (!facts.former)
    return refuse('notRecognised', 'Sản phẩm chưa được công nhận lần nào. Chọn đánh giá lần đầu.', FILES);
  if (facts.kind === 'reEvaluation') return undefined;
  const upgrade = article26('Điều 7 khoản 5');
  if (!facts.former.valid)
    return refuse('notValid', 'Giấy chứng nhận không còn hiệu lực. Chọn đánh giá lại hoặc lần đầu.', upgrade);
  return ask(facts.former.star !== 5, 'highestStar', 'Sản phẩm đã 5 sao. Chọn đánh giá lại khi sắp hết hạn.', upgrade);
}

function stillDecided(
  facts: { readonly kind?: ApplicationKind; readonly filedOn?: Day; readonly lateOldDossier?: LateOldDossier },
  day: Day,
): Refused | undefined {
  if (facts.kind === undefined || facts.filedOn === undefined)
    return refuse('filedOn', 'Ghi loại hồ sơ và ngày nộp.', FILES);
  const answer = rulebookFor(facts.kind, facts.filedOn, day, facts.lateOldDossier);
  return answer.ok ? undefined : answer;
}

function someReason(reasons: readonly string[] | undefined, basis: ReturnType<typeof article26>): Refused | undefined {
  return ask((reasons ?? []).some(said), 'reasons', 'Ghi ít nhất một lý do để chủ thể biết cần sửa gì.', basis);
}

function allMatters(matters: readonly string[] | undefined): Refused | undefined {
  const left = COMMUNE_MATTERS.filter((one) => !(matters ?? []).includes(one.name));
  const names = left.map((one) => one.label.toLowerCase()).join('; ');
  return ask(left.length === 0, 'assessments', `Ghi đánh giá còn thiếu: ${names}.`, article26('Điều 7 khoản 2 điểm a'));
}

export const dossierNeeds: NeedsTable<DossierAction> = {
  'dossier.start': (facts, day) =>
    all(mayApply(facts.producerType, facts.sector ?? ''), currentRulebook(facts.rulebook, day), former(facts)),

  'dossier.submit': (facts, day) =>
    all(
      complete(facts.blocks),
      ask(said(facts.contentHash), 'contentHash', 'Lưu nội dung hồ sơ rồi nộp lại.', FILES),
      facts.filedOn ? stillDecided({ ...facts, filedOn: facts.filedOn }, day) : currentRulebook(facts.rulebook, day),
      facts.kind === 'reEvaluation' && !facts.filedOn && facts.formerExpiresOn
        ? mayFileReEvaluation(facts.formerExpiresOn, day, facts.lateFiling ?? 'refuse')
        : undefined,
    ),

  'dossier.receive': (facts) =>
    all(
      ask(said(facts.enteredBy) && said(facts.receiver), 'receiver', 'Ghi người tiếp nhận hồ sơ.', AT_COMMUNE),
      ask(
        facts.enteredBy !== facts.receiver,
        'twoHats',
        'Người nhập hồ sơ không tự tiếp nhận. Nhờ cán bộ khác tiếp nhận.',
        AT_COMMUNE,
      ),
      ask(said(facts.slip), 'slip', 'Cấp số phiếu tiếp nhận.', article26('Phụ lục III Mẫu số 01')),
    ),

  'dossier.checkPaper': (facts) =>
    all(
      ask(facts.verdict === 'pass' || facts.verdict === 'fail', 'verdict', 'Chọn đạt hoặc không đạt.', AT_COMMUNE),
      ask(facts.verdict === 'pass' || said(facts.reason), 'reason', 'Ghi lý do giấy tờ không đạt.', AT_COMMUNE),
    ),

  'dossier.assess': (facts) =>
    all(
      ask(
        (facts.matters ?? []).length > 0,
        'assessments',
        'Ghi ít nhất một nội dung đánh giá.',
        article26('Điều 7 khoản 2 điểm a'),
      ),
    ),

  'dossier.giveCode': (facts) =>
    all(
      ask(!said(facts.former), 'former', 'Hồ sơ đã có mã. Sửa mã thì ghi lý do.', PRODUCT_CODE_BASIS),
      ...codeNeeds(facts),
    ),

  'dossier.correctCode': (facts) =>
    all(
      ask(said(facts.former), 'former', 'Hồ sơ chưa có mã. Cấp mã trước.', PRODUCT_CODE_BASIS),
      ...codeNeeds(facts),
      ask(facts.code !== facts.former, 'sameCode', 'Mã mới trùng mã đang có.', PRODUCT_CODE_BASIS),
      ask(said(facts.reason), 'reason', 'Ghi lý do sửa mã.', PRODUCT_CODE_BASIS),
    ),

  'dossier.return': (facts) => all(someReason(facts.reasons, AT_COMMUNE)),

  'dossier.propose': (facts, day) => {
    const samples = samplesNeeded(facts.sector ?? '');
    return all(
      stillDecided(facts, day),
      ask(
        facts.papersUnchecked === 0,
        'papersUnchecked',
        'Kiểm tra hết các giấy tờ, ghi đạt hoặc không đạt.',
        AT_COMMUNE,
      ),
      allMatters(facts.matters),
      ask(said(facts.productCode), 'productCode', 'Cấp mã số sản phẩm trước khi đề nghị tỉnh.', PRODUCT_CODE_BASIS),
      ask(
        (facts.samples ?? 0) >= samples,
        'samples',
        `Nhận đủ ${samples} sản phẩm mẫu trước khi đề nghị tỉnh.`,
        SAMPLES_BASIS,
      ),
      paper(facts.letter, 'văn bản đề nghị của UBND cấp xã', day, PACKAGE),
    );
  },

  'dossier.sendBack': (facts) => all(someReason(facts.reasons, article26('Điều 7 khoản 3 điểm a'))),

  'dossier.accept': (facts, day) =>
    facts.round && facts.proposedOn
      ? all(stillDecided(facts, day), mayEnter(facts.round, facts.proposedOn, facts.cutoffInclusive ?? false))
      : refuse('round', 'Chọn đợt đánh giá.', article26('Điều 5')),

  'dossier.reportAdvice': (facts, day) =>
    reported(facts, 'báo cáo của Tổ tư vấn', day, article26('Điều 7 khoản 3 điểm c')),

  'dossier.withdraw': (facts) =>
    all(
      ask(
        facts.redone === false || facts.allowed === true,
        'redone',
        'Hồ sơ đã có kết quả và đang được đánh giá lại: không rút được. Chờ kết quả mới.',
        article26('Điều 10 khoản 1 điểm b'),
      ),
    ),

  'dossier.assign': steps.assign,

  'dossier.unassign': steps.unassign,

  'dossier.conclude': steps.conclude,

  'dossier.choosePath': (facts) =>
    all(
      ask(
        facts.candidate === true && facts.candidateLacksGate === true,
        'noChoice',
        'Chỉ chọn hướng khi từ 90 điểm mà thiếu điều kiện 5 sao.',
        RESULT,
      ),
      ask(
        facts.path === 'toMinistry' || facts.path === 'recogniseFour',
        'path',
        'Chọn gửi Bộ hoặc công nhận trong tỉnh.',
        RESULT,
      ),
      ask(
        facts.path !== 'recogniseFour' || (facts.star ?? 0) >= 3,
        'belowThree',
        'Sản phẩm chưa đạt điều kiện 3 sao nên không công nhận trong tỉnh được.',
        UNRANKED,
      ),
      ask(said(facts.reason), 'reason', 'Ghi lý do chọn hướng này.', RESULT),
    ),

  'dossier.exclude': (facts) =>
    all(
      ask(
        (facts.grounds ?? []).includes(facts.ground ?? ''),
        'ground',
        'Chọn một căn cứ loại in trên phiếu của bộ sản phẩm.',
        article26('Phụ lục II'),
      ),
      ask(said(facts.reason), 'reason', 'Ghi lý do loại hồ sơ.', article26('Phụ lục II')),
    ),

  'dossier.recognise': (facts, day) => {
    const star = facts.recognisedStar ?? 0;
    return all(
      ask(facts.star !== null && facts.star !== undefined, 'result', 'Hồ sơ chưa có kết quả hoặc đã bị loại.', RESULT),
      ask(
        star === 3 || star === 4 || star === 5,
        'star',
        'Chỉ công nhận từ 3 sao. Ghi nhận kết quả dưới 3 sao.',
        UNRANKED,
      ),
      ask(star <= (facts.star ?? 0), 'starTooHigh', 'Không công nhận cao hơn hạng Hội đồng kết luận.', RESULT),
      ask(
        facts.returned === true || facts.candidate === false || facts.path === 'recogniseFour',
        'candidate',
        'Sản phẩm từ 90 điểm: gửi Bộ đánh giá 5 sao, hoặc chọn hướng công nhận trong tỉnh kèm lý do.',
        RESULT,
      ),
      paper(facts.decision, 'quyết định công nhận', day, RESULT),
      facts.filing ? stillDecided(facts.filing, facts.decision?.dated ?? day) : undefined,
      mayDecide('recognise', facts.level ?? 'province', star, facts.decision?.dated ?? day),
    );
  },

  'dossier.nominate': (facts, day) =>
    all(
      ask(facts.candidate === true, 'notCandidate', 'Chỉ gửi Bộ sản phẩm đạt trung bình từ 90 điểm.', RESULT),
      ask(
        facts.candidateLacksGate === false || facts.path === 'toMinistry',
        'path',
        'Sản phẩm thiếu điều kiện 5 sao. Chọn hướng gửi Bộ và ghi lý do trước.',
        RESULT,
      ),
      paper(facts.decision, 'quyết định phê duyệt kết quả', day, article26('Điều 6 khoản 3 điểm a')),
    ),

  'dossier.closeUnrecognised': (facts) =>
    all(
      ask(typeof facts.star === 'number', 'result', 'Hồ sơ chưa có kết quả hoặc đã bị loại.', UNRANKED),
      ask((facts.star ?? 5) < 3, 'star', 'Sản phẩm đạt từ 3 sao: lập quyết định công nhận.', UNRANKED),
    ),

  'dossier.notify': (facts, day) => {
    const basis = article26('Điều 7 khoản 3 điểm g');
    const both = (facts.sentTo ?? []).includes('commune') && (facts.sentTo ?? []).includes('producer');
    return all(
      ask(both, 'sentTo', 'Gửi thông báo cho cả UBND cấp xã và chủ thể.', basis),
      paper({ number: 'không bắt buộc', dated: facts.dated ?? '' }, 'thông báo', day, basis),
    );
  },
};
