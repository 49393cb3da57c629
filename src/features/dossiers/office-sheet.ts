import { findSet, isRulebookId, loadRulebook, setKey } from '#law/rulebooks';
import { writeSheet, XLSX_TYPE } from '#platform/documents/sheet';
import { download } from '#platform/http/read';
import { type OfficeCursor, type OfficeRow, officeQuery, officeRows, stateName } from './office-list.ts';
import { setWords } from './progress.ts';
import { applicationKinds } from './schema.ts';

const BATCH = 500;
const MOST = 50_000;

/** The offices' list with the same filters as an Excel workbook; written to the access log as an export (S38). */
export const officeListSheet = download({
  name: 'dossier.export',
  title: 'Danh sách hồ sơ (Excel)',
  permission: 'list.export',
  logged: 'export',
  query: officeQuery.omit({ after: true }),
  async run(ctx, _params, query) {
    const ask = { query: { ...query, after: undefined }, reach: ctx.within('dossier.read', 'l'), day: ctx.day };
    const columns = [
      { header: 'Phiếu số', kind: 'text', width: 26 },
      { header: 'Sản phẩm', kind: 'text', width: 38 },
      { header: 'Chủ thể', kind: 'text', width: 38 },
      { header: 'Xã', kind: 'text', width: 22 },
      { header: 'Lần đăng ký', kind: 'text', width: 14 },
      { header: 'Bộ sản phẩm', kind: 'text', width: 40 },
      { header: 'Trạng thái', kind: 'text', width: 22 },
      { header: 'Mã số sản phẩm', kind: 'text', width: 20 },
      { header: 'Ngày nộp', kind: 'date', width: 12 },
      { header: 'Ngày xã đề nghị', kind: 'date', width: 16 },
      { header: 'Đợt', kind: 'text', width: 14 },
      { header: 'Hạn xử lý', kind: 'date', width: 12 },
    ] as const;
    const rows = pages((after) => officeRows(ctx.db, { ...ask, limit: BATCH, after }));
    return {
      name: `ho-so-${ctx.day}.xlsx`,
      type: XLSX_TYPE,
      body: writeSheet('Hồ sơ', [...columns], rows),
    };
  },
});

async function* pages(read: (after: OfficeCursor | null) => Promise<OfficeRow[]>) {
  let after: OfficeCursor | null = null;
  for (let done = 0; done < MOST; done += BATCH) {
    const rows: OfficeRow[] = await read(after);
    for (const row of rows) yield await cells(row);
    after = rows.at(-1)?.place ?? null;
    if (rows.length < BATCH) return;
  }
}

async function cells(row: OfficeRow) {
  return [
    row.slip,
    row.product,
    row.producer,
    row.commune,
    applicationKinds[row.kind],
    await setName(row.productSet),
    stateName(row.state),
    row.productCode,
    row.submittedOn,
    row.proposedOn,
    row.round,
    row.dueOn,
  ];
}

async function setName(id: string): Promise<string> {
  const named = id.slice(0, id.indexOf('/'));
  const set = isRulebookId(named) ? findSet(await loadRulebook(named), setKey({ id })) : undefined;
  return set ? setWords(set) : id;
}
