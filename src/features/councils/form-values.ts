/** What an office's own Word form of the invitation is filled in with. */
import { sql } from 'kysely';
import { type FieldValues, officeFields, type PreviewSources, signingFields } from '#features/papers';
import { longDate } from '#platform/documents/words';
import type { ReadContext } from '#platform/http/context';
import type { InvitationData } from './papers/invitation.ts';
import { invitationData, type PaperFacts, paperFacts } from './print-data.ts';
import { sessionModes } from './schema.ts';

function invitationFields(data: InvitationData, province: string): FieldValues<'giay-moi'> {
  const { issuance, signature } = data;
  return {
    ...officeFields(issuance, province),
    ...{ hoiDong: data.council, phien: data.sessionTitle },
    ...{ hinhThuc: sessionModes[data.mode], ngayHop: longDate(data.day), diaDiem: data.venue ?? '' },
    ...{ chuTri: data.chair, thanhPhan: data.guests.join('\n') },
    ...signingFields(signature),
    sanPham: data.products.map((one, at) => ({
      ...{ tt: String(at + 1), tenSanPham: one.name, chuThe: one.producer, maSo: one.productCode ?? '' },
    })),
  };
}

/** The values of one session's invitation. */
export const invitationOf = (ctx: ReadContext, facts: PaperFacts): FieldValues<'giay-moi'> =>
  invitationFields(invitationData(facts, ctx.day, ctx.baseUrl), facts.office.province);

/** Real data to try a form with: the newest session of the province. */
export const invitationValues: PreviewSources['giay-moi'] = async (ctx, province) => {
  const { rows } = await sql<{ id: string }>`
    select s.id from council_session s join lifecycle l on l.id = s.id where l.province is not distinct from ${province}::uuid
     order by s.id desc limit 1`.execute(ctx.db);
  const facts = rows[0] && (await paperFacts(ctx.db, rows[0].id, ctx.actor.account));
  return facts ? invitationOf(ctx, facts) : null;
};
