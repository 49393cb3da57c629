import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '#platform/http/context';
import { byId, uuid } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';

interface KeptFile {
  readonly sha256: string;
  readonly type: string;
  readonly name: string;
  readonly pages: number | null;
  readonly size: number;
}

/** A kept file as it was handed in; always saved, never opened in the page (S28). */
export const fileDownload = download({
  name: 'file.read',
  title: 'Tải tệp',
  permission: null,
  params: byId,
  logged: 'read',
  async run(ctx, { id }) {
    const file = await readable(ctx, id);
    const { stream, size } = await ctx.files.open(file.sha256);
    return { name: file.name, type: file.type, body: stream, size };
  },
});

/** A page of a paper as a re-encoded picture, for reading beside the form (S27, U24). */
export const filePicture = download({
  name: 'file.show',
  title: 'Xem trang của tệp',
  permission: null,
  params: z.object({ id: uuid(), page: z.coerce.number().int().min(1).max(2000) }),
  async run(ctx, { id, page }) {
    const file = await readable(ctx, id);
    const picture = await ctx.files.show(file, page);
    return { name: `trang-${page}.webp`, type: 'image/webp', body: picture, size: picture.length, inline: true };
  },
});

/** One page of many, small enough for a strip beside the pages. */
export const pageThumb = download({
  name: 'file.pageThumb',
  title: 'Ảnh nhỏ của trang',
  permission: null,
  params: z.object({ id: uuid(), page: z.coerce.number().int().min(1).max(2000) }),
  async run(ctx, { id, page }) {
    const picture = await ctx.files.show(await readable(ctx, id), page, THUMB_EDGE);
    return { name: `trang-${page}-nho.webp`, type: 'image/webp', body: picture, size: picture.length, inline: true };
  },
});

/** The first page or the photo, small enough for a list on a phone. */
export const fileThumb = download({
  name: 'file.thumb',
  title: 'Ảnh nhỏ của tệp',
  permission: null,
  params: byId,
  async run(ctx, { id }) {
    const picture = await ctx.files.show(await readable(ctx, id), 1, THUMB_EDGE);
    return { name: 'anh-nho.webp', type: 'image/webp', body: picture, size: picture.length, inline: true };
  },
});
const THUMB_EDGE = 160;

/**
 * The file, if the actor sent it, acts for its producer, or may read a dossier, session or decision that holds it.
 * Everybody else learns nothing of it (S13).
 */
async function readable(ctx: ReadContext, id: string): Promise<KeptFile> {
  const dossier = ctx.within('file.read', 'l');
  const { rows } = await sql<KeptFile>`
    select f.sha256, f.type, f.name, f.pages, f.size from file f where f.id = ${id} and (
      f.uploaded_by = ${ctx.actor.account}
      or exists (select from paper p where p.file = f.id and p.producer = any(${ctx.actor.producers}::uuid[]))
      or exists (select from paper p join dossier_paper c on c.paper = p.id join lifecycle l on l.id = c.dossier
                  where p.file = f.id and ${dossier})
      or exists (select from dossier d join lifecycle l on l.id = d.id where d.signed_form = f.id and ${dossier})
      or exists (select from commune_assessment a join lifecycle l on l.id = a.dossier where a.signed_file = f.id and ${dossier})
      or exists (select from advisory_report a join lifecycle l on l.id = a.dossier where a.file = f.id and ${dossier})
      or exists (select from shown_paper w join lifecycle l on l.id = w.dossier where w.copy = f.id and ${dossier})
      or exists (select from advice_request_paper x join advice_request a on a.id = x.request join paper p on p.id = x.paper
                  join lifecycle l on l.id = a.dossier where p.file = f.id and ${dossier})
      or exists (select from site_visit a join lifecycle l on l.id = a.dossier where ${dossier}
                    and (a.minutes_file = f.id or exists (select from site_visit_photo x where x.visit = a.id and x.file = f.id)))
      or exists (select from advice_part_handed h join advice_part a on a.id = h.part join lifecycle l on l.id = a.dossier
                  where f.id = any(h.files) and (${ctx.within('advice.print', 'l')} or ${ctx.within('advice.readPart', 'l')} and exists (
                    select from advice_assignment g join advisory_team_member k on k.id = g.member and k.leader and k.ended_at is null
                     where g.dossier = a.dossier and g.level = a.level and k.account = ${ctx.actor.account})))
      or exists (select from five_star_package a join lifecycle l on l.id = a.dossier
                  where f.id in (a.letter_file, a.extra_file) and ${dossier})
      or exists (select from central_advice a join lifecycle l on l.id = a.dossier where a.file = f.id and ${dossier})
      or exists (select from central_notice a join lifecycle l on l.id = a.dossier where a.file = f.id and ${dossier})
      or exists (select from council_session s join lifecycle l on l.id = s.id
                  where s.minutes_file = f.id and ${ctx.within('session.read', 'l')})
      or exists (select from score_sheet_version v join score_sheet s on s.id = v.sheet join lifecycle l on l.id = s.session join lifecycle y on y.id = s.id
                  where v.scan = f.id and not exists (select from recusal x join council_seat c on c.id = x.seat
                          where x.session = s.session and x.dossier = s.dossier and c.account = ${ctx.actor.account})
                    and (${ctx.within('result.read', 'l')} or ${ctx.within('sheet.enterPaper', 'y')} or exists (select from seat_reach r
                          where r.subject = s.id and r.account = ${ctx.actor.account} and r.seat_role = 'author')))
      or exists (select from mandate m join lifecycle l on l.id = m.id
                  where m.file = f.id and ${ctx.within('mandate.read', 'l')})
      or exists (select from office_template t join lifecycle l on l.id = t.id
                  where t.file = f.id and ${ctx.within('template.read', 'l')})
      or exists (select from past_evaluation e join lifecycle l on l.id = e.recognition
                  where e.file = f.id and ${ctx.within('certificate.print', 'l')})
      or exists (select from extension_notice n join certificate_extension e on e.id = n.extension join lifecycle l on l.id = e.recognition
                  where n.file = f.id and ${ctx.within('certificate.print', 'l')})
      or exists (select from revocation r join lifecycle l on l.id = r.recognition
                  where r.file = f.id and ${ctx.within('certificate.print', 'l')})
      or exists (select from annulment a join lifecycle l on l.id = a.recognition
                  where a.file = f.id and ${ctx.within('certificate.print', 'l')})
      or exists (select from task_note n join lifecycle l on l.id = n.task
                  where n.file = f.id and ${ctx.within('task.read', 'l')})
      or exists (select from steering_meeting m join lifecycle l on l.id = m.id
                  where m.file = f.id and ${ctx.within('conclusion.read', 'l')})
      or exists (select from decision d join lifecycle l on l.id = d.id
                  where d.signed_file = f.id and ${ctx.within('decision.read', 'l')}))`.execute(ctx.db);
  if (!rows[0]) throw notFound('Không tìm thấy tệp này.');
  return rows[0];
}
