/**
 * The dossier: who may apply with what, what blocks its submission and what only warns, samples, grounds of exclusion.
 * Art. 2 and 6 and Annexes II and III of Decision 26/2026/QĐ-TTg; R2.1–R2.5, R3.1–R3.11.
 */
import { ALLOWED, type Allowed, article26, type Day, type Refused, refuse } from './answers.ts';
import { dayText, isDay } from './days.ts';
import { type ChangesContent, changeFindings, NO_CHANGES, type Renewal } from './dossier/changes.ts';
import { FORM_01, FORM_02, type FormField, HELPER } from './dossier/forms.ts';
import { evidenceWords } from './dossier/papers.ts';
import { scoredBelow } from './rulebooks/arithmetic.ts';
import type { Criterion, CriterionNote, NoteType, ProductSet } from './rulebooks/types.ts';
import type { ApplicationKind } from './transition.ts';

export * from './dossier/changes.ts';
export * from './dossier/forms.ts';
export * from './dossier/papers.ts';

export type Sector = 'I' | 'II' | 'III' | 'IV' | 'V' | 'VI';
const TOURISM: Sector = 'VI';
/** Food, drinks, medicinal products: sectors whose sets are out without production and safety papers (R3.11). */
const CERTIFIED_SECTORS: readonly string[] = ['I', 'II', 'III'];

export type ProducerType =
  | 'cooperative'
  | 'cooperativeUnion'
  | 'cooperativeGroup'
  | 'smallMediumEnterprise'
  | 'farm'
  | 'householdBusiness'
  | 'association'
  | 'tourismOperator';

interface ProducerWords {
  readonly name: string;
  /** May apply only in tourism (Art. 2.3). */
  readonly tourismOnly: boolean;
  /** May apply only with a business registration (Art. 2.3). */
  readonly registered: boolean;
}

const ordinary = (name: string): ProducerWords => ({ name, tourismOnly: false, registered: false });
const withRegistration = (name: string): ProducerWords => ({ name, tourismOnly: false, registered: true });
const inTourism = (name: string): ProducerWords => ({ name, tourismOnly: true, registered: false });

/** The kinds of producer, with their names. A cooperative union counts as a cooperative [?]. Large enterprises are not listed. */
export const PRODUCER_TYPES: Readonly<Record<ProducerType, ProducerWords>> = {
  cooperative: ordinary('Hợp tác xã'),
  cooperativeUnion: ordinary('Liên hiệp hợp tác xã'),
  cooperativeGroup: ordinary('Tổ hợp tác'),
  smallMediumEnterprise: ordinary('Doanh nghiệp nhỏ và vừa'),
  farm: withRegistration('Trang trại có đăng ký kinh doanh'),
  householdBusiness: withRegistration('Hộ sản xuất, hộ gia đình có đăng ký kinh doanh'),
  association: inTourism('Hội, hiệp hội'),
  tourismOperator: inTourism('Trung tâm điều hành hoặc tổ chức tương đương'),
};

const WHO = article26('Điều 2 khoản 3');

/** Whether a producer of a type may apply in a sector. A type not known yet must be asked first. */
export function mayApply(type: string | null | undefined, sector: string): Allowed | Refused {
  const found = Object.entries(PRODUCER_TYPES).find(([name]) => name === type)?.[1];
  if (!found)
    return refuse(
      'producerType',
      'Chọn loại hình của chủ thể theo Điều 2: hợp tác xã, doanh nghiệp nhỏ và vừa, hộ kinh doanh.',
      WHO,
    );
  if (!found.tourismOnly || sector === TOURISM) return ALLOWED;
  return refuse('producerTypeTourism', `${found.name} chỉ đăng ký được nhóm dịch vụ du lịch.`, WHO);
}

export const SAMPLES_BASIS = article26('Điều 6 khoản 2 điểm d');

/** Product samples that go with the dossier: 5, none in tourism (Art. 6.2.d). */
export function samplesNeeded(sector: string): number {
  return sector === TOURISM ? 0 : 5;
}

/** Something to put right before submitting, or only to know. `at` is a field name, "answers", or an evidence id. */
export interface Finding {
  readonly at: string;
  readonly message: string;
}

export interface SubmissionContent {
  readonly kind: ApplicationKind;
  readonly producerType: string | null;
  /** Fields of Forms 01 and 02 by name (see `producerFields`). */
  readonly form: Readonly<Record<string, unknown>>;
  readonly set: ProductSet;
  /** Codes of criteria the producer has answered. */
  readonly answered: readonly string[];
  /** Papers cited: kind of evidence, end date if any, criteria supported. */
  readonly papers: readonly {
    readonly id: string;
    readonly kind: string;
    readonly validTo: Day | null;
    readonly criteria: readonly string[];
  }[];
  /** Entered by an officer from paper: the form signed by the producer must be attached. */
  readonly onBehalf: boolean;
  readonly signedForm: boolean;
  /** Upgrade and re-evaluation: what changed, with its evidence. */
  readonly changes?: ChangesContent | undefined;
  /** Re-evaluation: the kinds of paper with an end date, from `renewals`. */
  readonly renewals?: readonly Renewal[] | undefined;
}

export interface SubmissionCheck {
  readonly blocks: readonly Finding[];
  readonly warnings: readonly Finding[];
}

function empty(value: unknown): boolean {
  return value === undefined || value === null || value === false || (typeof value === 'string' && value.trim() === '');
}

/** The fields a producer fills for a kind of application, each name once. */
export function producerFields(kind: ApplicationKind): readonly FormField[] {
  const found = new Map<string, FormField>();
  for (const section of [...FORM_01.sections, ...FORM_02.sections]) {
    for (const field of section.fields) {
      if ((field.only === undefined || field.only === kind) && !found.has(field.name)) found.set(field.name, field);
    }
  }
  return [...found.values(), HELPER];
}

function papersFindings(content: SubmissionContent, day: Day): readonly Finding[] {
  const found: Finding[] = [];
  for (const paper of content.papers) {
    if (paper.validTo === null || paper.validTo >= day) continue;
    const name = evidenceWords(paper.kind)?.name ?? 'Giấy tờ';
    found.push({ at: paper.kind, message: `${name} đã hết hạn ngày ${dayText(paper.validTo)}. Thêm bản còn hạn.` });
  }
  const valid = new Set(
    content.papers.filter((one) => one.validTo === null || one.validTo >= day).map((one) => one.kind),
  );
  if (CERTIFIED_SECTORS.includes(content.set.group) && !valid.has('E02')) {
    found.push({ at: 'E02', message: 'Thêm giấy chứng nhận cơ sở đủ điều kiện; thiếu giấy này hồ sơ có thể bị loại.' });
  }
  if (CERTIFIED_SECTORS.includes(content.set.group) && !valid.has('E11')) {
    found.push({ at: 'E11', message: 'Thêm bản công bố chất lượng sản phẩm.' });
  }
  return found;
}

const PHONE_DIGITS = 9;
const MAIL = /^\S+@\S+\.\S+$/;
const DAY_OF_YEAR = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** What stands in a field of the forms but cannot be meant: a telephone without its digits, a day no calendar has. */
export function misfilled(form: Readonly<Record<string, unknown>>): readonly Finding[] {
  const found: Finding[] = [];
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '');
  const phone = text('phone');
  if (phone !== '' && phone.replaceAll(/\D/g, '').length < PHONE_DIGITS)
    found.push({ at: 'phone', message: 'Nhập đủ số điện thoại, ví dụ 0912 345 678.' });
  const email = text('email');
  if (email !== '' && !MAIL.test(email))
    found.push({ at: 'email', message: 'Nhập đủ địa chỉ thư điện tử, hoặc để trống.' });
  const founded = text('foundedOn');
  const [, day = '', month = '', year = ''] = DAY_OF_YEAR.exec(founded) ?? [];
  const real = year === '' ? /\d{4}/.test(founded) : isDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (founded !== '' && !real)
    found.push({ at: 'foundedOn', message: 'Nhập ngày thành lập có trong lịch, ví dụ 04/02/2019.' });
  return found;
}

/**
 * Everything that blocks the submission of a dossier (what the decision requires) and everything worth knowing first.
 * The decision requires Forms 01 and 02; the evidence list is a guide, so missing papers only warn.
 */
export function checkSubmission(content: SubmissionContent, day: Day): SubmissionCheck {
  const { kind, form, set, answered } = content;
  const blocks: Finding[] = producerFields(kind)
    .filter((field) => field.required && field.only === undefined && empty(form[field.name]))
    .map((field) => ({
      at: field.name,
      message: `Ghi ${field.label.charAt(0).toLowerCase()}${field.label.slice(1)}.`,
    }));
  blocks.push(...misfilled(form));
  const applies = mayApply(content.producerType, set.group);
  if (!applies.ok) blocks.push({ at: 'applicantType', message: applies.message });
  const type = Object.entries(PRODUCER_TYPES).find(([name]) => name === content.producerType)?.[1];
  if (type?.registered && !content.papers.some((one) => one.kind === 'E01')) {
    blocks.push({ at: 'E01', message: 'Thêm giấy đăng ký kinh doanh; loại hình này phải có đăng ký kinh doanh.' });
  }
  if (answered.length === 0) blocks.push({ at: 'answers', message: 'Tự chấm điểm theo Bộ tiêu chí trước khi nộp.' });
  if (content.onBehalf && !content.signedForm)
    blocks.push({ at: 'signedForm', message: 'Đính kèm phiếu đăng ký có chữ ký của chủ thể.' });
  const cited = content.papers.map(({ id }) => id);
  blocks.push(...changeFindings(kind, content.changes ?? NO_CHANGES, cited, content.renewals ?? []));
  const warnings = [...papersFindings(content, day)];
  const left = set.parts
    .flatMap((part) => part.criteria.flatMap(scoredBelow))
    .filter((one) => !answered.includes(one.code));
  if (answered.length > 0 && left.length > 0) {
    warnings.push({ at: 'answers', message: `Còn ${left.length} tiêu chí chưa tự chấm, tính 0 điểm.` });
  }
  const supported = new Set(content.papers.flatMap((one) => one.criteria));
  const bare = answered.filter((code) => !supported.has(code));
  if (bare.length > 0) warnings.push({ at: 'answers', message: `Còn ${bare.length} tiêu chí chưa gắn minh chứng.` });
  return { blocks, warnings };
}

export interface ExclusionGround {
  readonly id: string;
  /** The wording printed on the sheet. */
  readonly text: string;
  /** The criterion it is printed in; null for the lines at the head of the sheet. */
  readonly criterion: string | null;
}

/**
 * The grounds on which a dossier of a set is out whatever its points: the lines at the head of the sheet and the
 * notes inside criteria, in the printed words (R3.11). Forgery stands first where the sheet prints none.
 */
export function exclusionGrounds(set: ProductSet): readonly ExclusionGround[] {
  const found: ExclusionGround[] = set.disqualifiers.map((text, i) => ({ id: `head-${i + 1}`, text, criterion: null }));
  for (const { criterion, note } of notes(set)) {
    if (note.type === 'disqualify') found.push({ id: `criterion-${criterion}`, text: note.text, criterion });
  }
  if (set.disqualifiers.length === 0) found.unshift({ id: 'forgery', text: 'Giả mạo hồ sơ', criterion: null });
  return found;
}

/** Every printed note of a set with the criterion it stands in. */
export function notes(set: ProductSet): readonly { readonly criterion: string; readonly note: CriterionNote }[] {
  const below = (node: Criterion): readonly { criterion: string; note: CriterionNote }[] => [
    ...(node.notes ?? []).map((note) => ({ criterion: node.code, note })),
    ...(node.kind === 'group' ? node.children.flatMap(below) : []),
  ];
  return set.parts.flatMap((part) => part.criteria.flatMap(below));
}

/** What each type of note means where one scores. `recordable`: a member may record it with a reason. */
export const NOTE_WORDS: Readonly<Record<NoteType, { readonly name: string; readonly recordable: boolean }>> = {
  disqualify: { name: 'Bị loại nếu', recordable: true },
  stop: { name: 'Dừng chấm nếu', recordable: true },
  ineligible: { name: 'Không đánh giá nếu', recordable: true },
  requirement: { name: 'Yêu cầu phải có', recordable: true },
  condition: { name: 'Điều kiện áp dụng', recordable: true },
  chooseOneCase: { name: 'Chọn một trường hợp', recordable: false },
  guidance: { name: 'Hướng dẫn', recordable: false },
};
