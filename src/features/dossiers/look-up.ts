// Where a dossier is, without signing in, for whoever holds its receipt number and the producer's telephone number (U20).
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { countTry } from '#features/identity';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { publicAction } from '#platform/http/action';
import { text } from '#platform/http/fields';
import { historyOf } from '#platform/ledger/read';
import { invalid } from '#platform/refusal';
import { confirmedYears } from './calendar-years.ts';
import { type DossierRecord, getDossier } from './record.ts';
import { inVietnamese, type TimelineWords, timelineSteps } from './timeline.ts';
import { lookUpPath } from './urls.ts';

/** The link to the answer holds so long. */
const MINUTES = 15;

const lookUpInput = z.strictObject({
  code: text({ label: 'Số phiếu hoặc mã số sản phẩm', max: 60 }),
  phone: text({ label: 'Điện thoại của chủ thể', max: 30 }),
});

const step = z.object({
  state: z.enum(['done', 'now', 'next', 'stop']),
  what: z.string(),
  when: z.string().nullable(),
  note: z.string().nullable(),
});

/** The plain timeline: offices and days; no person, no points, no word of an officer. */
const lookUpAnswer = z.object({
  slip: z.string(),
  commune: z.string(),
  steps: z.array(step),
  /** Page of the answer, good for a quarter of an hour. */
  page: z.string(),
});

/** The same sentence whatever was wrong: no such number, another telephone, a dossier not handed in (S5). */
export const NO_MATCH = 'Không có hồ sơ nào khớp cả số phiếu và số điện thoại. Xem lại giấy biên nhận rồi gõ lại';
const noMatch = () => invalid('code', NO_MATCH);

/**
 * Looks a dossier up. Each try is counted by number and by address before it is judged (S4); a wrong number and a wrong
 * telephone take the same way through one statement (S5). Refusals: 422 without telling which was wrong, 429.
 */
export const lookUpDossier = publicAction({
  name: 'lookUp.dossier',
  title: 'Tra cứu hồ sơ đang ở bước nào',
  input: lookUpInput,
  output: lookUpAnswer,
  once: false,
  rate: 'signIn',
  publicData: false,
  async prepare(ctx, { code: typed, phone }): Promise<string> {
    const code = typed.normalize('NFC').trim().replace(LABEL, '');
    const door = { name: `ho-so ${keyOf(code)}`, address: ctx.address, device: null };
    const tried = ctx.rateLimits ? await countTry(ctx.outside, door) : null;
    const id = await matching(ctx.outside, code, digitsOf(phone));
    if (id === null) throw noMatch();
    await tried?.passed();
    return id;
  },
  async run(ctx, _given, id) {
    const { slip, dossier, steps } = await publicTimeline(ctx.tx, id, ctx.day);
    const page = `${lookUpPath()}/${tokenOf(ctx.secret, id, ctx.now)}`;
    return {
      ...{ slip, commune: dossier.commune.name, page },
      steps: steps.map(({ state, what, when, note }) => ({
        ...{ state, what },
        when: typeof when === 'string' ? when : null,
        note: typeof note === 'string' ? note : null,
      })),
    };
  },
});

/** A label copied off the paper before the number is no part of it. */
const LABEL = /^(?:phiếu )?số[\s:.]+/iu;

const keyOf = (code: string) => code.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The digits of a telephone number, +84 written as 0. */
const digitsOf = (phone: string) => phone.replaceAll(/\D/g, '').replace(/^(?:00)?84(?=\d{9,10}$)/, '0');

/** The handed-in dossier both fit: by receipt number or product code, and by a telephone of its producer. */
async function matching(db: Kysely<DB>, code: string, phone: string): Promise<string | null> {
  const digits = (value: string) =>
    sql`regexp_replace(regexp_replace(coalesce(${sql.ref(value)}, ''), '[^0-9]', '', 'g'), '^(00)?84', '0')`;
  const { rows } = await sql<{ id: string }>`
    with typed as (select code_key(${code}) as key, ${phone}::text as number), hits as (
      select s.dossier from receipt_slip s, typed where code_key(s.text) = key
      union select d.id from dossier d, typed where code_key(d.product_code) = key)
    select d.id from hits h join dossier d on d.id = h.dossier join producer m on m.id = d.producer, typed
     where length(key) >= 6 and length(number) >= 9
       and number in (${digits('m.phone')}, regexp_replace(coalesce(d.form #>> '{general,phone}', ''), '[^0-9]', '', 'g'))
       and exists (select from receipt_slip s where s.dossier = d.id)
     order by d.created_at desc, d.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** What may be shown of a dossier to somebody not signed in, in the words of one language. */
export async function publicTimeline(db: Kysely<DB>, id: string, day: Day, words: TimelineWords = inVietnamese) {
  const dossier: DossierRecord = await getDossier(db, id);
  const [history, years, newest] = await Promise.all([
    historyOf(db, id),
    confirmedYears(db),
    sql<{
      text: string;
    }>`select text from receipt_slip where dossier = ${id} order by body, year desc, number desc limit 1`.execute(db),
  ]);
  return {
    dossier,
    slip: newest.rows[0]?.text ?? '',
    steps: timelineSteps(dossier, history, day, years, 'public', words),
  };
}

const sealOf = (secret: string, payload: Uint8Array) =>
  createHmac('sha256', secret).update('dossier-look-up\n').update(payload).digest().subarray(0, 16);

/** A word that opens the answer for a quarter of an hour: the dossier's id and the end, sealed. */
function tokenOf(secret: string, id: string, now: Date): string {
  const payload = Buffer.alloc(20);
  payload.write(id.replaceAll('-', ''), 0, 'hex');
  payload.writeUInt32BE(Math.floor(now.getTime() / 1000) + MINUTES * 60, 16);
  return Buffer.concat([payload, sealOf(secret, payload)]).toString('base64url');
}

/** The dossier a word opens at this moment; null for a false one or an old one. */
export function openToken(secret: string, token: string, now: Date): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 36) return null;
  const payload = bytes.subarray(0, 20);
  if (!timingSafeEqual(bytes.subarray(20), sealOf(secret, payload))) return null;
  if (payload.readUInt32BE(16) * 1000 < now.getTime()) return null;
  return payload.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
