import { stateWords } from '#law/moves';
import { writeSheet, XLSX_TYPE } from '#platform/documents/sheet';
import { download } from '#platform/http/read';
import { listCouncils, listSessions } from './queries.ts';
import { sessionModes } from './schema.ts';

const MOST = 5000;

/** Councils within reach as a spreadsheet. */
export const councilsSheet = download({
  name: 'council.export',
  title: 'Xuất Hội đồng ra Excel',
  permission: 'list.export',
  logged: 'export',
  async run(ctx) {
    const rows = await listCouncils(ctx.db, ctx.within('council.read', 'l'), MOST);
    const body = writeSheet(
      'Hội đồng',
      [
        { header: 'Hội đồng', kind: 'text', width: 50 },
        { header: 'Quyết định thành lập', kind: 'text', width: 30 },
        { header: 'Ngày', kind: 'date', width: 12 },
        { header: 'Thành viên', kind: 'integer', width: 12 },
        { header: 'Phiên', kind: 'integer', width: 10 },
        { header: 'Trạng thái', kind: 'text', width: 20 },
      ],
      rows.map((row) => [
        row.name,
        row.act,
        row.actDate,
        row.seats,
        row.sessions,
        stateWords('council', row.state).name,
      ]),
    );
    return { name: 'hoi-dong.xlsx', type: XLSX_TYPE, body };
  },
});

/** Sessions within reach as a spreadsheet; never a point. */
export const sessionsSheet = download({
  name: 'session.export',
  title: 'Xuất phiên Hội đồng ra Excel',
  permission: 'list.export',
  logged: 'export',
  async run(ctx) {
    const rows = await listSessions(ctx.db, ctx.within('session.read', 'l'), MOST);
    const body = writeSheet(
      'Phiên Hội đồng',
      [
        { header: 'Phiên', kind: 'text', width: 50 },
        { header: 'Hội đồng', kind: 'text', width: 40 },
        { header: 'Cách làm', kind: 'text', width: 24 },
        { header: 'Ngày họp', kind: 'date', width: 12 },
        { header: 'Hồ sơ', kind: 'integer', width: 10 },
        { header: 'Trạng thái', kind: 'text', width: 24 },
      ],
      rows.map((row) => [
        row.title,
        row.council,
        sessionModes[row.mode],
        row.heldOn,
        row.dossiers,
        stateWords('session', row.state).name,
      ]),
    );
    return { name: 'phien-hoi-dong.xlsx', type: XLSX_TYPE, body };
  },
});
