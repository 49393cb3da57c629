import { sql } from 'kysely';
import { z } from 'zod';
import { byId, uuid } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, Form, formatMoment, Icon, Note, SelectField } from '#ui';
import { namesFor } from '../blind.ts';
import { paperRows } from '../paper-read.ts';
import { findSession, scoringSeats, sessionSeats, steppedBackFrom } from '../session-record.ts';
import { councilPaths } from '../urls.ts';

/** Sheets of a session filled in by hand: choose member and product to enter one, and see which have been entered. */
export const papersPage = page({
  permission: 'session.enterPapers',
  params: byId,
  query: z.object({ seat: uuid().optional().catch(undefined), dossier: uuid().optional().catch(undefined) }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }, { seat, dossier }) {
    const session = await findSession(ctx.db, id);
    if (!session) throw notFound();
    const { rows: products } = await sql<{ dossier: string; product: string; sheet: string | null }>`
      select o.dossier, ${namesFor(ctx.actor.account).product} as product, (select s.id from score_sheet s where s.session = o.session and s.dossier = o.dossier
                and s.seat = ${seat ?? null}::uuid and o.dossier = ${dossier ?? null}::uuid) as sheet
        from session_dossier o join dossier d on d.id = o.dossier join product p on p.id = d.product
       where o.session = ${id} order by o.position`.execute(ctx.db);
    const sheet = products.find((one) => one.sheet !== null)?.sheet;
    if (sheet) return redirect(councilPaths.enterPaper(sheet));
    const hidden = await steppedBackFrom(ctx.db, id, ctx.actor.account);
    const seats = await sessionSeats(ctx.db, id);
    const asked = seat !== undefined && dossier !== undefined;
    return {
      session,
      products,
      seats: scoringSeats(seats),
      entered: await paperRows(ctx.db, id, ctx.actor.account, hidden),
      asked,
    };
  },
  head: ({ session }) => ({ title: `Phiếu giấy: ${session.title}`, here: '/hoi-dong' }),
  view: ({ session, products, seats, entered, asked }) => (
    <div class="stack-7">
      <div>
        <p class="mb-1">
          <a class="crumb" href={councilPaths.session(session.id)}>
            <Icon name="left" />
            {session.title}
          </a>
        </p>
        <h1>Phiếu giấy của phiên</h1>
        <p class="mut">Quét mã QR trên phiếu để mở đúng phiếu, hoặc chọn ở đây.</p>
      </div>
      {asked && (
        <Note kind="soon" title="Không có phiếu của thành viên này cho sản phẩm này.">
          Thành viên đã từ chối chấm sản phẩm hoặc không được giao phiếu.
        </Note>
      )}
      {session.state === 'scoring' ? (
        <Form action={councilPaths.papers(session.id)} method="get" class="stack-4 max-w-2xl">
          <SelectField
            name="seat"
            label="Phiếu của"
            empty="Chọn thành viên"
            choices={seats.map((one) => ({ value: one.seat, label: one.name }))}
          />
          <SelectField
            name="dossier"
            label="Sản phẩm"
            empty="Chọn sản phẩm"
            choices={products.map((one) => ({ value: one.dossier, label: one.product }))}
          />
          <Button kind="main">Mở phiếu để nhập</Button>
        </Form>
      ) : (
        <Note kind="info" title="Phiếu giấy chỉ nhập khi phiên đang chấm." />
      )}
      {entered.length === 0 ? (
        <p class="mut">Chưa nhập phiếu giấy nào.</p>
      ) : (
        <DataTable
          rows={entered}
          caption={`${entered.length} phiếu nhập từ bản giấy`}
          showCaption
          keyOf={(row) => row.sheet}
          columns={[
            {
              head: 'Phiếu của',
              rowHead: true,
              cell: (row) => <a href={councilPaths.enterPaper(row.sheet)}>{row.member}</a>,
            },
            { head: 'Sản phẩm', cell: (row) => row.product },
            { head: 'Người nhập', cell: (row) => row.by },
            { head: 'Nhập lúc', cell: (row) => formatMoment(new Date(row.at)) },
          ]}
        />
      )}
    </div>
  ),
});
