/** JSON as it is stored and sent. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** What is wrong with one field: its name in the schema (`a.b.0` for nested ones) and a Vietnamese sentence that says what to do. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface RefusalParts {
  /** HTTP status the refusal is answered with, 4xx or 5xx. */
  status: number;
  /** Stable English word for programs: notFound, stale, invalid … */
  code: string;
  /** Vietnamese sentence for people: what to do rather than what is wrong. */
  message: string;
  /** Legal basis, "Điều 7 khoản 3 Quyết định 26/2026/QĐ-TTg". */
  basis?: string;
  errors?: readonly FieldProblem[];
  details?: Json;
  /** Seconds after which trying again makes sense (429, 503). */
  retryAfter?: number;
}

/**
 * The one error that is meant for the person who acted. Pages show its message beside the form, the API answers it as RFC 9457.
 * Every other error is answered as a generic 500 with an error id (S39).
 */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly basis: string | undefined;
  readonly errors: readonly FieldProblem[];
  readonly details: Json | undefined;
  readonly retryAfter: number | undefined;

  constructor(parts: RefusalParts) {
    super(parts.message);
    this.name = 'Refusal';
    this.status = parts.status;
    this.code = parts.code;
    this.basis = parts.basis;
    this.errors = parts.errors ?? [];
    this.details = parts.details;
    this.retryAfter = parts.retryAfter;
  }

  /** The first field concerned, when the refusal is about a field. */
  get field(): string | undefined {
    return this.errors[0]?.field;
  }
}

/** 404: it does not exist, or the caller may not know that it does (S13). */
export function notFound(message = 'Không tìm thấy nội dung này. Kiểm tra lại địa chỉ hoặc về trang chủ.'): Refusal {
  return new Refusal({ status: 404, code: 'notFound', message });
}

/** 409: the rules or the present state do not allow it; `message` says what to do, `basis` where it is written. */
export function refused(message: string, basis?: string, details?: Json): Refusal {
  return new Refusal({
    status: 409,
    code: 'refused',
    message,
    ...(basis === undefined ? {} : { basis }),
    ...(details === undefined ? {} : { details }),
  });
}

/** 422: one field must be corrected. `field` is the schema's name of it. */
export function invalid(field: string, message: string): Refusal {
  return invalidFields([{ field, message }]);
}

/** 422: several fields must be corrected. */
export function invalidFields(errors: readonly FieldProblem[]): Refusal {
  const first = errors[0]?.message ?? 'Sửa nội dung đã nhập rồi gửi lại.';
  return new Refusal({ status: 422, code: 'invalid', message: first, errors });
}

/**
 * 409 (412 when the caller sent If-Match): the record was changed since it was read; the sentence names nobody, since a saved
 * draft has no row in the ledger. `current` is its version now (Q5).
 */
export function stale(current: number | string): Refusal {
  return new Refusal({
    status: 409,
    code: 'stale',
    message:
      'Nội dung này đã được lưu ở trang hoặc thiết bị khác sau khi bạn mở. So lại với bản đang lưu rồi gửi lần nữa.',
    details: { current },
  });
}

/** 401: nobody is signed in. Pages are led to the sign-in page and back, keeping what was typed (S7). */
export function signInNeeded(): Refusal {
  return new Refusal({ status: 401, code: 'signInNeeded', message: 'Đăng nhập để làm việc này.' });
}

/** 401 with code `reauthenticate`: the act asks for a sign-in not older than ten minutes (S9). */
export function reauthenticate(): Refusal {
  return new Refusal({
    status: 401,
    code: 'reauthenticate',
    message: 'Việc này cần xác nhận lại mật khẩu trong vòng 10 phút.',
  });
}

/** 429: too many tries; `seconds` until the next one. */
export function tooMany(seconds: number): Refusal {
  const wait = seconds < 90 ? `${Math.max(1, Math.ceil(seconds))} giây` : `${Math.ceil(seconds / 60)} phút`;
  return new Refusal({
    status: 429,
    code: 'tooMany',
    message: `Gửi quá nhiều lần. Chờ ${wait} rồi thử lại.`,
    retryAfter: Math.max(1, Math.ceil(seconds)),
  });
}

/** 503: the service cannot do it now; nothing was changed. */
export function unavailable(seconds = 10, message?: string): Refusal {
  return new Refusal({
    status: 503,
    code: 'unavailable',
    message: message ?? 'Hệ thống đang bận. Nội dung chưa được lưu; thử lại sau ít giây.',
    retryAfter: seconds,
  });
}
