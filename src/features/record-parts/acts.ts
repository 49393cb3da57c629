/** The act that changes one part of a record: its own name, its own message, one ledger row. */
import { type Action, action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { type ChangeAsked, changePart, type KeptRecord } from './change.ts';
import { ABOUT_CHANGE, changeInput, type Part, type PartValue, type SubjectOut, subjectOut } from './schema.ts';

/** A part with the act that changes it. */
export interface PartAct {
  readonly part: Part;
  readonly act: Action<ReturnType<typeof changeInput>, SubjectOut>;
}

/** Makes the act of a part. `after` runs in the same transaction once the part is changed. */
export function partAct(
  part: Part,
  recordOf: (ctx: ActionContext, id: string) => KeptRecord,
  { after }: { after?: (ctx: ActionContext, id: string) => Promise<unknown> } = {},
): PartAct {
  const act = action({
    name: part.act,
    title: part.doing,
    input: changeInput(part),
    output: subjectOut,
    subject: (given) => String(given.id),
    async run(ctx, given): Promise<SubjectOut> {
      const asked = given as ChangeAsked & PartValue;
      const typed = Object.fromEntries(
        Object.entries(given).filter(([name, value]) => !ABOUT_CHANGE.has(name) && value !== undefined),
      ) as PartValue;
      const done = await changePart(ctx, recordOf(ctx, asked.id), part, asked, typed);
      await after?.(ctx, done.id);
      return done;
    },
  });
  return { part, act };
}
