// Taking in a report of wrong use of the stars from anybody.
import type { Kysely } from 'kysely';
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { v7 } from 'uuid';
import { newCheckCode } from '#features/registry';
import { unitsIn } from '#features/units';
import type { DB } from '#platform/db/schema.generated';
import { publicAction } from '#platform/http/action';
import type { PreparingContext, PublicActionContext } from '#platform/http/context';
import { counterKey, keptCounter } from '#platform/http/kept-counter';
import { addressKey } from '#platform/http/rate-limits';
import { attachFiles, insertFile } from '#platform/http/uploads';
import { beget, system } from '#platform/ledger/ledger';
import { invalid, Refusal } from '#platform/refusal';
import { type ProductBehind, productBehind, provinceNamedIn } from './queries.ts';
import { type ReportInput, reportInput, reportReceipt } from './schema.ts';

/** Sendings, tries included, that one address may make within a day; many people may share one. */
const A_DAY = 40;
const DAY_SECONDS = 24 * 3600;
const LONGEST_SIDE = 1600;
/** Somewhere in it a telephone number of eight digits or more, or a mail address. */
const REACHABLE = /(\d[\s.()-]*){8,}|\S@\S+\.\S/;

interface Ready {
  readonly product: ProductBehind | null;
  readonly province: string;
  readonly photo: string | null;
}

/**
 * Takes a report in: its row, its life and its ledger row in one transaction. The ledger keeps neither the sender's
 * address nor what was written. Refusals: 429 beyond the bound of an address, 422 with the field.
 */
export const reportMisuse = publicAction({
  name: 'misuse.report',
  title: 'Báo sản phẩm dùng sai sao',
  input: reportInput,
  output: reportReceipt,
  rate: 'report',
  publicData: false,
  before: countSending,
  async prepare(ctx, given): Promise<Ready> {
    if (given.website !== undefined)
      throw invalid('website', 'Để trống ô “Trang web”: ô này chỉ để nhận ra máy gửi tự động');
    if (given.kind === 'other' && given.words === undefined) throw invalid('words', 'Ghi ngắn gọn bạn thấy gì');
    if (given.contact !== undefined && !REACHABLE.test(given.contact))
      throw invalid('contact', 'Nhập đủ số điện thoại hoặc địa chỉ thư điện tử, hoặc để trống');
    const product = given.product === undefined ? null : await productBehind(ctx.outside, given.product);
    const province = await provinceOf(ctx, given, product);
    return { product, province, photo: given.photo === undefined ? null : await encodedAnew(ctx, given.photo) };
  },
  run: takeIn,
});

/** Writes the report with its life and its first move; answers its number. */
export async function takeIn(
  ctx: PublicActionContext,
  given: ReportInput,
  { product, province, photo }: Ready,
): Promise<{ number: string }> {
  const id = v7();
  const number = `PA-${newCheckCode()}`;
  const hand = { actor: system('report-misuse', 'Người báo, không đăng nhập'), day: ctx.day, requestId: ctx.requestId };
  await beget(ctx.tx, hand, {
    process: 'misuse',
    id,
    action: 'misuse.receive',
    reach: { province },
    facts: { number, kind: given.kind, product: product?.id ?? null, photo: photo !== null },
    effect: async (tx) => {
      if (photo !== null) await attachFiles(ctx, [photo], {}, 'photo');
      await tx
        .insertInto('misuse_report')
        .values({
          ...{ id, number, kind: given.kind, place: given.place, province, photo, received_at: ctx.now },
          typed: given.product ?? null,
          product: product?.id ?? null,
          code: product?.code ?? null,
          words: given.words ?? null,
          contact: given.contact ?? null,
        })
        .execute();
    },
  });
  return { number };
}

const made = new WeakMap<Kysely<DB>, RateLimiterPostgres>();

/** Counts a sending of this address before anything of it is kept (S4). Throws 429. */
async function countSending({ outside, address, rateLimits }: PreparingContext): Promise<void> {
  if (!rateLimits) return;
  const counter = made.get(outside) ?? keptCounter(outside, 'misuse', A_DAY, DAY_SECONDS);
  made.set(outside, counter);
  try {
    await counter.consume(counterKey(addressKey(address)));
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full;
    throw new Refusal({
      status: 429,
      code: 'tooMany',
      message: 'Hôm nay nơi này đã gửi quá nhiều phản ánh. Gửi lại vào ngày mai, hoặc báo UBND xã nơi bạn thấy.',
      retryAfter: Math.ceil(full.msBeforeNext / 1000),
    });
  }
}

/** The province that answers: the one chosen, else the one named in the place, else the product's; the form asks otherwise. */
async function provinceOf(
  { outside, day }: PreparingContext,
  given: { readonly province?: string | undefined; readonly place: string },
  product: ProductBehind | null,
): Promise<string> {
  if (given.province !== undefined) {
    const today = await unitsIn(outside, null, day);
    if (today.some(({ id }) => id === given.province)) return given.province;
    throw invalid('province', 'Chọn một tỉnh, thành phố trong danh sách');
  }
  const found = (await provinceNamedIn(outside, given.place, day)) ?? product?.province ?? null;
  if (found !== null) return found;
  throw invalid('province', 'Chọn tỉnh, thành phố nơi bạn thấy sản phẩm');
}

/** A copy of the picture without the traces of the device that took it (place, time, owner); the original is swept. */
async function encodedAnew(ctx: PreparingContext, id: string): Promise<string> {
  const sent = await ctx.outside
    .selectFrom('file')
    .select(['sha256', 'type', 'pages'])
    .where('id', '=', id)
    .where('uploaded_by', 'is not distinct from', ctx.actor?.account ?? null)
    .where('attached', '=', false)
    .executeTakeFirst();
  if (!sent?.type.startsWith('image/')) throw invalid('photo', 'Chọn lại ảnh rồi gửi; ảnh cũ không còn dùng được');
  const bytes = await ctx.files.show(sent, 1, LONGEST_SIDE);
  const stored = await ctx.files.putOwn(bytes, { kind: 'webp', type: 'image/webp', name: 'anh.webp' });
  await insertFile(ctx.outside, stored, ctx.actor?.account ?? null);
  return stored.id;
}
