import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { Refusal } from '../refusal.ts';

/**
 * Does a browser say that a page of another site sent this (S24)? Browsers name the origin of every POST; a program that
 * sends neither Origin nor Sec-Fetch-Site carries no cookie it does not know.
 */
export function isForeign(request: FastifyRequest, config: Config): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return !config.origins.includes(origin);
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

export function foreignOrigin(): Refusal {
  return new Refusal({
    status: 403,
    code: 'foreignOrigin',
    message: 'Yêu cầu gửi từ một trang khác nên không được nhận. Mở lại trang này rồi gửi lại.',
  });
}

/** The media type of a request's body in small letters, without parameters; '' when it says none. */
export function mediaType(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Does it name another charset than UTF-8? */
export function isOtherCharset(request: FastifyRequest): boolean {
  const named = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '')?.[1];
  return named !== undefined && !/^utf-?8$/i.test(named);
}

/** Is the body packed? It could unpack to anything, so it is not taken (S18). */
export function isPacked(request: FastifyRequest): boolean {
  const packing = request.headers['content-encoding'];
  return packing !== undefined && packing.toLowerCase() !== 'identity';
}

export function wrongType(accepted: string): Refusal {
  return new Refusal({ status: 415, code: 'mediaType', message: `Chỉ nhận nội dung kiểu ${accepted}.` });
}
