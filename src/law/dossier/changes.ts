/**
 * What an upgrade and a re-evaluation say beyond a first dossier: changes with their evidence, the nine matters brought up to
 * date, papers with an end date renewed. Art. 6.1.b and 6.1.c of Decision 26/2026/QĐ-TTg; R3.2, R3.3.
 */
import type { Day } from '../answers.ts';
import { dayText } from '../days.ts';
import type { ApplicationKind } from '../transition.ts';
import { evidenceWords } from './papers.ts';

/** The nine matters of Art. 6.1.c, in its order; `field` is the datum of Form 02 that prints the answer. */
export const UPDATE_MATTERS = [
  { name: 'material', field: 'newMaterial', label: 'Nguyên liệu' },
  { name: 'technology', field: 'newTechnology', label: 'Công nghệ sử dụng' },
  { name: 'packaging', field: 'newPackaging', label: 'Bao bì' },
  { name: 'label', field: 'newLabel', label: 'Nhãn mác' },
  { name: 'declaration', field: 'newDeclaration', label: 'Công bố chất lượng' },
  { name: 'tests', field: 'newTests', label: 'Các phiếu kiểm nghiệm định kỳ' },
  { name: 'market', field: 'newMarket', label: 'Thị trường tiêu thụ' },
  { name: 'output', field: 'newOutput', label: 'Sản lượng' },
  { name: 'revenue', field: 'newRevenue', label: 'Doanh thu' },
] as const;
export type UpdateMatter = (typeof UPDATE_MATTERS)[number]['name'];

/** One matter of a re-evaluation: unchanged, or what changed and the papers that show it. */
export interface MatterAnswer {
  readonly answer?: 'same' | 'changed' | undefined;
  readonly words?: string | undefined;
  readonly papers: readonly string[];
}

/** One change of an upgrade with the papers that show it. */
export interface Change {
  readonly what: string;
  readonly papers: readonly string[];
}

export interface ChangesContent {
  readonly changes: readonly Change[];
  readonly matters: { readonly [M in UpdateMatter]?: MatterAnswer | undefined };
  /** Why a paper of a kind was not renewed, by kind of evidence. */
  readonly unrenewed: Readonly<Record<string, string | undefined>>;
}

export const NO_CHANGES: ChangesContent = { changes: [], matters: {}, unrenewed: {} };

/** Where a paper stands towards a day and the likely day of the decision. */
export type PaperTerm = 'holds' | 'lapsesSoon' | 'lapsed';

/** A paper is good up to and with its last day. */
export function paperTerm(endsOn: Day | null, day: Day, decisionOn: Day): PaperTerm {
  if (endsOn === null || endsOn >= decisionOn) return 'holds';
  return endsOn < day ? 'lapsed' : 'lapsesSoon';
}

/** A kind of paper with an end date, as a re-evaluation finds it. `gone`: the last dossier had one, this one has none. */
export interface Renewal {
  readonly kind: string;
  readonly state: 'renewed' | 'lapsesSoon' | 'lapsed' | 'gone';
  /** The last day of the best paper of the kind; null where none is there or it has no end. */
  readonly endsOn: Day | null;
}

interface TermPaper {
  readonly kind: string;
  readonly validTo: Day | null;
}

/**
 * The papers with an end date that a re-evaluation must renew (Art. 6.1.c): the kinds cited now, and those of the dossier
 * before. A kind is renewed when one paper of it holds beyond the likely decision.
 */
export function renewals(
  papers: readonly TermPaper[],
  formerKinds: readonly string[],
  day: Day,
  decisionOn: Day,
): readonly Renewal[] {
  const ending = papers.filter(({ validTo }) => validTo !== null).map(({ kind }) => kind);
  return [...new Set([...formerKinds, ...ending])].toSorted().map((kind): Renewal => {
    const ends = papers.filter((one) => one.kind === kind).map(({ validTo }) => validTo);
    if (ends.length === 0) return { kind, state: 'gone', endsOn: null };
    const best = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
    const term = paperTerm(best, day, decisionOn);
    return { kind, state: term === 'holds' ? 'renewed' : term, endsOn: best };
  });
}

/** One sentence about a paper that must be renewed. */
export function renewalWords({ kind, state, endsOn }: Renewal): string {
  const name = evidenceWords(kind)?.name ?? 'Giấy tờ khác';
  if (state === 'gone') return `${name}: hồ sơ lần trước có, lần này chưa có.`;
  if (endsOn === null || state === 'renewed') return `${name}: còn hạn.`;
  return state === 'lapsed'
    ? `${name}: đã hết hạn ngày ${dayText(endsOn)}.`
    : `${name}: hết hạn ngày ${dayText(endsOn)}, trước ngày dự kiến có kết quả.`;
}

interface ChangeFinding {
  readonly at: string;
  readonly message: string;
}

const blank = (text: string | undefined) => text === undefined || text.trim() === '';

/** What of an upgrade or a re-evaluation blocks its submission; nothing for a first dossier. `cited`: papers in the dossier. */
export function changeFindings(
  kind: ApplicationKind,
  content: ChangesContent,
  cited: readonly string[],
  renewal: readonly Renewal[],
): readonly ChangeFinding[] {
  const shown = (papers: readonly string[]) => papers.some((one) => cited.includes(one));
  if (kind === 'first') return [];
  if (kind === 'upgrade') {
    if (content.changes.length === 0)
      return [{ at: 'changes', message: 'Ghi những thay đổi từ khi được công nhận, mỗi thay đổi kèm minh chứng.' }];
    return content.changes.flatMap(({ what, papers }, row) =>
      shown(papers)
        ? []
        : [{ at: `changes.${row}.what`, message: `Gắn minh chứng cho thay đổi ${row + 1}: ${short(what)}.` }],
    );
  }
  return [
    ...UPDATE_MATTERS.flatMap(({ name, label }) => matterFindings(name, label, content.matters[name], shown)),
    ...renewal
      .filter((one) => one.state !== 'renewed' && blank(content.unrenewed[one.kind]))
      .map((one) => ({
        at: `unrenewed.${one.kind}`,
        message: `${renewalWords(one)} Thêm bản mới hoặc ghi lý do chưa thay.`,
      })),
  ];
}

function matterFindings(
  name: UpdateMatter,
  label: string,
  given: MatterAnswer | undefined,
  shown: (papers: readonly string[]) => boolean,
): readonly ChangeFinding[] {
  const low = label.charAt(0).toLowerCase() + label.slice(1);
  if (given?.answer === undefined)
    return [{ at: `matters.${name}.answer`, message: `Chọn không thay đổi hoặc có thay đổi về ${low}.` }];
  if (given.answer === 'same') return [];
  if (blank(given.words)) return [{ at: `matters.${name}.words`, message: `Ghi những thay đổi về ${low}.` }];
  return shown(given.papers)
    ? []
    : [{ at: `matters.${name}.papers`, message: `Gắn minh chứng cho thay đổi về ${low}.` }];
}

const LONGEST = 60;
const short = (text: string) =>
  text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST)) || text.slice(0, LONGEST)}…`;

/** The answers in the words Form 02 prints, by the names of its fields. `titleOf` names a paper. */
export function changeWords(
  kind: ApplicationKind,
  content: ChangesContent,
  titleOf: (paper: string) => string | undefined,
): Readonly<Record<string, string>> {
  const proof = (papers: readonly string[]) => {
    const titles = papers.flatMap((one) => titleOf(one) ?? []);
    return titles.length > 0 ? ` (minh chứng: ${titles.join('; ')})` : '';
  };
  if (kind === 'first') return {};
  if (kind === 'upgrade') {
    const lines = content.changes.map(({ what, papers }, row) => `${row + 1}. ${what}${proof(papers)}`);
    return lines.length > 0 ? { changes: lines.join('\n') } : {};
  }
  return Object.fromEntries(
    UPDATE_MATTERS.flatMap(({ name, field }) => {
      const given = content.matters[name];
      if (given?.answer === 'same') return [[field, 'Không thay đổi.']];
      return given?.answer === 'changed' && !blank(given.words)
        ? [[field, `${given.words}${proof(given.papers)}`]]
        : [];
    }),
  );
}
