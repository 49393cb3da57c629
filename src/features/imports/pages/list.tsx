import { z } from 'zod';
import { unitsIn } from '#features/units';
import { page } from '#platform/http/page';
import {
  Button,
  DataTable,
  DateField,
  EmptyState,
  FileField,
  Form,
  type FormState,
  formatMoment,
  SelectField,
} from '#ui';
import { type ImportLine, listImports } from '../queries.ts';
import { type ImportSubject, SUBJECT_WORDS } from '../schema.ts';
import { importPaths } from '../urls.ts';
import { countWords, STATE_WORDS } from './words.ts';

const PAGE = 30;

interface Data {
  readonly lines: readonly ImportLine[];
  readonly next: string | null;
  readonly maySend: boolean;
  /** What the next list is of, as the link says. */
  readonly subject: ImportSubject;
  /** Provinces to choose from, for those who work for all of them. */
  readonly provinces: readonly { id: string; name: string }[];
}

/** The lists an office has brought in, and the door for the next one. */
export const importListPage = page({
  permission: 'listImport.read',
  query: z.object({
    after: z.uuid().optional().catch(undefined),
    subject: z.enum(['products', 'producers']).default('products').catch('products'),
  }),
  shell: 'desk',
  async load(ctx, _params, { after, subject }): Promise<Data> {
    const rows = await listImports(ctx.db, ctx.within('listImport.read', 'l'), after, PAGE + 1);
    const maySend = await ctx.may('listImport.upload');
    return {
      lines: rows.slice(0, PAGE),
      next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
      ...{ maySend, subject },
      provinces: maySend && ctx.actor.area === null ? await unitsIn(ctx.db, null, ctx.day) : [],
    };
  },
  head: () => ({
    title: 'Nhập danh sách',
    here: '/so-san-pham',
    up: { href: '/so-san-pham', words: 'Danh bạ sản phẩm' },
  }),
  view: (data, ctx) => <Lists {...data} state={ctx.form('listImport.upload')} />,
});

function Lists({ lines, next, maySend, subject, provinces, state }: Data & { state: FormState }) {
  return (
    <div class="stack-5">
      <div class="stack-2">
        <h1>Nhập danh sách</h1>
        <p class="ink2">
          Tệp của cơ quan: Excel (.xlsx), CSV hoặc văn bản (.txt), kể cả phông chữ cũ. Hệ thống đọc, đối chiếu với danh
          bạ rồi hỏi lại chỗ nghi ngờ. Chưa bấm Ghi thì danh bạ chưa đổi; ghi rồi vẫn hoàn tác được.
        </p>
      </div>
      {maySend && (
        <Form action={importPaths.list} state={state} files class="stack max-w-[42rem]">
          <SelectField
            name="subject"
            label="Mỗi dòng của tệp là"
            value={subject}
            choices={Object.entries(SUBJECT_WORDS).map(([value, label]) => ({ value, label }))}
          />
          <FileField name="file" label="Tệp danh sách" hint="Không quá 20 MB" accept=".xlsx,.csv,.txt" />
          {provinces.length > 0 && (
            <SelectField
              name="province"
              label="Tỉnh"
              empty="Chọn tỉnh"
              choices={provinces.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <DateField
            name="asOf"
            label="Tên xã ghi theo ngày"
            hint="Để trống: theo ngày quyết định của từng dòng, hoặc năm trong tiêu đề"
            optional
          />
          <Button kind="main" busy="Đang gửi tệp…">
            Gửi tệp
          </Button>
        </Form>
      )}
      <section class="stack-2">
        <h2>Các tệp đã gửi</h2>
        {lines.length === 0 ? (
          <EmptyState title="Chưa có tệp nào">Gửi tệp đầu tiên ở trên.</EmptyState>
        ) : (
          <DataTable caption="Các tệp đã gửi" rows={lines} keyOf={({ id }) => id} columns={columns} />
        )}
        {next && (
          <p class="more">
            <Button href={`${importPaths.list}?after=${next}`} iconAfter="right">
              Tệp cũ hơn
            </Button>
          </p>
        )}
      </section>
    </div>
  );
}

const columns = [
  { head: 'Tệp', rowHead: true, cell: (row: ImportLine) => <a href={importPaths.one(row.id)}>{row.fileName}</a> },
  { head: 'Gồm', cell: (row: ImportLine) => SUBJECT_WORDS[row.subject] },
  { head: 'Tỉnh', cell: (row: ImportLine) => row.provinceName },
  { head: 'Số dòng', number: true, cell: (row: ImportLine) => countWords(row.rows) },
  {
    head: 'Tình trạng',
    cell: (row: ImportLine) => (row.job && row.state === 'open' ? 'Đang đọc' : STATE_WORDS[row.state]),
  },
  { head: 'Người gửi', cell: (row: ImportLine) => row.by },
  { head: 'Ngày', cell: (row: ImportLine) => formatMoment(row.at) },
];
