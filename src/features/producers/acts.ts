/** The acts on a producer's record: entering one, and one act for each of its parts. */
import { v7 } from 'uuid';
import { type Action, action } from '#platform/http/action';
import { beget } from '#platform/ledger/ledger';
import { Refusal } from '#platform/refusal';
import { type ChangeAsked, changePart, placed } from './change.ts';
import { likelySame, refreshKeys } from './duplicates.ts';
import { ABOUT_CHANGE, changeInput, registerProducer as registerInput, type SubjectOut, subjectOut } from './schema.ts';
import { PARTS, type Part, type PartValue } from './sections.ts';

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

/** The act that changes one part: its own name, its own message, one ledger row. */
function partAct(part: Part): Action<ReturnType<typeof changeInput>, SubjectOut> {
  return action({
    name: part.act,
    title: part.doing,
    input: changeInput(part),
    output: subjectOut,
    subject: (given) => String(given.id),
    async run(ctx, given) {
      const asked = given as ChangeAsked & PartValue;
      const typed = Object.fromEntries(
        Object.entries(given).filter(([name, value]) => !ABOUT_CHANGE.has(name) && value !== undefined),
      ) as PartValue;
      const done = await changePart(ctx, part, asked, typed);
      if (COMPARED.has(part.key)) await refreshKeys(ctx.tx, ctx.day, [done.id]);
      return done;
    },
  });
}
/** Parts by which records are compared with others. */
const COMPARED: ReadonlySet<string> = new Set(['name', 'address', 'contact', 'registration']);

/** Every part with its act. */
export const partActs = Object.values(PARTS).map((part: Part) => ({ part, act: partAct(part) }));
