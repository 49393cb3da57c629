/**
 * Who signs a paper of the People's Committee, in whose name and under which mandate. Decree 30/2020/NĐ-CP Art. 13: a head
 * signs; a deputy signs for the head (KT.), the head of an office below by standing order (TL.) or, in writing and for a
 * limited time, by mandate (TUQ.), which cannot be handed on.
 */
import { ALLOWED, type Allowed, type Basis, type Day, type Refused, refuse } from './answers.ts';
import { isDay } from './days.ts';

/** In whose name a signatory signs (R18.4). */
export type SigningCapacity = 'self' | 'KT' | 'TM' | 'TL' | 'TUQ';
/** Capacities that rest on somebody else's word. */
export type MandatedCapacity = Exclude<SigningCapacity, 'self' | 'TM'>;

/** Papers a mandate may cover. */
export const MANDATED_PAPERS = {
  recognition: 'Quyết định công nhận sản phẩm OCOP',
  approval: 'Quyết định phê duyệt kết quả tiềm năng 5 sao',
} as const;
export type MandatedPaper = keyof typeof MANDATED_PAPERS;

/** A mandate as far as a signature rests on it. Days are the first and the last on which it holds. */
export interface Mandate {
  readonly person: string;
  readonly capacity: MandatedCapacity;
  /** '15/QĐ-UBND' */
  readonly act: string;
  readonly covers: readonly string[];
  readonly from: Day;
  readonly to: Day | null;
}

/** A signature on a paper. `demand`: which capacities must name their mandate (setting `signingMandate`). */
export interface Signing {
  readonly signatory: string;
  readonly capacity: SigningCapacity;
  readonly mandate: Mandate | null;
  readonly demand: 'delegated' | 'all';
}

const rule = (clause: string): Basis => ({ act: 'Nghị định số 30/2020/NĐ-CP', article: `${clause} Điều 13` });
const BASIS: Readonly<Record<MandatedCapacity, Basis>> = {
  KT: rule('khoản 1, khoản 2'),
  TL: rule('khoản 4'),
  TUQ: rule('khoản 3'),
};
const WORDS: Readonly<Record<MandatedCapacity, string>> = {
  KT: 'văn bản phân công ký thay (KT.)',
  TL: 'văn bản giao ký thừa lệnh (TL.)',
  TUQ: 'giấy ủy quyền (TUQ.)',
};

const told = (day: Day) => day.split('-').reverse().join('/');

/** Whether a paper dated `dated` may bear this signature. */
export function maySign(
  { signatory, capacity, mandate, demand }: Signing,
  paper: string,
  dated: Day,
): Allowed | Refused {
  if (capacity === 'self' || capacity === 'TM') {
    return mandate === null
      ? ALLOWED
      : refuse('mandateUnused', 'Người đứng đầu tự ký thì không chọn văn bản giao ký.', rule('khoản 1'));
  }
  const basis = BASIS[capacity];
  if (mandate === null) {
    const free = demand === 'delegated' && capacity !== 'TUQ';
    return free ? ALLOWED : refuse('mandateMissing', `Chọn ${WORDS[capacity]} của người ký.`, basis);
  }
  const named = `Văn bản số ${mandate.act}`;
  if (mandate.capacity !== capacity)
    return refuse('mandateCapacity', `${named} không giao ký ${capacity}. Chọn lại thẩm quyền ký hoặc văn bản.`, basis);
  if (plain(mandate.person) !== plain(signatory))
    return refuse('mandatePerson', `${named} giao cho ${mandate.person}, không phải ${signatory}.`, basis);
  if (!mandate.covers.includes(paper)) return refuse('mandatePaper', `${named} không giao ký loại văn bản này.`, basis);
  if (dated < mandate.from)
    return refuse(
      'mandateNotBegun',
      `${named} có hiệu lực từ ${told(mandate.from)}, sau ngày ký ${told(dated)}.`,
      basis,
    );
  if (mandate.to !== null && dated > mandate.to)
    return refuse(
      'mandateEnded',
      `${named} hết hiệu lực sau ngày ${told(mandate.to)}; ngày ký là ${told(dated)}.`,
      basis,
    );
  return ALLOWED;
}

/** Whether a mandate may be recorded: a delegation (TUQ.) names its last day, days run forwards. */
export function mayGrant(given: Partial<Mandate> & { readonly actDate?: Day }, day: Day): Allowed | Refused {
  const basis = BASIS[given.capacity ?? 'TUQ'];
  const { from = '', to = null, actDate = '' } = given;
  if (!given.capacity) return refuse('mandateCapacity', 'Chọn thẩm quyền ký được giao.', basis);
  if (!given.person?.trim()) return refuse('mandatePerson', 'Ghi họ tên người được giao ký.', basis);
  if (!given.act?.trim()) return refuse('mandateAct', 'Ghi số văn bản giao ký.', basis);
  if (!isDay(actDate) || actDate > day)
    return refuse('mandateActDate', 'Ghi ngày văn bản giao ký, không sau hôm nay.', basis);
  if (!given.covers?.length) return refuse('mandateCovers', 'Chọn ít nhất một loại văn bản được giao ký.', basis);
  if (!isDay(from) || from < actDate)
    return refuse('mandateFrom', 'Ngày bắt đầu không trước ngày của văn bản giao ký.', basis);
  if (to === null && given.capacity === 'TUQ')
    return refuse('mandateTerm', 'Ủy quyền phải giới hạn thời gian: ghi ngày cuối cùng có hiệu lực.', basis);
  if (to !== null && (!isDay(to) || to < from))
    return refuse('mandateTo', 'Ngày cuối cùng có hiệu lực không trước ngày bắt đầu.', basis);
  return ALLOWED;
}

const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('vi');
