/** Reading and checking a file of score sheets: everything from outside is doubted here, once. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Exclusion, MemberSheet } from '../law/council.ts';
import { GATE_BASES, type GateBasis } from '../law/scoring.ts';
import { parseStrict, RepeatedName } from './strict-json.ts';

/** What a command answers when it refuses: code, Vietnamese sentence, criterion concerned or null. */
export class Refused extends Error {
  readonly code: string;
  readonly criterion: string | null;

  constructor(code: string, message: string, criterion: string | null = null) {
    super(message);
    this.code = code;
    this.criterion = criterion;
  }
}

export interface SheetFile {
  readonly gateBasis: GateBasis;
  readonly sheets: readonly MemberSheet[];
  readonly exclusion?: Exclusion;
}

const MAX_BYTES = 4 * 1024 * 1024;
const MAX_NAME = 200;
/** Control, bidirectional and zero-width characters: two names that look alike must be alike. */
const HIDDEN = /[\p{Cc}\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;

function malformed(message: string, criterion: string | null = null): Refused {
  return new Refused('malformedFile', message, criterion);
}

async function readText(path: string): Promise<string> {
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new Refused('fileNotFound', `Không tìm thấy tệp “${path}”. Kiểm tra lại đường dẫn.`);
  if (!found.isFile()) throw new Refused('fileNotFound', `“${path}” không phải là tệp. Chỉ đến một tệp JSON.`);
  if (found.size > MAX_BYTES) throw malformed('Tệp lớn hơn 4 MB. Chia thành nhiều tệp nhỏ hơn.');
  const bytes = await readFile(file).catch(() => {
    throw new Refused('fileNotFound', `Không đọc được tệp “${path}”. Kiểm tra quyền đọc.`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw malformed('Tệp không ở dạng UTF-8. Lưu lại tệp dạng UTF-8.');
  }
}

function parse(text: string): unknown {
  if (text.startsWith('\uFEFF')) throw malformed('Tệp có dấu BOM ở đầu. Lưu lại tệp dạng UTF-8 không có BOM.');
  try {
    return parseStrict(text);
  } catch (error) {
    if (error instanceof RepeatedName)
      throw malformed(`Tệp ghi “${error.repeated}” hai lần trong một mục. Giữ lại một.`);
    throw malformed('Tệp không phải JSON đúng. Kiểm tra dấu ngoặc, dấu phẩy, dấu nháy.');
  }
}

type Fields = Readonly<Record<string, unknown>>;

function object(value: unknown, what: string, allowed: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed(`${what} phải là đối tượng JSON.`);
  for (const name of Object.keys(value)) {
    if (!allowed.includes(name))
      throw malformed(`${what} không có mục “${name.slice(0, 60)}”. Chỉ nhận: ${allowed.join(', ')}.`);
  }
  return value as Fields;
}

/** A member's own value; never one inherited from Object. */
function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function words(value: unknown, what: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw malformed(`${what} phải là chữ và không để trống.`);
  return value;
}

function answers(value: unknown, member: string): MemberSheet['answers'] {
  const what = `Mục answers của thành viên “${member}”`;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed(`${what} phải là đối tượng JSON.`);
  for (const [criterion, chosen] of Object.entries(value)) {
    const list: readonly unknown[] = Array.isArray(chosen) ? chosen : [chosen];
    if (!list.every((one) => typeof one === 'string')) {
      throw malformed(
        `${what}: tiêu chí ${criterion.slice(0, 60)} phải ghi mã ô chọn, hoặc danh sách mã ô chọn.`,
        criterion,
      );
    }
  }
  return value as MemberSheet['answers'];
}

function sheet(value: unknown, at: number): MemberSheet {
  const fields = object(value, `Phiếu thứ ${at + 1}`, ['member', 'answers']);
  const member = words(own(fields, 'member'), `Tên thành viên của phiếu thứ ${at + 1}`);
  if (member.length > MAX_NAME || HIDDEN.test(member)) {
    throw malformed(`Tên thành viên của phiếu thứ ${at + 1} quá dài hoặc có ký tự ẩn. Gõ lại tên.`);
  }
  return { member, answers: answers(own(fields, 'answers'), member) };
}

/** Checks parsed JSON. Throws Refused with the sentence that says what to put right. */
function checkSheetFile(json: unknown): SheetFile {
  const fields = object(json, 'Tệp', ['gateBasis', 'sheets', 'exclusion']);
  const given = Object.hasOwn(fields, 'gateBasis') ? fields.gateBasis : 'mean';
  const gateBasis = GATE_BASES.find((one) => one === given);
  if (!gateBasis) throw malformed(`Mục gateBasis chỉ nhận: ${GATE_BASES.join(', ')}.`);
  const sheets = Object.hasOwn(fields, 'sheets') ? fields.sheets : [];
  if (!Array.isArray(sheets)) throw malformed('Mục sheets phải là danh sách phiếu.');
  const checked = { gateBasis, sheets: sheets.map((one: unknown, at) => sheet(one, at)) };
  if (!Object.hasOwn(fields, 'exclusion')) return checked;
  const exclusion = object(fields.exclusion, 'Mục exclusion', ['ground', 'reason']);
  const ground = words(own(exclusion, 'ground'), 'Mục ground của exclusion');
  return { ...checked, exclusion: { ground, reason: words(own(exclusion, 'reason'), 'Mục reason của exclusion') } };
}

/** Reads a file of sheets. The path is relative to the caller's folder. Throws Refused. */
export async function readSheetFile(path: string): Promise<SheetFile> {
  return checkSheetFile(parse(await readText(path)));
}
