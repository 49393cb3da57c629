import { findSet, isRulebookId, loadRulebook, setKey } from '#law/rulebooks';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { download } from '#platform/http/read';
import { type OfficeCursor, officeQuery, officeRows, stateName } from './office-list.ts';
import { setWords } from './progress.ts';
import { applicationKinds } from './schema.ts';

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
    const read = (after: OfficeCursor | null, limit: number) => officeRows(ctx.db, { ...ask, limit, after });
    return listFile(
      `ho-so-${ctx.day}`,
      'Hồ sơ',
      inPages(read, (row) => row.place, MOST),
      [
        ['Phiếu số', 'text', 26, (row) => row.slip],
        ['Sản phẩm', 'text', 38, (row) => row.product],
        ['Chủ thể', 'text', 38, (row) => row.producer],
        ['Xã', 'text', 22, (row) => row.commune],
        ['Lần đăng ký', 'text', 14, (row) => applicationKinds[row.kind]],
        ['Bộ sản phẩm', 'text', 40, (row) => setName(row.productSet)],
        ['Trạng thái', 'text', 22, (row) => stateName(row.state)],
        ['Mã số sản phẩm', 'text', 20, (row) => row.productCode],
        ['Ngày nộp', 'date', 12, (row) => row.submittedOn],
        ['Ngày xã đề nghị', 'date', 16, (row) => row.proposedOn],
        ['Đợt', 'text', 14, (row) => row.round],
        ['Hạn xử lý', 'date', 12, (row) => row.dueOn],
      ],
    );
  },
});

/** A product set in words, of whichever rulebook it is; the id of one nobody knows. */
export async function setName(id: string): Promise<string> {
  const named = id.slice(0, id.indexOf('/'));
  const set = isRulebookId(named) ? findSet(await loadRulebook(named), setKey({ id })) : undefined;
  return set ? setWords(set) : id;
}
