/** Sessions judged without names for tests: products and a producer unlike any other, and everything a reader may try. */
import type { TestApp } from './app.ts';
import type { Client } from './client.ts';
import { act, dossiersInRound, establish, sheetOf, signed } from './council.ts';
import { pdfWords, wordText } from './documents.ts';

/** Whatever names the products of one session and their producer, each word nowhere else in the demonstration. */
export const namesOf = (rule: string) => ({
  product: `Miến Bí Danh ${rule}`,
  producer: `Hợp tác xã Kín Tên ${rule}`,
  address: `Xóm Giấu Kín ${rule}`,
  phone: rule === 'council' ? '0987654321' : '0912345678',
  code: `Mã-Kín-${rule}`,
  file: `tep-kin-ten-${rule}`,
  paper: `Giấy của ${rule} Kín`,
  claim: `Lời ${rule} Kín`,
});

export interface Hidden {
  readonly names: ReturnType<typeof namesOf>;
  readonly session: string;
  readonly dossiers: readonly string[];
  /** Papers of the first dossier, with the file of each. */
  readonly papers: readonly { readonly id: string; readonly file: string }[];
}

/** A session whose regulation keeps names back, its first product and producer unlike any other, not yet begun. */
export async function prepared(
  app: TestApp,
  province: Client,
  anonymous: 'scorers' | 'council',
  named: string = anonymous,
): Promise<Hidden> {
  const names = namesOf(named);
  const council = await establish(app, province, [], { anonymous });
  const { round, dossiers } = await dossiersInRound(app, [names.product, `${names.product} hai`]);
  const [first = ''] = dossiers;
  const owner = app.database.asOwner.bind(app.database);
  const [made] = await owner<{ id: string }>(
    `with l as (insert into lifecycle (id, process, state, version, commune, province)
        select gen_random_uuid(), l.process, l.state, l.version, l.commune, l.province from lifecycle l join dossier d on d.producer = l.id
         where d.id = $1 returning id)
     insert into producer (id, name, type, address, commune, province)
       select l.id, $2, m.type, $3, m.commune, m.province
         from l, dossier d join producer m on m.id = d.producer where d.id = $1 returning id`,
    [first, names.producer, names.address],
  );
  await owner('update product set producer = $2 where id in (select product from dossier where id = any($1))', [
    dossiers,
    made?.id,
  ]);
  await owner(
    `update dossier set producer = $2, product_code = $3, answer_notes = jsonb_build_object('A1.1', $4::text),
        form = form || jsonb_build_object('general', (form->'general') || jsonb_build_object('phone', $5::text, 'address', $6::text))
      where id = any($1)`,
    [dossiers, made?.id, names.code, names.claim, names.phone, names.address],
  );
  await owner('delete from dossier_evidence where dossier = any($1)', [dossiers]);
  await owner('delete from dossier_paper where dossier = any($1)', [dossiers]);
  const papers = await owner<{ id: string; file: string }>(
    `with f as (insert into file (id, sha256, size, type, name, pages, attached)
        select gen_random_uuid(), sha256, size, type, $3 || '.pdf', pages, true from file where type = 'application/pdf' and attached limit 1
        returning id), n as (select generate_series(1, 3) as no),
      p as (insert into paper (id, producer, kind, title, issuer, number, file)
        select gen_random_uuid(), $2::uuid, 'E02', $4 || n.no, $4::text, n.no::text, f.id from f, n returning id, file)
      insert into dossier_paper (dossier, paper, position) select $1, p.id, row_number() over () from p
        returning paper as id, (select file from p where p.id = paper) as file`,
    [first, made?.id, names.file, names.paper],
  );
  const plan = { council, round, title: `Phiên ẩn danh ${anonymous}`, mode: 'meeting', heldOn: '2026-12-01' };
  const session = String((await act(app, province, '/sessions', plan)).id);
  await act(app, province, `/sessions/${session}/agenda`, { dossiers }, session);
  return { names, session, dossiers, papers };
}

/** The papers of the first dossier: one as it is, one kept back, one in a copy sent twice; answers both copies. */
export async function masked(app: TestApp, province: Client, { session, dossiers, papers }: Hidden): Promise<string[]> {
  const dossier = dossiers[0] ?? '';
  const [whole, back, copied] = papers.map(({ id }) => id);
  const show = (paper: string | undefined, verdict: string, copy?: string) =>
    act(
      app,
      province,
      `/sessions/${session}/shown-papers`,
      { dossier, paper, verdict, ...(copy ? { copy } : {}) },
      session,
    );
  await show(whole, 'asIs');
  await show(back, 'withheld');
  const copies = [await signed(app, province), await signed(app, province)];
  for (const copy of copies) await show(copied, 'copy', copy);
  return copies;
}

/** The words of an answer with its head, whatever it is. */
async function wordsOf(client: Client, path: string): Promise<{ status: number; words: string; html: string }> {
  const answer = await client.fetch(path);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const type = answer.headers.get('content-type') ?? '';
  const head = [...answer.headers].map(
    ([name, value]) => `${name}: ${decodeURIComponent(value.replace(/%(?![0-9a-f]{2})/gi, ''))}`,
  );
  const html = new TextDecoder().decode(bytes);
  const body =
    answer.status >= 300
      ? html
      : type.includes('pdf')
        ? await pdfWords(bytes)
        : type.includes('wordprocessing')
          ? wordText(bytes)
          : html;
  return {
    status: answer.status,
    words: `${head.join('\n')}\n${body}`.normalize('NFC'),
    html: type.includes('html') ? html : '',
  };
}

/** What names the product in answers to a reader: everything guessed, and everything led to from there. */
export async function told(
  app: TestApp,
  [key, client]: readonly [string, Client],
  hidden: Hidden,
  files: readonly string[],
): Promise<string[]> {
  const { names, session, dossiers, papers } = hidden;
  const sheets = [
    await sheetOf(app, session, dossiers[0] ?? '', 'council-member-1'),
    await sheetOf(app, session, dossiers[1] ?? '', 'council-chair'),
  ];
  const own = `/phien/${session}`;
  const parts = [
    '',
    '/an-danh',
    '/xung-dot',
    '/thu-quy-che',
    '/viec-cham',
    '/ho-so-phien.json',
    '/nhap-giay',
    '/hop',
    '/nem',
    '/lay-y-kien',
    '/chuong-trinh',
  ];
  const prints = ['giay-moi', 'to-tu-van', 'bien-ban', 'tong-hop', 'bao-cao'].flatMap((one) => [
    `/${one}.pdf`,
    `/${one}.docx`,
  ]);
  const waiting = [
    '/phien',
    '/hoi-dong',
    '/viec-cua-toi',
    '/viec-cua-toi?q=bi+danh',
    '/ho-so?q=bi+danh',
    '/ho-so?q=kin+ten',
    '/cham',
    '/lich',
    '/dot',
    '/thong-bao',
    '/phien-tap',
    '/api/v1/dossiers?q=bi+danh',
    `/api/v1/sessions/${session}/room`,
    ...[...parts, ...prints].map((one) => own + one),
    ...dossiers.flatMap((one) => [
      `/ho-so/${one}`,
      `/api/v1/dossiers/${one}`,
      `${own}/ket-qua/${one}`,
      `${own}/hop?sp=${one}`,
      `${own}/an-danh/${one}`,
      `/ho-so/${one}/loai`,
      `/ho-so/${one}/to-tu-van.pdf`,
    ]),
    ...sheets.flatMap((one) => [
      `/cham/${one}`,
      `/cham/${one}/nop`,
      `/cham/${one}/phieu.pdf`,
      `/cham/${one}/phieu.docx`,
      `/phieu/${one}`,
      `/phieu/${one}/nhap`,
      `${own}/phieu/${one}`,
    ]),
    ...[...papers.map(({ file }) => file), ...files].flatMap((one) => [
      `/tep/${one}`,
      `/tep/${one}/trang/1`,
      `/tep/${one}/nho.webp`,
    ]),
    ...papers.map(({ id }) => `/giay-to/${id}`),
  ];
  const seen = new Set<string>();
  const found: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path) || seen.size > 140) continue;
    seen.add(path);
    const { words, html } = await wordsOf(client, path);
    found.push(
      ...Object.values(names)
        .filter((name) => words.includes(name))
        .map((name) => `${key} ${path}: ${name}`),
    );
    if (/^\/(phien|cham|phieu|nem|hoi-dong\/)/.test(path))
      waiting.push(
        ...[...html.matchAll(/(?:href|src)="(\/[^"#]*)/g)]
          .map(([, to = '']) => to.replace(/&amp;/g, '&'))
          .filter((to) => to.includes(session) || to.startsWith('/cham/')),
      );
  }
  return found;
}
