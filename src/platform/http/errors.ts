import { codeOf } from '../db/connect.ts';
import { DatabaseUnavailable } from '../db/database.ts';
import { FileProblem } from '../files/problem.ts';
import { type Json, Refusal, unavailable } from '../refusal.ts';

/** Vietnamese heads of problems by status; anything else is 'Chưa làm được việc này'. */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Yêu cầu chưa đúng',
  401: 'Cần đăng nhập',
  403: 'Không được phép',
  404: 'Không tìm thấy',
  405: 'Không dùng được cách này',
  409: 'Chưa làm được việc này',
  412: 'Nội dung đã thay đổi',
  413: 'Gửi quá nhiều',
  415: 'Sai kiểu nội dung',
  422: 'Cần sửa nội dung đã nhập',
  428: 'Thiếu phiên bản',
  429: 'Gửi quá nhiều lần',
  500: 'Trục trặc',
  503: 'Hệ thống đang bận',
  507: 'Máy chủ hết chỗ chứa',
};

/** What a database says when the input, not the program, is wrong: texts it cannot keep, numbers out of range. */
const INPUT_STATES = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008', '22001']);

/** The refusal an error stands for; null for an error nobody foresaw (500). */
export function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof DatabaseUnavailable) return unavailable(10);
  if (error instanceof FileProblem) {
    if (error.status >= 500 && error.status !== 507) return null;
    return new Refusal({ status: error.status, code: error.code, message: error.message });
  }
  const code = codeOf(error);
  return (code === undefined ? null : fromCode(code)) ?? fromStatus(error);
}

function fromCode(code: string): Refusal | null {
  if (INPUT_STATES.has(code)) {
    return new Refusal({ status: 422, code: 'invalid', message: 'Có nội dung không lưu được. Xem lại rồi gửi lại.' });
  }
  if (code === '23505' || code === 'OC001') {
    return new Refusal({ status: 409, code: 'moved', message: 'Nội dung này đã có người khác xử lý. Tải lại trang.' });
  }
  if (code === '40001' || code === '40P01' || code === '55P03') return unavailable(2);
  if (code === '53100' || code === 'ENOSPC') {
    return new Refusal({
      status: 507,
      code: 'diskFull',
      message: 'Máy chủ hết chỗ chứa nên nội dung chưa được lưu. Hãy báo người quản trị rồi gửi lại.',
    });
  }
  return fromFastify(code);
}

const FASTIFY: Readonly<Record<string, [number, string, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'tooLarge', 'Nội dung gửi lên quá dài. Rút gọn hoặc gửi tệp nhỏ hơn.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'mediaType', 'Kiểu nội dung này không nhận.'],
  FST_ERR_CTP_EMPTY_TYPE: [415, 'mediaType', 'Kiểu nội dung này không nhận.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'malformed', 'Nội dung gửi lên không phải JSON đúng.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'malformed', 'Nội dung gửi lên bị cắt ngang. Gửi lại.'],
  FST_ERR_MAX_PARAM_LENGTH: [404, 'notFound', 'Không tìm thấy nội dung này.'],
  FST_ERR_BAD_URL: [400, 'badAddress', 'Địa chỉ này không đúng.'],
  FST_REQ_FILE_TOO_LARGE: [413, 'tooLarge', 'Tệp quá nặng. Gửi tệp không quá 20 MB.'],
  FST_FILES_LIMIT: [413, 'tooManyFiles', 'Gửi quá nhiều tệp trong một lần. Chia thành nhiều lần.'],
  FST_FIELDS_LIMIT: [413, 'tooManyFields', 'Gửi quá nhiều mục trong một lần. Chia thành nhiều lần.'],
  FST_PARTS_LIMIT: [413, 'tooManyFields', 'Gửi quá nhiều mục trong một lần. Chia thành nhiều lần.'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: [415, 'mediaType', 'Kiểu nội dung này không nhận.'],
  FST_PROTO_VIOLATION: [400, 'malformed', 'Biểu mẫu gửi lên có tên mục không được nhận.'],
};

function fromFastify(code: string): Refusal | null {
  const known = FASTIFY[code];
  return known ? new Refusal({ status: known[0], code: known[1], message: known[2] }) : null;
}

/** Errors of libraries that carry a client status (broken multipart, aborted body). */
function fromStatus(error: unknown): Refusal | null {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status !== 'number' || status < 400 || status > 499) return null;
  return new Refusal({ status, code: 'malformed', message: 'Yêu cầu gửi lên chưa đúng. Mở lại trang rồi thử lại.' });
}

/** An error as the API answers it (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  basis?: string;
  errors?: readonly { field: string; message: string }[];
  details?: Json;
  errorId: string;
}

export const UNFORESEEN = 'Hệ thống gặp trục trặc. Nội dung chưa được lưu; thử lại sau ít phút.';

/** The problem document of a refusal, or of an unforeseen error (null), with the id under which the log knows it. */
export function problemOf(refusal: Refusal | null, errorId: string): Problem {
  const status = refusal?.status ?? 500;
  const code = refusal?.code ?? 'unforeseen';
  return {
    type: `urn:saolang:problem:${code}`,
    title: titleOf(status),
    status,
    detail: refusal?.message ?? UNFORESEEN,
    code,
    ...(refusal?.basis === undefined ? {} : { basis: refusal.basis }),
    ...(refusal && refusal.errors.length > 0 ? { errors: refusal.errors } : {}),
    ...(refusal?.details === undefined ? {} : { details: refusal.details }),
    errorId,
  };
}

export function titleOf(status: number): string {
  return TITLES[status] ?? 'Chưa làm được việc này';
}
