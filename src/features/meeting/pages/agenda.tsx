import { councilPaths } from '#features/councils';
import { DataTable, Slats, StatusTag } from '#ui';
import type { AgendaRow, Room } from '../read.ts';
import { meetingPaths } from '../urls.ts';

/** The products in the order of the agenda; to a member with the own sheet, to the secretary with how many are in. */
export function Agenda({ room, shown, secretary }: { room: Room; shown: string | null; secretary: boolean }) {
  const { agenda, session, current } = room;
  if (agenda.length === 0) return <p class="mut">Chưa xếp sản phẩm nào vào phiên.</p>;
  const own = agenda.filter((one) => one.own !== null);
  const watched = agenda.some((one) => one.handedIn !== null);
  const proposed = agenda.some((one) => one.result !== null);
  return (
    <section class="stack-4" aria-labelledby="chuong-trinh">
      <h2 id="chuong-trinh">Chương trình: {agenda.length} sản phẩm</h2>
      {own.length > 0 && (
        <Slats
          title="Phiếu của tôi"
          slats={own.map((one) => (one.own?.state === 'submitted' ? 'done' : 'missing'))}
          said={`Đã nộp ${own.filter((one) => one.own?.state === 'submitted').length} trong ${own.length} phiếu`}
        />
      )}
      <DataTable
        rows={agenda}
        caption="Sản phẩm theo thứ tự chương trình"
        keyOf={(row) => row.dossier}
        state={(row) => (row.dossier === shown ? 'sel' : undefined)}
        columns={[
          { head: 'Thứ tự', number: true, cell: (row) => agenda.indexOf(row) + 1 },
          {
            head: 'Sản phẩm',
            rowHead: true,
            cell: (row) => <Name row={row} session={session.id} secretary={secretary} />,
          },
          { head: 'Chủ thể', cell: (row) => row.producer },
          ...(own.length > 0 ? [{ head: 'Phiếu của tôi', cell: ownWords }] : []),
          ...(watched
            ? [
                {
                  head: 'Phiếu đã nộp',
                  number: true,
                  cell: ({ handedIn }: AgendaRow) => (handedIn ? `${handedIn.done}/${handedIn.of}` : ''),
                },
              ]
            : []),
          {
            head: proposed ? 'Đề xuất' : 'Trên bàn',
            cell: (row) =>
              proposed ? (row.proposal?.proposal ?? 'Chưa ghi') : row.dossier === current ? <b>Đang xem</b> : '',
          },
        ]}
      />
    </section>
  );
}

function Name({ row, session, secretary }: { row: AgendaRow; session: string; secretary: boolean }) {
  if (!secretary && row.own) return <a href={councilPaths.sheet(row.own.id)}>{row.product}</a>;
  return <a href={meetingPaths.product(session, row.dossier)}>{row.product}</a>;
}

const ownWords = ({ own }: AgendaRow) =>
  own === null ? 'Không chấm' : own.state === 'submitted' ? <StatusTag status="sheet.submitted" /> : 'Chưa nộp';
