import { sql } from 'kysely';
import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { councilPaths } from '../urls.ts';

/**
 * Where the QR of a printed sheet leads: its author to the sheet, who may read the result to the result, the secretary to
 * entering it, who else works with the session to the session. Everybody else learns nothing, not even that there is such a sheet.
 */
export const findSheetPage = page({
  permission: null,
  params: byId,
  shell: 'plain',
  async load(ctx, { id }) {
    if (await ctx.may('sheet.read', id)) return redirect(councilPaths.sheet(id));
    const { rows } = await sql<{ session: string; dossier: string; recused: boolean }>`
      select s.session, s.dossier, exists (select from recusal r join council_seat c on c.id = r.seat
               where r.session = s.session and r.dossier = s.dossier and c.account = ${ctx.actor.account}) as recused
        from score_sheet s where s.id = ${id}`.execute(ctx.db);
    const [found] = rows;
    if (!found || found.recused) throw notFound();
    if (await ctx.may('result.read', found.session)) return redirect(councilPaths.result(found.session, found.dossier));
    if (await ctx.may('sheet.enterPaper', id)) return redirect(councilPaths.enterPaper(id));
    if (await ctx.may('session.read', found.session)) return redirect(councilPaths.session(found.session));
    throw notFound();
  },
  head: () => 'Phiếu đánh giá',
  view: () => <p>Đang mở phiếu.</p>,
});
