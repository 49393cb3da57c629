// Two invented reports on invented products: one waits, one is answered.

import { type DemoTools, demoHand } from '#features/identity';
import { pictures } from '#platform/files/pictures';
import { insertFile } from '#platform/http/uploads';
import { closeMisuse } from './close.ts';
import { productBehind } from './queries.ts';
import { takeIn } from './report.ts';
import type { ReportInput } from './schema.ts';

/** Leaves a report with a photo on the desk of the province, and one that it has answered. */
export async function demoMisuse(tools: DemoTools): Promise<void> {
  const [first, second] = await certificates(tools);
  await sent(tools, first, {
    kind: 'moreStars',
    place: 'Cửa hàng Giả Định, chợ xã Tân Hưng, tỉnh Hưng Yên',
    words: 'Nhãn in nhiều sao hơn khi tra mã. Thấy sáng chủ nhật (giả định).',
    contact: '0000 000 099 (giả định)',
    photo: await label(tools),
  });
  const number = await sent(tools, second, {
    kind: 'moreStars',
    place: 'Gian hàng trên mạng, người bán ghi ở Hưng Yên (giả định)',
    words: 'Trang bán để ảnh năm sao, tra mã thấy ít sao hơn (giả định).',
  });
  const officer = await demoHand(tools, 'province');
  const { id } = await tools.tx
    .selectFrom('misuse_report')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const answer = 'Gian hàng đã gỡ ảnh có sao. Cảm ơn bạn đã báo (giả định).';
  await closeMisuse.run(officer, { id, finding: 'wrongUse', answer }, undefined);
}

/** Codes of two invented certificates, for the links from the reports to them. */
async function certificates({ tx }: DemoTools): Promise<[string, string]> {
  const rows = await tx
    .selectFrom('recognition as g')
    .innerJoin('product as p', 'p.id', 'g.product')
    .select('g.check_code as code')
    .where('p.invented', '=', true)
    .where('g.check_code', 'is not', null)
    .orderBy('g.check_code')
    .limit(2)
    .execute();
  const [first, second] = rows.map(({ code }) => code ?? '');
  if (!first || !second) throw new Error('the demonstration has not issued two certificates');
  return [first, second];
}

async function sent(tools: DemoTools, code: string, given: Omit<ReportInput, 'product'>): Promise<string> {
  const hand = await demoHand(tools, 'province');
  const product = await productBehind(tools.tx, code);
  const input = { ...given, product: product?.code ?? product?.name };
  const ready = { product, province: hand.actor.area ?? '', photo: given.photo ?? null };
  const { number } = await takeIn({ ...hand, actor: null }, input, ready);
  return number;
}

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="675"><rect width="900" height="675" fill="#d9cfb8"/>
  <rect x="190" y="90" width="520" height="500" rx="18" fill="#f7f1e0" stroke="#6b4f2a" stroke-width="6"/>
  <rect x="190" y="90" width="520" height="120" rx="18" fill="#8a2f22"/><path d="M250 470h400M250 520h300" stroke="#6b4f2a" stroke-width="14"/>
  ${[0, 1, 2, 3, 4].map((i) => `<path transform="translate(${290 + i * 80} 320)" d="M0-36 10-11 36-11 15 6 23 32 0 16-23 32-15 6-36-11-10-11z" fill="#c8922b"/>`).join('')}</svg>`;

/** A drawn label as a photo. */
async function label({ tx, files }: DemoTools): Promise<string> {
  const bytes = await (await pictures())(Buffer.from(PICTURE)).webp({ quality: 80 }).toBuffer();
  const facts = { kind: 'webp', type: 'image/webp', name: 'anh.webp', width: 900, height: 675 } as const;
  const stored = await files.putOwn(bytes, facts);
  await insertFile(tx, stored, null);
  return stored.id;
}
