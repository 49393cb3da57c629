import { councilPaths, findSession, sessionBoard, steppedBackFrom } from '#features/councils';
import { FLIGHT } from '#law/flight';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Checkboxes, DataTable, Form, Icon, Note, StatusTag, TextField } from '#ui';
import { listFlights } from '../flight-read.ts';
import { meetingPaths } from '../urls.ts';

/** The blind tastings of a session, and to the secretary the form that makes one. */
export const flightsPage = page({
  permission: 'flight.read',
  params: byId,
  shell: 'desk',
  async load(ctx, { id }) {
    const session = (await ctx.may('session.read', id)) ? await findSession(ctx.db, id) : undefined;
    if (session?.mode !== 'meeting') throw notFound();
    const mayMake = (await ctx.may('flight.make')) && (await ctx.may('session.noteDiscussion', id));
    const [flights, board, hidden] = await Promise.all([
      listFlights(ctx.db, id, ctx.actor.account),
      mayMake ? sessionBoard(ctx.db, id, ctx.actor.account) : [],
      steppedBackFrom(ctx.db, id, ctx.actor.account),
    ]);
    return { session, flights, mayMake, products: board.filter(({ dossier }) => !hidden.has(dossier)) };
  },
  head: ({ session }) => ({ title: `Nếm theo mã: ${session.title}`, here: '/hoi-dong' }),
  view: ({ session, flights, mayMake, products }, ctx) => (
    <div class="stack-7">
      <div>
        <p class="mb-1">
          <a class="crumb" href={councilPaths.room(session.id)}>
            <Icon name="left" />
            Phiên họp
          </a>
        </p>
        <h1>Nếm theo mã</h1>
        <p class="mut">
          Mỗi sản phẩm mang một mã ba số, mỗi thành viên nếm theo thứ tự riêng, không biết mã nào là sản phẩm nào đến
          khi kết thúc lượt.
        </p>
      </div>
      {flights.length === 0 ? (
        <p class="mut">Chưa có lượt nếm nào.</p>
      ) : (
        <DataTable
          rows={flights}
          caption="Các lượt nếm của phiên"
          keyOf={(row) => row.id}
          columns={[
            { head: 'Lượt nếm', rowHead: true, cell: (row) => <a href={meetingPaths.flight(row.id)}>{row.title}</a> },
            { head: 'Số mẫu', number: true, cell: (row) => row.dishes },
            { head: 'Trạng thái', cell: (row) => <StatusTag status={`flight.${row.state}`} /> },
          ]}
        />
      )}
      {mayMake && session.state === 'scoring' && (
        <section class="stack-4" aria-labelledby="lap">
          <h2 id="lap">Lập lượt nếm</h2>
          <Form action={meetingPaths.flights(session.id)} state={ctx.form('flight.make')} class="stack-5 max-w-2xl">
            <TextField name="title" label="Tên lượt nếm" value={`Lượt ${flights.length + 1}`} />
            <Checkboxes
              name="dossiers"
              label="Sản phẩm"
              hint={`Từ ${FLIGHT.least} đến ${FLIGHT.most} sản phẩm, nên cùng một nhóm.`}
              choices={products.map((one) => ({ value: one.dossier, label: one.product, hint: one.producer }))}
            />
            <Button kind="main">Lập lượt và niêm phong mã</Button>
          </Form>
        </section>
      )}
      {mayMake && session.state === 'preparing' && <Note kind="info" title="Lập lượt nếm khi phiên đang chấm." />}
    </div>
  ),
});
