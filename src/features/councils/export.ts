import { stateWords } from '#law/moves';
import { listFile } from '#platform/documents/list-file';
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
    return listFile('hoi-dong', 'Hội đồng', rows, [
      ['Hội đồng', 'text', 50, (row) => row.name],
      ['Quyết định thành lập', 'text', 30, (row) => row.act],
      ['Ngày', 'date', 12, (row) => row.actDate],
      ['Thành viên', 'integer', 12, (row) => row.seats],
      ['Phiên', 'integer', 10, (row) => row.sessions],
      ['Trạng thái', 'text', 20, (row) => stateWords('council', row.state).name],
    ]);
  },
});

/** Sessions within reach as a spreadsheet; never a point. */
export const sessionsSheet = download({
  name: 'session.export',
  title: 'Xuất phiên Hội đồng ra Excel',
  permission: 'list.export',
  logged: 'export',
  async run(ctx) {
    const rows = await listSessions(ctx.db, ctx.within('session.read', 'l'), ctx.actor.account, MOST);
    return listFile('phien-hoi-dong', 'Phiên Hội đồng', rows, [
      ['Phiên', 'text', 50, (row) => row.title],
      ['Hội đồng', 'text', 40, (row) => row.council],
      ['Cách làm', 'text', 24, (row) => sessionModes[row.mode]],
      ['Ngày họp', 'date', 12, (row) => row.heldOn],
      ['Hồ sơ', 'integer', 10, (row) => row.dossiers],
      ['Trạng thái', 'text', 24, (row) => stateWords('session', row.state).name],
    ]);
  },
});
