/** What a bundle of a dossier holds: data, filings as they were sealed, official papers, and every file handed in or signed. */
import { type Kysely, sql } from 'kysely';
import { applicationKinds, type DossierPart, dossierPart } from '#features/dossiers';
import { meanText } from '#law/stars';
import type { DB } from '#platform/db/schema.generated';
import { printPdf } from '#platform/documents/print';
import { type BundledFile, readyFile } from '#platform/files/bundle';
import type { ReadContext } from '#platform/http/context';
import { doerWords } from '#platform/ledger/read';
import { advicePart, extension } from './advice-part.ts';
import { indexHtml, indexPaper } from './index-page.tsx';
import { DATA_NAME, FORMAT, filingName } from './schema.ts';

export interface Bundle {
  readonly head: Readonly<Record<string, unknown>>;
  readonly files: readonly BundledFile[];
  readonly product: string;
}

/** Puts together what this reader may have of a dossier; files of the store are opened only when they are written. */
export async function bundleOf(ctx: ReadContext, id: string): Promise<Bundle> {
  const part = await dossierPart(ctx, id);
  const { dossier } = part;
  const [outcome, signed, result, advised] = await Promise.all([
    outcomeOf(ctx.db, id),
    signedFiles(ctx, part),
    resultOf(ctx, id),
    advicePart(ctx, id, (path, words, file) => stored(ctx, path, words, file)),
  ]);
  const papers = part.papers.map((one, at) => {
    const path = `giay-to/${String(at + 1).padStart(2, '0')}-${one.kind}.${extension(one.file.name)}`;
    return { one, file: stored(ctx, path, `${one.kindWords}: ${one.title}`, one.file) };
  });
  const prints = await Promise.all(
    part.prints.map(async ({ name, words, paper }) =>
      readyFile(`van-ban/${name}.pdf`, words, (await printPdf(paper, ctx.now)).bytes),
    ),
  );
  const filings = part.filings.map((one) =>
    readyFile(filingName(one.no), `Nội dung đã nộp lần ${one.no}, đúng từng chữ như khi niêm phong`, one.content),
  );
  const data = readyFile(
    DATA_NAME,
    'Dữ liệu của hồ sơ, cho máy đọc',
    `${JSON.stringify({ ...dataOf(ctx, part, papers, outcome, result), adviceWork: advised.data }, null, 2)}\n`,
  );
  const content = [data, ...filings, ...prints, ...signed, ...papers.map(({ file }) => file), ...advised.files];
  const about = {
    product: dossier.product.name,
    producer: dossier.producer.name,
    kind: applicationKinds[dossier.kind],
    commune: dossier.commune.name,
    at: ctx.now,
    by: ctx.actor.capacity,
    outcome: outcome?.words ?? null,
    history: part.history.map(({ day, words, capacity, reason }) => ({ day, words, capacity, reason })),
    files: content,
  };
  const index = readyFile('muc-luc.html', 'Mục lục để đọc trên máy', indexHtml(about));
  const printed = readyFile('muc-luc.pdf', 'Mục lục để in và lưu', (await printPdf(indexPaper(about), ctx.now)).bytes);
  return {
    head: { format: FORMAT, dossier: id, exportedAt: ctx.now.toISOString(), exportedBy: ctx.actor.capacity },
    files: [index, printed, ...content],
    product: dossier.product.name,
  };
}

interface KeptFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** A file of the store under its path in the bundle; the store checks its hash while it is read. */
function stored({ files }: ReadContext, path: string, words: string, { size, sha256 }: KeptFile): BundledFile {
  return { path, words, size, sha256, bytes: async () => (await files.open(sha256)).stream };
}

/** Signed files of the dossier, and of the decision and the session where the reader may see them. */
async function signedFiles(ctx: ReadContext, part: DossierPart): Promise<BundledFile[]> {
  const later = await laterFiles(ctx.db, part.dossier.id);
  const seen = await Promise.all(later.map(async (one) => ((await ctx.may(one.verb, one.subject)) ? [one] : [])));
  const wanted = [...part.signed, ...seen.flat()];
  if (wanted.length === 0) return [];
  const { rows } = await sql<KeptFile & { id: string }>`
    select id, name, size, sha256 from file where id = any(${wanted.map((one) => one.id)}::uuid[])`.execute(ctx.db);
  return wanted.flatMap((one, at) => {
    const file = rows.find((row) => row.id === one.id);
    if (!file) return [];
    return [
      stored(ctx, `da-ky/${String(at + 1).padStart(2, '0')}-${one.name}.${extension(file.name)}`, one.words, file),
    ];
  });
}

interface LaterFile {
  /** Whose reader may see it, and by which verb. */
  readonly subject: string;
  readonly verb: string;
  readonly id: string;
  readonly name: string;
  readonly words: string;
}

/** Signed files of what followed the filing: decisions, minutes, letters between the offices, notices, answers. */
async function laterFiles(db: Kysely<DB>, dossier: string): Promise<LaterFile[]> {
  const approval = sql`(select x.id from decision_item i join decision x on x.id = i.decision and x.kind = 'approval'
    where i.dossier = ${dossier} order by x.dated desc nulls last limit 1)`;
  const { rows } = await sql<LaterFile>`
    with own as (select id from recognition where dossier = ${dossier}), found as (
    select x.id as subject, 'decision.read' as verb, x.signed_file as id, 'quyet-dinh' as name, 'Quyết định đã ký' as words
      from decision_item i join decision x on x.id = i.decision where i.dossier = ${dossier}
    union all select s.id, 'result.read', s.minutes_file, 'bien-ban', 'Biên bản của Hội đồng đã ký'
      from session_dossier o join council_session s on s.id = o.session where o.dossier = ${dossier}
    union all select ${approval}, 'decision.read', p.letter_file, 'gui-bo', 'Văn bản của tỉnh gửi Bộ' from five_star_package p where p.dossier = ${dossier}
    union all select ${approval}, 'decision.read', p.extra_file, 'kiem-nghiem', 'Kiểm tra, kiểm nghiệm bổ sung của tỉnh' from five_star_package p where p.dossier = ${dossier}
    union all select ${approval}, 'decision.read', t.file, 'bo-tra-loi', 'Thông báo kết quả của Bộ' from central_notice t where t.dossier = ${dossier}
    union all select e.recognition, 'certificate.print', n.file, 'keo-dai', 'Thông báo kéo dài hiệu lực'
      from extension_notice n join certificate_extension e on e.id = n.extension where e.dossier = ${dossier}
    union all select r.id, 'review.read', r.file, 'khieu-nai', 'Đơn khiếu nại' from review r where r.dossier = ${dossier} and r.kind = 'complaint'
    union all select r.id, 'review.answer', r.file, 'de-nghi', 'Đề nghị xem xét lại của Bộ' from review r where r.dossier = ${dossier} and r.kind = 'ministry'
    union all select r.id, 'review.read', r.answer_file, 'tra-loi', 'Trả lời việc xem xét lại' from review r where r.dossier = ${dossier}
    union all select a.recognition, 'certificate.print', a.file, 'thu-hoi', 'Quyết định thu hồi công nhận' from annulment a join own on own.id = a.recognition
    union all select r.recognition, 'certificate.print', r.file, 'thu-hoi-giay', 'Quyết định thu hồi giấy chứng nhận' from revocation r join own on own.id = r.recognition)
    select * from found where id is not null and subject is not null`.execute(db);
  return rows;
}

interface Outcome {
  readonly words: string;
  readonly star: number;
  readonly certificateNumber: string | null;
  readonly checkCode: string | null;
  readonly decisionNumber: string | null;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
}

/** The recognition this dossier led to: public facts only. */
async function outcomeOf(db: Kysely<DB>, dossier: string): Promise<Outcome | null> {
  const { rows } = await sql<Outcome>`
    select 'Được công nhận ' || star || ' sao, giấy chứng nhận số ' || coalesce(certificate_number, '(chưa ghi số)') as words, star,
           certificate_number as "certificateNumber", check_code as "checkCode", decision_number as "decisionNumber",
           issued_latest as "issuedOn", expires_latest as "expiresOn"
      from recognition where dossier = ${dossier} order by issued_latest desc, id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The council's stored result where the reader may see it; never a sheet of a member. */
async function resultOf(ctx: ReadContext, dossier: string): Promise<object | null> {
  const { rows } = await sql<{
    session: string;
    sum: number;
    count: number;
    bandStar: number;
    star: number | null;
    gates: unknown;
  }>`
    select session, point_sum as sum, sheet_count as count, band_star as "bandStar", star, gates
      from evaluation_result where dossier = ${dossier} order by computed_at desc limit 1`.execute(ctx.db);
  const [found] = rows;
  if (!found || !(await ctx.may('result.read', found.session))) return null;
  const { session, sum, count, bandStar, star, gates } = found;
  return { session, pointSum: sum, sheetCount: count, mean: meanText({ sum, count }), bandStar, star, gates };
}

function dataOf(
  ctx: ReadContext,
  part: DossierPart,
  papers: readonly { one: DossierPart['papers'][number]; file: BundledFile }[],
  outcome: Outcome | null,
  result: object | null,
) {
  const { dossier, slips, assessment, advice } = part;
  const officer = ctx.actor.role !== 'producer';
  return {
    format: FORMAT,
    dossier,
    papers: papers.map(({ one: { file, ...paper }, file: { path, sha256 } }) => ({
      ...paper,
      file: { path, sha256, name: file.name, type: file.type, size: file.size },
    })),
    filings: part.filings.map(({ no, filedOn, hash }) => ({ no, filedOn, hash, path: filingName(no) })),
    slips: slips.map(({ body, text, receivedOn, receiverName }) => ({ body, text, receivedOn, receiverName })),
    assessment,
    advice: advice ?? null,
    outcome,
    result,
    history: part.history.map(({ no, at, day, action, from, to, version, capacity, reason, words, ...who }) => ({
      ...{ no, at, day, action, from, to, version, capacity, reason, words },
      ...(officer ? { actorName: doerWords(who.actorName, who.inPlaceOf) } : {}),
    })),
  };
}
