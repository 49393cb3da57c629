import { render } from 'preact-render-to-string';
import type { Day } from '#platform/clock';
import type { Paper } from '#platform/documents/paper';
import { shortDate } from '#platform/documents/words';
import type { ListedFile } from '#platform/files/bundle';
import { formatDay, formatMoment, formatSize, htmlOf } from '#ui';

/** What the index of a bundle says, in HTML and in PDF. */
export interface IndexData {
  readonly product: string;
  readonly producer: string;
  readonly kind: string;
  readonly commune: string;
  readonly at: Date;
  /** Role and unit of who took it. */
  readonly by: string;
  readonly outcome: string | null;
  readonly history: readonly {
    readonly day: Day;
    readonly words: string;
    readonly capacity: string;
    readonly reason: string | null;
  }[];
  readonly files: readonly ListedFile[];
}

const CHECK = 'saolang verify-bundle';
const STYLE = `body{font:16px/1.5 system-ui,sans-serif;color:#1b2320;background:#fff;max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dt{color:#56605a}dd{margin:0}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #d9d6cb}
td.n{text-align:right;white-space:nowrap}td.d{white-space:nowrap}.h code{font-size:.75rem;word-break:break-all;color:#56605a}a{color:#1a2a63}.w{overflow-x:auto}
@media(max-width:40rem){dl{grid-template-columns:1fr}dt{margin-top:.5rem}.h{display:none}}`;

/** The index as one page without scripts, for any browser. */
export function indexHtml(data: IndexData): string {
  return htmlOf(
    render(
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Bộ hồ sơ: {data.product}</title>
          <style>{STYLE}</style>
        </head>
        <body>
          <h1>{data.product}</h1>
          <dl>
            <dt>Chủ thể</dt>
            <dd>{data.producer}</dd>
            <dt>Đăng ký</dt>
            <dd>{data.kind}</dd>
            <dt>Nơi nộp</dt>
            <dd>{data.commune}</dd>
            {data.outcome !== null && (
              <>
                <dt>Kết quả</dt>
                <dd>{data.outcome}</dd>
              </>
            )}
            <dt>Lập bộ hồ sơ</dt>
            <dd>
              {formatMoment(data.at)}, {data.by}
            </dd>
          </dl>
          <h2>Tệp trong bộ hồ sơ</h2>
          <div class="w">
            <table>
              <thead>
                <tr>
                  <th scope="col">Tệp</th>
                  <th scope="col">Dung lượng</th>
                  <th scope="col" class="h">
                    Mã SHA-256
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.files.map((one) => (
                  <tr key={one.path}>
                    <td>
                      <a href={one.path}>{one.words}</a>
                    </td>
                    <td class="n">{formatSize(one.size)}</td>
                    <td class="h">
                      <code>{one.sha256}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <h2>Diễn biến</h2>
          <div class="w">
            <table>
              <thead>
                <tr>
                  <th scope="col">Ngày</th>
                  <th scope="col">Việc</th>
                  <th scope="col">Nơi làm</th>
                </tr>
              </thead>
              <tbody>
                {data.history.map((one, at) => (
                  <tr key={String(at)}>
                    <td class="d">{formatDay(one.day)}</td>
                    <td>
                      {one.words}
                      {one.reason !== null && `. Lý do: ${one.reason}`}
                    </td>
                    <td>{one.capacity}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <h2>Kiểm tra</h2>
          <p>
            Mọi tệp và mã của chúng ghi trong ban-ke.json. Kiểm tra không cần hệ thống, bằng lệnh{' '}
            <code>{CHECK} TỆP.zip</code>, hoặc tính mã SHA-256 của từng tệp rồi so với bảng trên.
          </p>
        </body>
      </html>,
    ),
  );
}

/** The same as a paper to print and keep. */
export function indexPaper(data: IndexData): Paper {
  const head = [
    { label: 'Sản phẩm', value: data.product },
    { label: 'Chủ thể', value: data.producer },
    { label: 'Đăng ký', value: data.kind },
    { label: 'Nơi nộp', value: data.commune },
    ...(data.outcome === null ? [] : [{ label: 'Kết quả', value: data.outcome }]),
    { label: 'Lập bộ hồ sơ', value: `${formatMoment(data.at)}, ${data.by}` },
  ];
  return {
    title: `Mục lục bộ hồ sơ: ${data.product}`,
    sections: [
      {
        blocks: [
          { kind: 'title', type: 'Mục lục bộ hồ sơ', summary: data.product },
          ...head.map((one) => ({ kind: 'field', ...one }) as const),
          { kind: 'heading', text: 'Tệp trong bộ hồ sơ' },
          {
            kind: 'table',
            size: 10,
            columns: [
              { header: 'TT', width: 5, align: 'center' },
              { header: 'Tệp', width: 50 },
              { header: 'Mã SHA-256', width: 45 },
            ],
            rows: data.files.map((one, at) => [
              String(at + 1),
              [one.words, `\n${one.path}, ${formatSize(one.size)}`],
              one.sha256.replace(/(.{32})(?=.)/g, '$1\n'),
            ]),
          },
          { kind: 'heading', text: 'Diễn biến' },
          {
            kind: 'table',
            size: 11,
            columns: [
              { header: 'Ngày', width: 16, align: 'center' },
              { header: 'Việc', width: 50 },
              { header: 'Nơi làm', width: 34 },
            ],
            rows: data.history.map((one) => [
              shortDate(one.day),
              `${one.words}${one.reason === null ? '' : `. Lý do: ${one.reason}`}`,
              one.capacity,
            ]),
          },
          {
            kind: 'text',
            text: `Mọi tệp và mã của chúng ghi trong ban-ke.json. Kiểm tra không cần hệ thống, bằng lệnh ${CHECK} TỆP.zip.`,
          },
        ],
      },
    ],
  };
}
