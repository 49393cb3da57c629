import type { DoorAccount } from './queries.ts';

/** Words that somebody who knows the person would try as a password: names, telephone, province, organisation (S1). */
export function contextWords(account: DoorAccount): string[] {
  const mailbox = account.email?.split('@')[0];
  const places = account.appointments.flatMap((one) => [withoutType(one.unitName), one.producerName]);
  return [account.username, account.fullName, account.phone, account.phone?.slice(1), mailbox, ...places].filter(
    (word): word is string => typeof word === 'string' && word !== '',
  );
}

/** 'Tỉnh Hưng Yên' → 'Hưng Yên': people write the name without its type. */
function withoutType(name: string | null): string | null {
  return name?.replace(/^(tỉnh|thành phố|xã|phường|đặc khu)\s+/i, '') ?? null;
}
