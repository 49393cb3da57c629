/**
 * How anyone checks a session's record again, without the system: every seal, the chain, the quorum, and the results
 * computed anew from the sheets by the law. Pure: the hash function and the rulebooks are handed in.
 * Source: Art. 4.2 of Decision 26/2026/QĐ-TTg (public, transparent, objective), Art. 7.3.d and Annex II.
 */
import { councilResult, quorum } from './council.ts';
import { scoreSheet } from './scoring.ts';
import {
  canonical,
  chainOf,
  type Hash,
  type RecordCore,
  type RecordedProduct,
  type RecordedResult,
  type RecordedSheet,
  resultOf,
  type SessionFile,
  sealOf,
  sheetText,
} from './session-record.ts';
import type { SetIndex } from './set-index.ts';

/** One thing looked at: what, whether it fits, and the places where it does not. */
export interface Finding {
  readonly what: string;
  readonly fits: boolean;
  readonly faults: readonly string[];
}

interface Tools {
  readonly hash: Hash;
  /** The product set of an id such as '26-2026/06'; undefined when no rulebook has it. */
  readonly setOf: (productSet: string) => SetIndex | undefined;
}

/** Checks a record against itself and against the law. Every finding is a Vietnamese sentence; none throws. */
export function verifyRecord(file: SessionFile, { hash, setOf }: Tools): Finding[] {
  const looked: Finding[] = [];
  const say = (what: string, faults: readonly string[]) => looked.push({ what, fits: faults.length === 0, faults });
  const names = new Map(file.members.map(({ seat, name }) => [seat, name]));
  const count = file.chain.length;
  say(
    `Mã niêm phong của ${count} bản phiếu khớp với nội dung phiếu`,
    each(file, (product) => sealFaults(product, names, hash)),
  );
  say(
    'Tổng điểm từng phiếu đúng theo Bộ tiêu chí',
    each(file, (product) => totalFaults(product, names, setOf)),
  );
  say(
    'Phiếu nộp lại có lý do, bản đầu còn nguyên',
    each(file, (product) => versionFaults(product, names)),
  );
  say(
    'Phiếu nhập từ bản giấy ghi rõ người nhập và mã tệp quét',
    each(file, (product) => paperFaults(product, names)),
  );
  say('Chuỗi thứ tự nộp phiếu liền mạch', chainFaults(file, hash));
  say(
    'Túc số từng sản phẩm đủ theo quy chế',
    each(file, (product) => quorumFaults(product, file)),
  );
  say(
    'Kết quả tính lại từ các phiếu đúng như đã ghi',
    each(file, (product) => resultFaults(product, file, setOf)),
  );
  say(
    'Mã niêm phong của phiên khớp với toàn bộ nội dung',
    sealOf(file, hash) === file.seal ? [] : ['Nội dung tệp đã khác lúc niêm phong.'],
  );
  say('Nội dung biên bản khớp với mã và với kết quả', minutesFaults(file, hash));
  return looked;
}

const each = (file: RecordCore, look: (product: RecordedProduct) => string[]): string[] => file.products.flatMap(look);

type Names = ReadonlyMap<string, string>;
const place = (product: RecordedProduct, sheet: RecordedSheet, names: Names, no: number) =>
  `${product.product}, phiếu của ${names.get(sheet.seat) ?? 'người không có trong danh sách'}, bản ${no}`;

function sealFaults(product: RecordedProduct, names: Names, hash: Hash): string[] {
  return product.sheets.flatMap((sheet) =>
    sheet.versions
      .filter(
        (one) =>
          hash(sheetText({ ...one, sheet: sheet.sheet, seat: sheet.seat, dossier: product.dossier })) !== one.hash,
      )
      .map((one) => `${place(product, sheet, names, one.no)}: nội dung không khớp mã niêm phong.`),
  );
}

function totalFaults(product: RecordedProduct, names: Names, setOf: Tools['setOf']): string[] {
  const index = setOf(product.productSet);
  if (!index) return [`${product.product}: không có bộ tiêu chí ${product.productSet}.`];
  return product.sheets.flatMap((sheet) =>
    sheet.versions.flatMap((one) => {
      const scored = scoreSheet(index, one.answers);
      if (!scored.ok) return [`${place(product, sheet, names, one.no)}: ${scored.message}`];
      return scored.total === one.total
        ? []
        : [`${place(product, sheet, names, one.no)}: ghi ${one.total} điểm, theo ô đã chọn là ${scored.total} điểm.`];
    }),
  );
}

function versionFaults(product: RecordedProduct, names: Names): string[] {
  return product.sheets.flatMap((sheet) =>
    sheet.versions.flatMap((one, at) => {
      if (one.no !== at + 1) return [`${place(product, sheet, names, one.no)}: thiếu bản ${at + 1}.`];
      return one.no > 1 && !one.reason?.trim()
        ? [`${place(product, sheet, names, one.no)}: không có lý do nộp lại.`]
        : [];
    }),
  );
}

function paperFaults(product: RecordedProduct, names: Names): string[] {
  return product.sheets.flatMap((sheet) =>
    sheet.versions.flatMap(({ no, paper }) =>
      paper && !(paper.by.trim() && /^[0-9a-f]{64}$/.test(paper.scan))
        ? [`${place(product, sheet, names, no)}: nhập từ bản giấy mà không ghi đủ người nhập và tệp quét.`]
        : [],
    ),
  );
}

function chainFaults(file: RecordCore, hash: Hash): string[] {
  const again = chainOf(file.products, hash);
  if (again.length !== file.chain.length)
    return [`Chuỗi có ${file.chain.length} mắt, tệp có ${again.length} bản phiếu.`];
  const broken = again.findIndex((one, at) => canonical(one) !== canonical(file.chain[at]));
  return broken < 0 ? [] : [`Chuỗi đứt ở mắt thứ ${broken + 1}.`];
}

const countedSheets = (product: RecordedProduct) => product.sheets.filter(({ counted }) => counted);

function quorumFaults(product: RecordedProduct, { members, regulation }: RecordCore): string[] {
  const back = new Set(product.steppedBack.map(({ seat }) => seat));
  const wrong = countedSheets(product)
    .filter(({ seat }) => back.has(seat) || !members.some((one) => one.seat === seat && one.role !== 'secretary'))
    .map(() => `${product.product}: có phiếu của người không được chấm sản phẩm này.`);
  const seats = members
    .filter((one) => one.role !== 'substitute' || one.standsFor !== null)
    .map((one) => {
      const submitted = countedSheets(product).some(({ seat }) => seat === one.seat);
      return { name: one.name, role: one.role, submitted, absent: !submitted, recused: back.has(one.seat) };
    });
  const answer = quorum(seats, regulation);
  return answer.ok ? wrong : [...wrong, `${product.product}: ${answer.message}`];
}

function resultFaults(product: RecordedProduct, { regulation }: RecordCore, setOf: Tools['setOf']): string[] {
  const index = setOf(product.productSet);
  if (!index) return [];
  const sheets = countedSheets(product).map(({ seat, versions }) => ({
    member: seat,
    answers: versions.at(-1)?.answers ?? {},
  }));
  const { excluded } = product;
  const { gateBasis, starBy } = regulation;
  const rules = { gateBasis, starBy, ...(excluded ? { exclusion: excluded } : {}) };
  const law = councilResult(index, sheets, rules);
  if (!law.ok) return [`${product.product}: ${law.message}`];
  const again = resultOf(law, regulation.spreadLimit);
  return RESULT_NAMES.filter(([key]) => canonical(product.result[key]) !== canonical(again[key])).map(
    ([key, words]) =>
      `${product.product}: ${words} ghi khác với tính lại (${short(product.result[key])}, tính lại ${short(again[key])}).`,
  );
}

const RESULT_NAMES: readonly (readonly [keyof RecordedResult, string])[] = [
  ['sum', 'tổng điểm các phiếu'],
  ['count', 'số phiếu'],
  ['bandStar', 'hạng theo điểm'],
  ['vote', 'biểu quyết hạng sao'],
  ['star', 'hạng sao'],
  ['candidate', 'tiềm năng 5 sao'],
  ['gates', 'điều kiện có dấu sao'],
  ['parts', 'điểm từng phần'],
  ['criteria', 'điểm từng tiêu chí'],
  ['spread', 'các cặp chênh lệch'],
];

function short(value: unknown): string {
  const text = canonical(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function minutesFaults({ minutes, seal, products }: SessionFile, hash: Hash): string[] {
  const faults: string[] = [];
  if (hash(canonical(minutes.content)) !== minutes.digest) faults.push('Nội dung biên bản không khớp mã của biên bản.');
  if (minutes.content.seal !== seal) faults.push('Biên bản ghi mã niêm phong khác với mã của phiên.');
  const said = minutes.content.results.map(({ name, star }) => `${name}: ${star}`);
  const stored = products.map(({ product, result }) => `${product}: ${result.star}`);
  if (canonical(said) !== canonical(stored)) faults.push('Biên bản ghi hạng sao khác với kết quả đã lưu.');
  return faults;
}
