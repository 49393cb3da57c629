import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import {
  type Change,
  type ChangesContent,
  COMMUNE_MATTERS,
  changeFindings,
  changeWords,
  checkSubmission,
  EVIDENCE,
  exclusionGrounds,
  FORM_03,
  mayApply,
  misfilled,
  NO_CHANGES,
  NOTE_WORDS,
  notes,
  producerFields,
  renewals,
  samplesNeeded,
  UPDATE_MATTERS,
} from './dossier.ts';
import { RETURN_REASONS } from './reasons.ts';
import { findSet, loadRulebook, scoredCriteria } from './rulebooks.ts';
import type { ApplicationKind } from './transition.ts';

const rulebook = await loadRulebook('26-2026');
const TODAY = '2026-11-21';

function setNo(no: number) {
  const set = findSet(rulebook, String(no));
  if (!set) throw new Error(`không có bộ ${no}`);
  return set;
}

/** Fields that want more than a word. */
const MEANT: Readonly<Record<string, string>> = {
  phone: '0912 345 678',
  email: 'htx@vi-du.vn',
  foundedOn: '04/02/2019',
};

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** "E02:2027-01-01 E11" as papers p1, p2 with their last days. */
const termed = (text: string) =>
  words(text).map((one, at) => {
    const [kind = '', validTo = null] = one.split(':');
    return { id: `p${at + 1}`, kind, validTo, criteria: [] };
  });

describe('R2.1 who may apply', () => {
  it.each(cases(import.meta.url, 'dossier.cases.md', 'Đối tượng'))('%o', (row) => {
    const answer = mayApply(cell(row, 'loại hình'), cell(row, 'ngành'));
    expect(answer.ok ? 'được' : answer.code).toBe(cell(row, 'kết quả'));
  });
});

describe('R3.1 R3.2 R3.3 U17 submission', () => {
  it.each(cases(import.meta.url, 'dossier.cases.md', 'Nộp hồ sơ'))('%o', (row) => {
    const kind = cell(row, 'loại') as ApplicationKind;
    const set = setNo(5);
    const left = words(cell(row, 'bỏ'));
    const form = Object.fromEntries(
      producerFields(kind).map((field) => [field.name, left.includes(field.name) ? ' ' : (MEANT[field.name] ?? 'có')]),
    );
    const codes = scoredCriteria(set).map((one) => one.code);
    const answered = { đủ: codes, không: [], 'một phần': codes.slice(3) }[cell(row, 'chấm')] ?? [];
    const papers = termed(cell(row, 'giấy tờ'));
    const same = UPDATE_MATTERS.filter(({ name }) => !left.includes(name));
    const helped = cell(row, 'nhập hộ');
    const check = checkSubmission(
      {
        kind,
        producerType: cell(row, 'loại hình'),
        form,
        set,
        answered,
        papers,
        onBehalf: helped !== 'không',
        signedForm: helped === 'đã ký',
        changes: {
          ...NO_CHANGES,
          changes: left.includes('changes') ? [] : [{ what: 'Máy sấy mới', papers: ['p1'] }],
          matters: Object.fromEntries(same.map(({ name }) => [name, { answer: 'same', papers: [] }])),
        },
        renewals: renewals(papers, [], TODAY, '2027-01-27'),
      },
      TODAY,
    );
    expect(check.blocks.map((one) => one.at).join(' ')).toBe(cell(row, 'chặn'));
    expect(check.warnings.map((one) => one.at).join(' ')).toBe(cell(row, 'nhắc'));
  });

  it.each([
    [{ phone: 'xyz' }, 'phone'],
    [{ phone: '0912 345' }, 'phone'],
    [{ email: 'abc' }, 'email'],
    [{ foundedOn: '31/02/2020' }, 'foundedOn'],
    [{ foundedOn: 'lâu rồi' }, 'foundedOn'],
    [{ phone: '(024) 3734.1635', email: 'htx@vi-du.vn', foundedOn: '1/3/2020' }, ''],
    [{ phone: '', email: ' ', foundedOn: 'năm 2019' }, ''],
  ])('what cannot be meant is named: %o', (form, at) => {
    expect(
      misfilled(form)
        .map((one) => one.at)
        .join(' '),
    ).toBe(at);
  });

  it('each field name is one datum', () => {
    const names = producerFields('reEvaluation').map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
    const restricted = producerFields('first')
      .filter((one) => one.restricted)
      .map((one) => one.name);
    expect(restricted).toEqual(['sex', 'ethnicity', 'permanentAddress']);
  });
});

describe('R3.2 R3.3 changes and their evidence', () => {
  const proof = (text: string): Change => {
    const [what = '', papers = ''] = text.split('=');
    return { what: what.trim(), papers: papers === '' ? [] : papers.split(',') };
  };
  const written = (kind: ApplicationKind, text: string): ChangesContent => {
    if (kind === 'upgrade') return { ...NO_CHANGES, changes: text === '' ? [] : text.split(';').map(proof) };
    const [answer = '', said = ''] = text.split(': ');
    const { what, papers } = proof(said);
    const asked = answer === 'same' || answer === 'changed' ? { answer, words: what, papers } : { papers: [] };
    const same = UPDATE_MATTERS.map(({ name }) => [name, { answer: 'same', papers: [] }]);
    return { ...NO_CHANGES, matters: { ...Object.fromEntries(same), packaging: asked } };
  };

  it.each(cases(import.meta.url, 'dossier.cases.md', 'Thay đổi và minh chứng'))('%o', (row) => {
    const kind = cell(row, 'loại') as ApplicationKind;
    const found = changeFindings(kind, written(kind, cell(row, 'ghi')), ['p1', 'p2'], []);
    expect(found.map(({ at }) => at).join(' ')).toBe(cell(row, 'chặn'));
  });

  it.each(cases(import.meta.url, 'dossier.cases.md', 'Giấy tờ có thời hạn'))('%o', (row) => {
    const found = renewals(termed(cell(row, 'giấy tờ')), words(cell(row, 'lần trước')), '2026-11-22', '2027-01-27');
    expect(found.map(({ kind, state }) => `${kind} ${state}`).join('; ')).toBe(cell(row, 'kết quả'));
  });

  it('a paper not renewed needs its reason; a blank one is none', () => {
    const [gone] = renewals([], ['E02'], '2026-11-22', '2027-01-27');
    const matters = Object.fromEntries(
      UPDATE_MATTERS.map(({ name }) => [name, { answer: 'same' as const, papers: [] }]),
    );
    const blocks = (why: string) =>
      changeFindings('reEvaluation', { ...NO_CHANGES, matters, unrenewed: { E02: why } }, [], gone ? [gone] : [])
        .length;
    expect([blocks('Đã gửi hồ sơ cấp lại'), blocks(' ')]).toEqual([0, 1]);
  });

  it('Form 02 prints them in words, under the names of its fields', () => {
    const title = (id: string) => (id === 'p2' ? 'Ảnh bao bì' : undefined);
    expect(changeWords('first', written('upgrade', 'máy sấy=p2'), title)).toEqual({});
    expect(changeWords('upgrade', written('upgrade', 'máy sấy=p2; nhãn mới'), title)).toEqual({
      changes: '1. máy sấy (minh chứng: Ảnh bao bì)\n2. nhãn mới',
    });
    expect(changeWords('reEvaluation', written('reEvaluation', 'changed: túi giấy=p2'), title)).toMatchObject({
      newMaterial: 'Không thay đổi.',
      newPackaging: 'túi giấy (minh chứng: Ảnh bao bì)',
    });
  });
});

describe('R3.6 R3.7 R4.1 evidence, samples, the four matters', () => {
  it('the catalogue is the rulebook’s, name by name', () => {
    expect(EVIDENCE.map((one) => one.id)).toEqual(rulebook.evidenceCatalog?.map((one) => one.id));
    expect(EVIDENCE.length).toBe(15);
  });

  it('five samples, none in tourism: as each set says', () => {
    for (const set of rulebook.productSets) expect(samplesNeeded(set.group)).toBe(set.samplesRequired);
  });

  it('Form 03 asks the four matters of Art. 7.2.a', () => {
    expect(COMMUNE_MATTERS.map((one) => one.name)).toEqual(['material', 'labour', 'idea', 'identity']);
    expect(FORM_03.sections[1]?.fields.length).toBe(4);
  });
});

describe('R3.11 exclusion', () => {
  it('the printed lines and the notes inside criteria', () => {
    expect(exclusionGrounds(setNo(7)).map((one) => one.id)).toEqual(['head-1', 'criterion-1.1', 'criterion-2.1']);
    expect(exclusionGrounds(setNo(21)).map((one) => one.criterion)).toEqual([null, '6.2']);
    expect(exclusionGrounds(setNo(26))).toEqual([{ id: 'forgery', text: 'Giả mạo hồ sơ', criterion: null }]);
  });

  it('12 sets on imported material, 10 on identical products, 2 on intellectual property', () => {
    const count = (part: string) =>
      rulebook.productSets.filter((set) =>
        exclusionGrounds(set).some((one) => one.criterion !== null && one.text.includes(part)),
      ).length;
    expect([count('nhập khẩu'), count('giống hệt'), count('sở hữu trí tuệ')]).toEqual([12, 10, 2]);
  });

  it('every printed note has words', () => {
    const types = rulebook.productSets.flatMap((set) => notes(set).map((one) => one.note.type));
    expect(types.every((type) => NOTE_WORDS[type].name.length > 0)).toBe(true);
  });
});

describe('U24 typical reasons', () => {
  it('ids are unique and every sentence says what to do', () => {
    expect(new Set(RETURN_REASONS.map((one) => one.id)).size).toBe(RETURN_REASONS.length);
    expect(RETURN_REASONS.filter((one) => one.text.split('. ').length < 2)).toEqual([]);
  });
});
