import { Refusal } from '../refusal.ts';

/** 405; the answer names the methods of its address in Allow. */
export function wrongMethod(): Refusal {
  return new Refusal({ status: 405, code: 'method', message: 'Địa chỉ này không nhận cách gửi đó.' });
}
