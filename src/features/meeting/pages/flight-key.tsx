import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { DataTable, Icon, Note } from '#ui';
import { findFlight, flightKeyLines, hasOpenedKey } from '../flight-read.ts';
import { meetingPaths } from '../urls.ts';

/** The key on paper, for the one who pours: only for the account that opened it, and the ledger knows. */
export const flightKeyPage = page({
  permission: 'flight.readKey',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const flight = await findFlight(ctx.db, id);
    if (!flight || !(await hasOpenedKey(ctx.db, id, ctx.actor.account))) throw notFound();
    const { title, sessionTitle } = flight;
    return { id, title, sessionTitle, key: await flightKeyLines(ctx.db, flight, ctx.actor.account) };
  },
  head: ({ title }) => ({ title: `Bảng mã: ${title}`, here: '/hoi-dong' }),
  view: ({ id, title, sessionTitle, key }) => (
    <div class="stack-5">
      <div>
        <p class="mb-1">
          <a class="crumb" href={meetingPaths.flight(id)}>
            <Icon name="left" />
            {title}
          </a>
        </p>
        <h1>Bảng mã cho người rót mẫu</h1>
        <p class="mut">
          {title}, {sessionTitle}
        </p>
      </div>
      <Note kind="stop" title="Không đưa cho người chấm xem trước khi kết thúc lượt nếm." />
      <DataTable
        rows={key}
        caption="Mã trên cốc, đĩa"
        keyOf={(row) => row.code}
        columns={[
          { head: 'Mã', rowHead: true, cell: (row) => <b class="text-xl num">{row.code}</b> },
          { head: 'Sản phẩm', cell: (row) => row.product },
        ]}
      />
    </div>
  ),
});
