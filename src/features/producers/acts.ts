/** The acts on a producer's record: entering one, and one act for each of its parts. */
import { v7 } from 'uuid';
import {
  type Part,
  type PartAct,
  type PartValue,
  partAct,
  placed,
  type SubjectOut,
  subjectOut,
} from '#features/record-parts';
import { action } from '#platform/http/action';
import { beget } from '#platform/ledger/ledger';
import { Refusal } from '#platform/refusal';
import { producerRecord } from './change.ts';
import { likelySame, refreshKeys } from './duplicates.ts';
import { registerProducer as registerInput } from './schema.ts';
import { PARTS } from './sections.ts';

/** Enters a producer into the register; likely duplicates are shown first, and seen before a second record is made. */
export const registerProducer = action({
  name: 'producer.register',
  title: 'Ghi chủ thể vào danh bạ',
  input: registerInput,
  output: subjectOut,
  async run(ctx, given): Promise<SubjectOut> {
    const { another, name, type, address, commune, phone, taxCode } = given as PartValue;
    const place = await placed(ctx.tx, String(commune), ctx.day);
    const id = v7();
    const row = {
      ...{ id, name: String(name), type: textOr(type), address: textOr(address), ...place },
      ...{ phone: textOr(phone), tax_code: textOr(taxCode) },
    };
    const { version } = await beget(ctx.tx, ctx, {
      process: 'producer',
      id,
      action: 'producer.register',
      reach: { producer: id, ...place },
      facts: { name: row.name },
      effect: async (tx) => {
        await tx.insertInto('producer').values(row).execute();
        await refreshKeys(tx, ctx.day, [id]);
      },
    });
    const same = another ? [] : await likelySame(ctx, id);
    if (same.length > 0) throw seenBefore(same);
    return { id, version };
  },
});

const textOr = (value: PartValue[string] | undefined): string | null => (value === undefined ? null : String(value));

/** 409: there is a record like this; names it, so that nobody has to search. */
function seenBefore(same: readonly { id: string; name: string; place: string | null }[]): Refusal {
  const names = same.map(({ name, place }) => (place ? `${name} (${place})` : name)).join('; ');
  return new Refusal({
    ...{ status: 409, code: 'likelySame' },
    message: `Danh bạ đã có chủ thể rất giống: ${names}. Mở hồ sơ đó; nếu đúng là chủ thể khác, đánh dấu “Đã xem, đây là chủ thể khác” rồi ghi.`,
    details: { same: same.map(({ id, name }) => ({ id, name })) },
  });
}

/** Parts by which records are compared with others. */
const COMPARED: ReadonlySet<string> = new Set(['name', 'address', 'contact', 'registration']);

/** Every part with its act. */
export const partActs: readonly PartAct[] = Object.values(PARTS).map((part: Part) =>
  partAct(part, ({ tx, day }, id) => producerRecord(tx, id, day), {
    after: async ({ tx, day }, id) => (COMPARED.has(part.key) ? refreshKeys(tx, day, [id]) : undefined),
  }),
);
