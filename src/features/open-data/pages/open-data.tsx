import { DataBlock, type Lang, Section, twinOf } from '#features/portal';
import { publicPage, redirect } from '#platform/http/page';
import { DataTable, formatDay } from '#ui';
import { catalogueOf, LICENCE } from '../catalogue.ts';
import { OPEN_TABLES, type OpenField, type OpenTable } from '../schema.ts';
import { cataloguePath, openDataUrl, openFilePath } from '../urls.ts';

/** What is open to everybody as data: files, licence, dictionary, and the doors for programs. */
export const openDataPage = publicPage({
  shell: 'public',
  load: async () => ({}),
  head: (_data, ctx) => ({
    title: WORDS[ctx.lang].title,
    description: WORDS[ctx.lang].lead,
    twin: twinOf(openDataUrl(ctx.lang)),
  }),
  view: (_data, ctx) => <OpenData lang={ctx.lang} day={ctx.day} baseUrl={ctx.baseUrl} />,
});

/** The address others guess in English. */
export const openDataInEnglish = publicPage({
  shell: 'public',
  load: async () => redirect(openDataUrl('en')),
  head: () => WORDS.en.title,
  view: () => <p>{WORDS.en.title}</p>,
});

const WORDS = {
  vi: {
    title: 'Dữ liệu mở',
    lead: 'Sản phẩm, chủ thể và các lần công nhận OCOP ai cũng xem được, để tải về và dùng lại.',
    day: 'Số liệu tính đến',
    terms: 'Dùng thế nào',
    licence: 'Giấy phép',
    use: 'Được sao chép, sửa, dùng lại, kể cả để kinh doanh, miễn là ghi nguồn và ngày lấy dữ liệu.',
    terms2:
      'Mã bản ghi (id) không đổi qua các ngày, nên so được hai lần tải. Tệp theo dữ liệu lúc tải; mỗi phút tải được không quá 30 tệp. Gửi kèm ETag của lần trước thì chỉ nhận lại khi dữ liệu đã đổi.',
    forms:
      'CSV theo RFC 4180, UTF-8, dấu phẩy; ô bắt đầu như công thức có thêm dấu nháy đơn để bảng tính không chạy. JSON có kèm từ điển.',
    state: 'Hạng sao có thể hết hạn hoặc bị thu hồi: cột “state” cho biết giá trị hôm nay.',
    programs: 'Cho lập trình viên',
    api: 'Mô tả giao diện lập trình (OpenAPI)',
    catalogue: 'Danh mục theo chuẩn DCAT',
    dictionary: 'Từ điển',
    name: 'Cột',
    kind: 'Kiểu',
    meaning: 'Nghĩa',
    kinds: { text: 'chữ', integer: 'số nguyên', date: 'ngày YYYY-MM-DD' },
  },
  en: {
    title: 'Open data',
    lead: 'OCOP products, producers and recognitions that everybody may see, to download and use again.',
    day: 'As of',
    terms: 'Terms of use',
    licence: 'Licence',
    use: 'Copy, change and use it again, also for business, if you name the source and the day of the data.',
    terms2:
      'Identifiers (id) never change, so that two downloads can be compared. Files show the data of the moment; no more than 30 files a minute. Send the ETag of last time to get a file only when something has changed.',
    forms:
      'CSV by RFC 4180, UTF-8, commas; cells that begin like a formula get an apostrophe so that no spreadsheet runs them. JSON carries its dictionary.',
    state: 'Stars can expire or be revoked: the column “state” says what they are worth today.',
    programs: 'For programs',
    api: 'Description of the API (OpenAPI)',
    catalogue: 'Catalogue (DCAT)',
    dictionary: 'Dictionary',
    name: 'Column',
    kind: 'Type',
    meaning: 'Meaning',
    kinds: { text: 'text', integer: 'integer', date: 'day YYYY-MM-DD' },
  },
} as const;

function OpenData({ lang, day, baseUrl }: { lang: Lang; day: string; baseUrl: string }) {
  const words = WORDS[lang];
  return (
    <div class="page stack-5 pt-4 pb-12">
      <div class="stack-2">
        <h1>{words.title}</h1>
        <p class="ink2">{words.lead}</p>
        <p>
          {words.day} <b>{formatDay(day)}</b>. {words.state}
        </p>
      </div>
      <div class="stack">
        {OPEN_TABLES.map((table) => (
          <div key={table.name} class="row between" id={table.name}>
            <b>{table[lang]}</b>
            <span class="row tight">
              {(['csv', 'json'] as const).map((form) => (
                <a key={form} class="btn" href={openFilePath(`${table.name}.${form}`)}>
                  {`${form.toUpperCase()} `}
                  <span class="sr">{table[lang]}</span>
                </a>
              ))}
            </span>
          </div>
        ))}
      </div>
      <Section title={words.terms}>
        <div class="stack-2">
          <p>
            {words.licence}:{' '}
            <a href={LICENCE.url} rel="license noopener">
              {LICENCE.name}
            </a>
            . {words.use}
          </p>
          <p>{words.terms2}</p>
          <p>{words.forms}</p>
        </div>
      </Section>
      <Section title={words.programs}>
        <p class="row">
          <a href="/api/openapi.json">{words.api}</a>
          <a href={cataloguePath}>{words.catalogue}</a>
          <a href="/sitemap.xml">sitemap.xml</a>
        </p>
      </Section>
      {OPEN_TABLES.map((table) => (
        <Section key={table.name} title={`${words.dictionary}: ${table[lang].toLocaleLowerCase('vi')}`}>
          <Dictionary table={table} lang={lang} />
        </Section>
      ))}
      <DataBlock data={{ ...catalogueOf(baseUrl, day) }} />
    </div>
  );
}

function Dictionary({ table, lang }: { table: OpenTable; lang: Lang }) {
  const words = WORDS[lang];
  return (
    <DataTable
      caption={`${words.dictionary}: ${table[lang]}`}
      rows={table.fields}
      keyOf={({ name }) => name}
      columns={[
        { head: words.name, rowHead: true, cell: ({ name }: OpenField) => <code>{name}</code> },
        { head: words.kind, cell: ({ kind }: OpenField) => words.kinds[kind] },
        { head: words.meaning, cell: (one: OpenField) => one[lang] },
      ]}
    />
  );
}
