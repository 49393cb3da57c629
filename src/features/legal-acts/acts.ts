import { sql } from 'kysely';
import { v7 } from 'uuid';
import { actProblem } from '#law/act-validity';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { type ActGiven, actRow, correctAct as correctInput, recordAct as recordInput } from './schema.ts';

/** Enters a legal act into the register. */
export const recordAct = action({
  name: 'legalAct.record',
  title: 'Ghi văn bản vào sổ',
  input: recordInput,
  output: actRow,
  async run(ctx, given) {
    await refuseWrong(ctx, given, null);
    const reach = { commune: ctx.actor.role === 'commune' ? ctx.actor.unit : null, province: ctx.actor.area };
    const id = v7();
    const { version } = await beget(ctx.tx, ctx, {
      process: 'legalAct',
      id,
      action: 'legalAct.record',
      reach,
      facts: factsOf(given),
      effect: async (tx) => {
        if (given.file) await attachFiles(ctx, [given.file], reach);
        await tx
          .insertInto('legal_act')
          .values({ id, ...columnsOf(given), file: given.file ?? null })
          .execute();
      },
    });
    return { id, version };
  },
});

/** Puts an entry right. */
export const correctAct = action({
  name: 'legalAct.correct',
  title: 'Sửa văn bản trong sổ',
  input: correctInput,
  output: actRow,
  subject: ({ id }) => id,
  async run(ctx, { id, ...given }) {
    await refuseWrong(ctx, given, id);
    const { version } = await carryOut(ctx.tx, ctx, {
      action: 'legalAct.correct',
      subject: id,
      expect: ctx.expect,
      facts: factsOf(given),
      effect: async (tx) => {
        if (given.file) await attachFiles(ctx, [given.file], { province: ctx.actor.area });
        await tx
          .updateTable('legal_act')
          .set({ ...columnsOf(given), ...(given.file ? { file: given.file } : {}) })
          .where('id', '=', id)
          .execute();
      },
    });
    return { id, version };
  },
});

/** What does not fit, and an act that is in the register already. */
async function refuseWrong(ctx: ActionContext, given: ActGiven, id: string | null): Promise<void> {
  const problem = actProblem(
    {
      ...{
        issuedOn: given.issuedOn ?? null,
        inForceFrom: given.inForceFrom ?? null,
        expiresOn: given.expiresOn ?? null,
      },
      ...{ periodFrom: given.periodFrom ?? null, periodTo: given.periodTo ?? null },
    },
    ctx.day,
  );
  if (problem) throw invalid(problem.field, problem.message);
  const { rows } = await sql<{ state: string }>`
    select l.state from legal_act a join lifecycle l on l.id = a.id
     where code_key(coalesce(a.number, a.title)) = code_key(${given.number ?? given.title}) and plain_text(a.issuer) = plain_text(${given.issuer})
       and a.issued_on is not distinct from ${given.issuedOn ?? null}::date and a.id is distinct from ${id}::uuid limit 1`.execute(
    ctx.tx,
  );
  const [same] = rows;
  if (same === undefined) return;
  const removed = same.state === 'removed' ? ' Văn bản ấy đã bị bỏ khỏi sổ; ghi rõ hơn ở ô số hoặc cơ quan.' : '';
  throw invalid(given.number ? 'number' : 'title', `Sổ đã có văn bản này, cùng cơ quan, cùng ngày.${removed}`);
}

const factsOf = ({
  kind,
  number,
  issuer,
  title,
  issuedOn,
  inForceFrom,
  expiresOn,
  periodFrom,
  periodTo,
}: ActGiven) => ({
  ...{ kind, number: number ?? null, issuer, title, issuedOn: issuedOn ?? null, inForceFrom: inForceFrom ?? null },
  ...{ expiresOn: expiresOn ?? null, periodFrom: periodFrom ?? null, periodTo: periodTo ?? null },
});

const columnsOf = ({ file: _file, ...given }: ActGiven) => ({
  ...{ kind: given.kind, number: given.number ?? null, issuer: given.issuer, level: given.level, title: given.title },
  ...{
    issued_on: given.issuedOn ?? null,
    in_force_from: given.inForceFrom ?? null,
    expires_on: given.expiresOn ?? null,
  },
  ...{ period_from: given.periodFrom ?? null, period_to: given.periodTo ?? null, signatory: given.signatory ?? null },
  ...{ signing_capacity: given.signingCapacity ?? null, source: given.source ?? null },
  ...{ source_url: given.sourceUrl ?? null, note: given.note ?? null, open: given.open },
});
