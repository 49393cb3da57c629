import { article26, basisText } from '#law/answers';
import { CERTIFICATE_PARAMETERS } from '#law/certificate';
import { COMPETENCES, LEVEL_WORDS, OVER_WORDS } from '#law/competence';
import { type Process, processes, stateWords } from '#law/moves';
import type { Dated } from '#law/parameters';
import { WINDOW_RULES } from '#law/reevaluation';
import { REVOCATION_DAYS } from '#law/revocation';
import { ROUND_RULES } from '#law/rounds';
import { LAW_SETTINGS, type LawSetting, type LawSettingKey, type LawSettingValues } from '#law/settings';
import { lastOldDay, RULEBOOK_PERIODS } from '#law/transition';
import { formatDay } from '#ui';

/** One line of the public page of rules: what, how much, since when, where it is written. */
export interface RuleRow {
  what: string;
  value: string;
  from: string;
  basis: string;
}

const dated = <T>(what: string, list: readonly Dated<T>[], say: (value: T) => string): RuleRow[] =>
  list.map(({ from, value, basis }) => ({ what, value: say(value), from, basis: basisText(basis) }));

const dayMonth = (monthDay: string) => monthDay.split('-').reverse().join('/');

/** Every number of the law with the day it begins and its article, from the law's own tables. */
export function thresholdRows(): RuleRow[] {
  const terms = Object.values(processes).flatMap(({ moves }) =>
    moves.flatMap((move) => ('term' in move && move.term ? [{ move, term: move.term }] : [])),
  );
  return [
    ...dated(
      'Thời hạn giấy chứng nhận',
      CERTIFICATE_PARAMETERS.termMonths,
      (months) => `${months} tháng kể từ ngày cấp`,
    ),
    ...dated(
      'Kéo dài hiệu lực khi chờ kết quả đánh giá lại',
      CERTIFICATE_PARAMETERS.extensionDays,
      (days) => `Nhiều nhất ${days} ngày sau khi hết hạn`,
    ),
    ...dated(
      'Nộp hồ sơ đánh giá lại',
      WINDOW_RULES,
      ({ opensDaysBefore, closesDaysBefore }) => `Từ ${opensDaysBefore} đến ${closesDaysBefore} ngày trước khi hết hạn`,
    ),
    ...roundRows('province', 'Đợt đánh giá của tỉnh'),
    ...roundRows('central', 'Đợt đánh giá của Bộ'),
    ...terms.map(({ move, term }) => ({
      what: `Sau bước “${move.verb}”${'only' in term ? ' (đánh giá lại)' : ''}`,
      value: `${term.days} ${term.unit === 'workingDays' ? 'ngày làm việc' : 'ngày'}`,
      from: '2026-05-22',
      basis: basisText(term.basis),
    })),
    ...dated('Quyết định thu hồi giấy chứng nhận', REVOCATION_DAYS, (days) => `Trong ${days} ngày`),
  ];
}

const roundRows = (level: 'province' | 'central', what: string): RuleRow[] =>
  dated(what, ROUND_RULES[level], (rules) =>
    [...rules]
      .sort((a, b) => a.no - b.no)
      .map(
        (rule) =>
          `Đợt ${rule.no}: đề nghị trước ngày ${dayMonth(rule.proposedBefore)}, xong trước ngày ${dayMonth(rule.completedBefore)}`,
      )
      .join('; '),
  );

/** What becomes of dossiers filed before the decision in force. */
export function transitionRows(): RuleRow[] {
  const [, , now] = RULEBOOK_PERIODS;
  const from = now?.from ?? '';
  const basis = basisText(article26('Điều 12 khoản 2'));
  return [
    {
      what: 'Hồ sơ lần đầu, nâng hạng nộp trước ngày này',
      value: `Đánh giá xong chậm nhất ngày ${formatDay(lastOldDay('first'))}`,
      from,
      basis,
    },
    {
      what: 'Hồ sơ đánh giá lại nộp trước ngày này',
      value: `Đánh giá xong chậm nhất ngày ${formatDay(lastOldDay('reEvaluation'))}`,
      from,
      basis,
    },
    {
      what: 'Công nhận có trước ngày này',
      value: 'Giữ nguyên đến hết hạn của giấy',
      from,
      basis: basisText(article26('Điều 12 khoản 1')),
    },
  ];
}

/** The rulebooks with the days they serve; the last day shown is inclusive. */
export function periodRows(): { id: string; act: string; from: string; to: string | null; basis: string }[] {
  return [...RULEBOOK_PERIODS]
    .reverse()
    .map(({ rulebook, act, from, to, basis }) => ({ id: rulebook, act, from, to, basis: basisText(basis) }));
}

export interface CompetenceRow {
  over: string;
  stars: string;
  who: string;
  from: string;
  to: string | null;
  basis: string;
  open: boolean;
}

/** Who decides what, on which days; what is in force now first. */
export function competenceRows(): CompetenceRow[] {
  return [...COMPETENCES]
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
    .map(({ over, stars, level, from, to, basis, open }) => ({
      over: OVER_WORDS[over],
      stars: stars.length === 5 ? 'mọi hạng' : `${[...stars].join(', ')} sao`,
      who: LEVEL_WORDS[level].signatory,
      ...{ from, to, basis: basisText(basis), open: open === true },
    }));
}

/** The processes a citizen may follow, in the order of the work. */
export const SHOWN_PROCESSES = [
  'dossier',
  'session',
  'sheet',
  'decision',
  'recognition',
  'misuse',
] as const satisfies readonly Process[];

export interface MoveLine {
  action: string;
  verb: string;
  from: string;
  to: string;
  term: string | null;
  basis: string;
}

/** States and moves of a process in words. */
export function processRows(process: Process): {
  name: string;
  states: { key: string; name: string; explain: string }[];
  moves: MoveLine[];
} {
  const { name, states, moves } = processes[process];
  return {
    name,
    states: Object.entries(states)
      .filter(([key]) => key !== 'new')
      .map(([key, words]) => ({ key, name: words.name, explain: words.explain })),
    moves: moves.map((move) => ({
      action: move.action,
      verb: move.verb,
      from: move.from.map((state) => stateWords(process, state).name).join(', '),
      to: move.to === 'same' ? 'giữ nguyên' : stateWords(process, move.to).name,
      term:
        'term' in move && move.term
          ? `${move.term.days} ${move.term.unit === 'workingDays' ? 'ngày làm việc' : 'ngày'}`
          : null,
      basis: basisText(move.basis),
    })),
  };
}

/** Points the law leaves open, with the answer in use: what the agency set, else the default. */
export function openPoints(
  values: LawSettingValues,
): { label: string; explain: string; taken: string; basis: string }[] {
  const points = Object.entries(LAW_SETTINGS) as [LawSettingKey, LawSetting][];
  return points.map(([key, setting]) => ({
    label: setting.label,
    explain: setting.explain,
    taken: `${taken(setting, values[key])}${String(values[key]) === String(setting.initial) ? '' : ' (cơ quan đã chọn)'}`,
    basis: basisText(setting.basis),
  }));
}

function taken(setting: LawSetting, value: LawSettingValues[LawSettingKey]): string {
  if (Array.isArray(value)) return `${value.join(', ')} ${setting.type === 'numbers' ? setting.unit : ''}`.trim();
  if (setting.type === 'flag') return value ? 'Có' : 'Không';
  if (setting.type === 'number') return `${value} ${setting.unit}`;
  const choices = setting.type === 'choice' ? setting.choices : [];
  return choices.find((one) => one.value === value)?.label ?? String(value);
}

/** "22/05/2026", or "21/07/2026" for a last day; "nay" while it lasts. */
export const untilWords = (to: string | null): string => (to === null ? 'nay' : formatDay(to));
