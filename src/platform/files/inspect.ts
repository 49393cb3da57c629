import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { inspectImage } from './inspect-image.ts';
import { inspectOffice } from './inspect-office.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { type Accepted, acceptedSentence, type FileKind, KINDS, kindOfExtension } from './kinds.ts';
import { cleanName, extensionOf } from './names.ts';
import type { FileRefusal } from './problem.ts';

/** What is known of a file that passed. */
export interface Inspected {
  kind: FileKind;
  /** Media type it is to be served with. */
  type: string;
  /** Cleaned name. */
  name: string;
  pages?: number;
  width?: number;
  height?: number;
}

export type Inspection = { ok: true; facts: Inspected } | { ok: false; refusal: FileRefusal };

/** What the sender says about the file. */
export interface Declared {
  name: string | null | undefined;
  /** Type from the upload; '' or application/octet-stream say nothing. */
  type?: string | null | undefined;
}

const HEAD_BYTES = 4100;

/**
 * Checks a file on disk before it is kept (S25, S26, S30): size, extension, declared type and content must agree,
 * and the content is really read. A refusal says in words what is accepted. Throws only when the disk fails.
 */
export async function inspect(path: string, declared: Declared, accepted: Accepted): Promise<Inspection> {
  const name = cleanName(declared.name);
  const { size } = await stat(path);
  if (size === 0) return refuse('empty', 'Tệp rỗng, không có nội dung.', accepted);
  if (size > accepted.maxBytes) return refuse('tooLarge', `Tệp nặng ${megabytes(size)} MB.`, accepted);

  const kind = kindOfExtension(extensionOf(name));
  if (!kind || !accepted.kinds.includes(kind)) return refuse('kind', 'Loại tệp này không nhận.', accepted);
  if (!declaredFits(declared.type, kind)) {
    return refuse('mismatch', `Tên tệp là ${KINDS[kind].word} nhưng trình duyệt báo là loại khác.`, accepted);
  }
  if (!(await contentFits(path, kind))) {
    return refuse('mismatch', `Tên tệp là ${KINDS[kind].word} nhưng bên trong không phải.`, accepted);
  }
  const found = await readWhole(path, kind);
  if (found && 'code' in found) return { ok: false, refusal: found };
  return { ok: true, facts: { kind, type: KINDS[kind].type, name, ...found } };
}

function refuse(code: FileRefusal['code'], sentence: string, accepted: Accepted): Inspection {
  return { ok: false, refusal: { code, message: `${sentence} ${acceptedSentence(accepted)}` } };
}

function megabytes(bytes: number): string {
  return (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1).replace('.', ',');
}

function declaredFits(type: string | null | undefined, kind: FileKind): boolean {
  const plain = (type ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (plain === '' || plain === 'application/octet-stream') return true;
  return plain === KINDS[kind].type || KINDS[kind].alsoDeclared.includes(plain);
}

/** Nothing stands before the drawing but a declaration, remarks and a document type without entities of its own. */
const SVG_BEGINS =
  /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE\s+svg[^>[]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/;

async function contentFits(path: string, kind: FileKind): Promise<boolean> {
  const head = await firstBytes(path);
  if (kind === 'svg') return SVG_BEGINS.test(head.toString('utf8'));
  const found = await fileTypeFromBuffer(head);
  if (kind === 'csv' || kind === 'txt')
    return found === undefined && !/^\s*<(!doctype|html|svg|script|\?xml)/i.test(head.toString('latin1'));
  if (kind === 'docx' || kind === 'xlsx') return head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
  return found?.mime === KINDS[kind].type;
}

async function readWhole(path: string, kind: FileKind): Promise<Partial<Inspected> | FileRefusal | null> {
  switch (kind) {
    case 'pdf':
      return inspectPdf(path);
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'svg':
      return inspectImage(path);
    case 'docx':
    case 'xlsx':
      return inspectOffice(path, kind);
    case 'csv':
    case 'txt':
      return inspectText(path);
  }
}

/** Text must be UTF-8 without NUL, or the letters of names would be lost on the way in. */
async function inspectText(path: string): Promise<FileRefusal | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (decoder.decode(chunk, { stream: true }).includes('\0')) throw new TypeError('NUL');
    }
    decoder.decode();
    return null;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return {
      code: 'encoding',
      message: 'Tệp chữ phải lưu ở dạng mã hóa UTF-8. Trong Excel, chọn "CSV UTF-8" khi lưu.',
    };
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
