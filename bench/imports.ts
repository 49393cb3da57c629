/** A province's list of 100,000 rows brought in through the pages, and the register taken away again as Excel. */
import { setTimeout as sleep } from 'node:timers/promises';
import { closeSheets, writeSheet } from '../src/platform/documents/sheet.ts';
import { Client } from '../tests/support/client.ts';
import type { Peer } from './peers.ts';
import type { Measured } from './promises.ts';

const ROWS = 100_000;
const MEGABYTE = 1024 * 1024;
const THINGS = [
  'Mì gạo',
  'Bưởi Diễn',
  'Nước mắm',
  'Trà sen',
  'Gốm trang trí',
  'Mật ong rừng',
  'Chả mực',
  'Bánh đa nem',
];
const MARKS = ['Hoà Bình', 'Đồng Tâm', 'Thuỷ Tiên', 'Quê Hương', 'Sông Hồng', 'Đất Việt', 'Ánh Dương', 'Làng Chài'];
const COMMUNES = ['xã Tân Hưng', 'xã Hoàng Hoa Thám', 'xã Tiên Lữ', 'xã Nghĩa Trụ', 'xã Đoàn Đào'];
const HEADINGS = [
  ...['STT', 'Tên sản phẩm', 'Chủ thể', 'Địa chỉ', 'Hạng sao', 'Số điểm'],
  ...['Số quyết định', 'Ngày quyết định', 'Ghi chú'],
];

/** Times and peaks of memory of the whole web process, the reading thread with it. */
export async function measureImports(product: Peer, times: number): Promise<Measured[]> {
  const rows = Math.round(ROWS * times);
  const client = new Client(product.origin.replace('127.0.0.1', 'localhost'));
  const { status } = await client.post('/vao-thu', { account: 'province' });
  if (status !== 303) throw new Error(`the office cannot sign in: ${status}`);
  const bytes = await listOf(rows);
  const preview = await measured(product, async () => {
    const page = await client.page('/nhap-danh-sach');
    const file = { name: 'danh-sach.xlsx', type: 'application/octet-stream', bytes };
    const { location, text } = await client.submit(page.form('/nhap-danh-sach'), {}, { file });
    if (location === null) throw new Error(`the file is not taken: ${text.slice(0, 500)}`);
    await ended(client, location);
    return location;
  });
  const at = preview.value;
  console.log(
    `   preview: the whole process ${Math.round(preview.peak)} MB at most, ${Math.round(preview.before)} before`,
  );
  await client.submit((await client.page(`${at}/cot`)).form('/cot'), { kind: 'recognised' });
  await ended(client, at);
  const writing = await measured(product, async () => {
    await client.submit((await client.page(at)).form('/ghi'));
    await ended(client, at);
  });
  const written = (await client.page(at)).text;
  if (!written.includes('Đã ghi vào danh bạ')) throw new Error(`nothing was written: ${written.slice(0, 800)}`);
  const taken = await measured(product, async () => {
    const answer = await takenAway(client);
    let size = 0;
    for await (const piece of answer.body ?? []) size += piece.length;
    console.log(`   taken away: ${Math.round(size / 1024)} KB, status ${answer.status}`);
  });
  const shown = rows.toLocaleString('en');
  return [
    figure(`preview of ${shown} rows`, preview.seconds, 60, ' s'),
    figure('memory it needed beyond what was held before, at most', preview.peak - preview.before, 400, ' MB'),
    figure(`writing ${shown} rows`, writing.seconds, 120, ' s'),
    figure(`export of ${shown} rows`, taken.seconds, 20, ' s'),
    figure('memory it needed beyond what was held before, at most', taken.peak - taken.before, 200, ' MB'),
  ];
}

const figure = (what: string, value: number, limit: number, unit: string): Measured => ({
  ...{ what, measured: value, limit, sense: 'atMost', unit, absolute: unit === ' s' },
});

async function listOf(rows: number): Promise<Uint8Array<ArrayBuffer>> {
  function* lines() {
    yield ['DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN NĂM 2025', ...HEADINGS.slice(1).map(() => null)];
    yield HEADINGS;
    for (let n = 1; n <= rows; n += 1) yield line(n);
  }
  const columns = HEADINGS.map((_, place) => ({ header: `Cột ${place + 1}`, kind: 'text' as const }));
  const pieces: Buffer[] = [];
  for await (const piece of writeSheet('Danh sách', columns, lines())) pieces.push(piece);
  await closeSheets();
  return new Uint8Array(Buffer.concat(pieces));
}

/** Four products a producer, in five communes. */
function line(n: number): string[] {
  const maker = Math.floor(n / 4);
  const of = (words: readonly string[], at: number) => words[at % words.length] ?? '';
  return [
    ...[String(n), `${of(THINGS, n)} ${of(MARKS, Math.floor(n / 8))} ${n}`],
    ...[
      `Hợp tác xã nông nghiệp ${of(MARKS, maker)} ${maker}`,
      `thôn ${1 + (maker % 9)}, ${of(COMMUNES, maker)}, tỉnh Hưng Yên`,
    ],
    ...[`${3 + (n % 3)} sao`, `${60 + (n % 40)},5`, `${1 + (n % 300)}/QĐ-UBND`, `15/0${1 + (n % 9)}/2025`],
    n % 5 === 0 ? 'Đánh giá lại' : '',
  ];
}

/** The register as Excel: at once, or by way of the file made in the background when it is long. */
async function takenAway(client: Client): Promise<Response> {
  const answer = await client.fetch('/so-san-pham.xlsx', { redirect: 'manual' });
  if (answer.status === 200) return answer;
  const page = await client.page(answer.headers.get('location') ?? '');
  const { location } = await client.submit(page.form('/tep-danh-sach'));
  if (location === null) throw new Error('the list is not taken up');
  for (;;) {
    const { body } = await client.json('GET', `/api/v1/list-files/${location.split('/').at(-1)}/progress`);
    if (body.problem) throw new Error(String(body.problem));
    if (!body.job) return client.fetch(`${location}/tep`);
    await sleep(200);
  }
}

/** Waits until nothing is done with the import any more. */
async function ended(client: Client, at: string): Promise<void> {
  const id = at.split('?')[0]?.split('/').at(-1);
  for (;;) {
    const { body } = await client.json('GET', `/api/v1/list-imports/${id}/progress`);
    if (String(body.stamp).split('-')[1] === '') return;
    await sleep(200);
  }
}

/** How long it takes, and the resident memory of the process before and at its highest, MB. */
async function measured<T>(product: Peer, work: () => Promise<T>) {
  const held = async () => (await product.usage()).memory / MEGABYTE;
  const before = await held();
  let peak = before;
  let watching = true;
  const watch = (async () => {
    while (watching) {
      peak = Math.max(peak, await held());
      await sleep(100);
    }
  })();
  const begun = performance.now();
  try {
    const value = await work();
    return { value, before, peak, seconds: (performance.now() - begun) / 1000 };
  } finally {
    watching = false;
    await watch;
  }
}
