import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { councilResult } from './council.ts';
import { findSet, loadRulebook } from './rulebooks.ts';
import { type Answers, indexSet, scoreSheet } from './scoring.ts';
import {
  canonical,
  chainOf,
  type RecordCore,
  type RecordedProduct,
  type RecordedSheet,
  resultOf,
  type SessionFile,
  sealOf,
  sheetText,
} from './session-record.ts';
import { verifyRecord } from './session-verify.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const rulebook = await loadRulebook('26-2026');
const set = findSet(rulebook, '6');
if (!set) throw new Error('no set');
const index = indexSet(set, rulebook.starBands);
const check = (file: SessionFile) =>
  verifyRecord(file, { hash, setOf: (id) => (id === '26-2026/06' ? index : undefined) });

const regulation = {
  ...{ act: '2/QĐ-HĐ', quorumPercent: 70, chairRequired: true, spreadLimit: 10 },
  gateBasis: 'mean',
} as const;
const answers: fc.Arbitrary<Answers> = fc
  .tuple(...index.criteria.map(({ options }) => fc.option(fc.constantFrom(...options.keys()), { freq: 8 })))
  .map((chosen) =>
    Object.fromEntries(index.criteria.flatMap(({ code }, at) => (chosen[at] ? [[code, chosen[at] ?? '']] : []))),
  );

function sheetOf(seat: string, dossier: string, versions: readonly Answers[]): RecordedSheet {
  const sheet = `sheet-${dossier}-${seat}`;
  return {
    ...{ sheet, seat, counted: true },
    versions: versions.map((given, at) => {
      const scored = scoreSheet(index, given);
      const content = { answers: given, notes: {}, opinion: null, exclusion: null };
      const total = scored.ok ? scored.total : -1;
      return {
        ...{ no: at + 1, ...content, total, at: `2026-11-22T08:00:0${at}Z`, reason: at === 0 ? null : 'Chấm lại' },
        hash: hash(sheetText({ sheet, dossier, seat, total, ...content })),
      };
    }),
  };
}

/** A record that fits: some products, five members, the first with two versions of each sheet. */
const record: fc.Arbitrary<SessionFile> = fc
  .array(fc.array(answers, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 3 })
  .map((products) => {
    const members = ['a', 'b', 'c', 'd', 'e'].map((seat, at) => ({
      ...{ seat, name: `Người ${seat}`, organisation: 'Sở', role: at === 0 ? ('chair' as const) : ('member' as const) },
      ...{ absent: false, standsFor: null },
    }));
    const recorded = products.map((given, at): RecordedProduct => {
      const dossier = `d${at}`;
      const [first = {}, again = {}, ...others] = given;
      const sheets = [
        sheetOf('a', dossier, [first, again]),
        ...others.map((one, n) => sheetOf('bcde'[n] ?? '', dossier, [one])),
      ];
      const law = councilResult(
        index,
        sheets.map(({ seat, versions }) => ({ member: seat, answers: versions.at(-1)?.answers ?? {} })),
        regulation,
      );
      if (!law.ok) throw new Error(law.message);
      return {
        ...{ dossier, product: `Sản phẩm ${at}`, producer: 'Cơ sở', productSet: '26-2026/06', sheets, steppedBack: [] },
        ...{ excluded: null, spreadAccepted: null, result: resultOf(law, regulation.spreadLimit) },
      };
    });
    const core: RecordCore = {
      ...{ format: 'saolang-session/1', regulation, members, products: recorded, chain: chainOf(recorded, hash) },
      session: { id: 's', title: 'Phiên', council: 'Hội đồng', councilAct: '1/QĐ', mode: 'meeting', heldOn: null },
    };
    const seal = sealOf(core, hash);
    const results = recorded.map(({ product, result }) => ({ name: product, mean: '', star: result.star }));
    const content = { seal, results };
    return { ...core, seal, minutes: { digest: hash(canonical(content)), content, signed: null } };
  });

type Path = readonly (string | number)[];
/** Every place of a value that holds a word or a number. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]));
  return [path];
}
function changeAt(file: SessionFile, path: Path): SessionFile {
  const copy = structuredClone(file);
  let at = copy as unknown as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = String(path.at(-1));
  const old = at[last];
  at[last] = typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : `${old ?? ''}x`;
  return copy;
}

describe('the record of a session', () => {
  it('an untouched record fits in every respect', () => {
    fc.assert(
      fc.property(record, (file) => {
        expect(check(file).filter(({ fits }) => !fits)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('any one word or number changed is found', () => {
    fc.assert(
      fc.property(record, fc.nat(), (file, pick) => {
        const places = leaves(file).filter(
          ([top, next]) => !(top === 'minutes' && next === 'signed') && top !== 'format',
        );
        const path = places[pick % places.length] ?? [];
        const found = check(changeAt(file, path));
        expect([path.join('.'), found.some(({ fits }) => !fits)]).toEqual([path.join('.'), true]);
      }),
      { numRuns: 150 },
    );
  });

  it('a sheet taken out, or put back in another order, breaks the chain; one more counted breaks the result', () => {
    const [file] = fc.sample(record, { numRuns: 1, seed: 7 });
    if (!file) throw new Error('no record');
    const broken = (work: (copy: SessionFile & { products: { sheets: RecordedSheet[] }[] }) => void) => {
      const copy = structuredClone(file) as SessionFile & { products: { sheets: RecordedSheet[] }[] };
      work(copy);
      return check(copy)
        .filter(({ fits }) => !fits)
        .map(({ what }) => what);
    };
    expect(broken((copy) => void copy.products[0]?.sheets.pop())).toEqual(
      expect.arrayContaining(['Chuỗi thứ tự nộp phiếu liền mạch', 'Kết quả tính lại từ các phiếu đúng như đã ghi']),
    );
    const absent = broken((copy) => void copy.products[0]?.sheets.splice(1));
    expect(absent).toContain('Túc số từng sản phẩm đủ theo quy chế');
  });

  it('equal contents have equal texts, whatever the order of their keys', () => {
    expect(canonical({ b: [1, null], a: { d: 'x', c: undefined } })).toBe('{"a":{"d":"x"},"b":[1,null]}');
    expect(canonical({ a: { d: 'x' }, b: [1, null] })).toBe(canonical({ b: [1, null], a: { d: 'x' } }));
  });
});
