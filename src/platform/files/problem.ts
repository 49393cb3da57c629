import { Refusal } from '../refusal.ts';

/** Why a file was refused or could not be kept; the message is a sentence for the person who sent it. */
export interface FileRefusal {
  /** Stable word for programs: tooLarge, empty, kind, mismatch, broken, truncated, encrypted, macro, unpacked, … */
  code: FileProblemCode;
  /** Vietnamese sentence: what is wrong and what is accepted. */
  message: string;
}

export type FileProblemCode =
  | 'empty'
  | 'tooLarge'
  | 'kind'
  | 'mismatch'
  | 'broken'
  | 'truncated'
  | 'pixels'
  | 'encrypted'
  | 'macro'
  | 'links'
  | 'paths'
  | 'unpacked'
  | 'entries'
  | 'encoding'
  | 'slow'
  | 'interrupted'
  | 'diskFull'
  | 'missing'
  | 'damaged';

const STATUS: Partial<Record<FileProblemCode, number>> = {
  tooLarge: 413,
  kind: 415,
  interrupted: 400,
  diskFull: 507,
  missing: 404,
  damaged: 500,
};

/** Thrown by the store: a refusal of the content (4xx), a full disk (507), or a stored file that is gone or damaged. */
export class FileProblem extends Refusal {
  declare readonly code: FileProblemCode;

  constructor(code: FileProblemCode, message: string, cause?: unknown) {
    super({ status: STATUS[code] ?? 422, code, message });
    if (cause !== undefined) this.cause = cause;
  }
}

/** The typed error for a failed write: disk full (ENOSPC, EDQUOT) becomes a 507 in words, all else stays as it is. */
export function writeProblem(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new FileProblem(
    'diskFull',
    'Máy chủ hết chỗ chứa tệp nên tệp chưa được lưu. Hãy báo người quản trị rồi gửi lại.',
    error,
  );
}
