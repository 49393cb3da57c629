/** The certificate of a recognition: PDF in the common layout; Word in plain lines, or from the office's own form. */
import { readFile } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { officeOf, printed } from '#features/councils';
import { logoPng } from '#features/logo';
import { type FieldValues, ownWord, type PreviewSources } from '#features/papers';
import { certificateRules, stateOn } from '#features/registry';
import { basisText } from '#law/answers';
import { CERTIFICATE_PARAMETERS } from '#law/certificate';
import { inForce } from '#law/parameters';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { PDF_TYPE } from '#platform/documents/print';
import { count, longDate, shortDate } from '#platform/documents/words';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { planeOf, printOfSet } from '#ui';
import { type CertificateData, certificatePaper, certificatePdf } from './papers/certificate.ts';
import { capacityLines } from './printing.ts';

interface CertificateFacts {
  readonly id: string;
  readonly number: string;
  readonly checkCode: string;
  readonly star: 3 | 4 | 5;
  readonly product: string;
  readonly producer: string | null;
  readonly address: string | null;
  readonly productCode: string | null;
  readonly decisionNumber: string;
  readonly dated: string;
  readonly expires: string;
  readonly signatory: string | null;
  readonly signingCapacity: string | null;
  readonly position: string | null;
  readonly province: string | null;
  readonly invented: boolean;
  readonly productId: string;
  /** '26-2026/06' */
  readonly productSet: string | null;
}

const PRINTS = new URL('../../ui/drawings/prints/', import.meta.url);

/** The print of a product set, which stands for the kind of product. */
async function printOf(set: string | null): Promise<{ svg: string; alt: string }> {
  const name = printOfSet(Number(set?.split('/')[1]));
  return { svg: await readFile(new URL(`${name}.svg`, PRINTS), 'utf8'), alt: 'Tranh minh họa nhóm sản phẩm' };
}

async function certificateFacts(db: Kysely<DB>, id: string): Promise<CertificateFacts | undefined> {
  const { rows } = await sql<CertificateFacts>`
    select r.id, r.certificate_number as number, r.check_code as "checkCode", r.star, r.product_name as product,
           r.producer_name as producer, r.producer_address as address, r.product_code as "productCode",
           r.decision_number as "decisionNumber", r.issued_earliest as dated, r.expires_latest as expires, r.signatory,
           d.signing_capacity as "signingCapacity", (select m.position from mandate m where m.id = d.mandate) as position, d.province, p.invented,
           p.id as "productId", p.product_set as "productSet"
      from recognition r join decision d on d.id = r.decision join product p on p.id = r.product
     where r.id = ${id}`.execute(db);
  return rows[0];
}

/** The mark stands only on a certificate that is worth something today (R11.4). */
async function holds(db: Kysely<DB>, id: string, day: Day): Promise<boolean> {
  const rules = await certificateRules(db, day);
  const { rows } = await sql<{ state: string }>`
    select ${stateOn('g', 'l.state', day, rules)} as state from recognition g join lifecycle l on l.id = g.id where g.id = ${id}`.execute(
    db,
  );
  return rows[0]?.state === 'inForce' || rows[0]?.state === 'extended';
}

async function dataOf(
  db: Kysely<DB>,
  found: CertificateFacts,
  baseUrl: string,
): Promise<Omit<CertificateData, 'logo'>> {
  const office = await officeOf(db, found.province);
  const term = inForce(CERTIFICATE_PARAMETERS.termMonths, found.dated);
  return {
    number: found.number,
    authority: office.head,
    star: found.star,
    product: found.product,
    producer: found.producer ?? '',
    address: found.address ?? '',
    productCode: found.productCode,
    decision: { number: found.decisionNumber, date: found.dated },
    issuedOn: found.dated,
    expiresOn: found.expires,
    termMonths: term.value,
    basis: basisText(term.basis),
    place: office.place,
    capacity: capacityLines(office, found.signingCapacity, found.position),
    signatory: found.signatory,
    checkCode: found.checkCode,
    checkUrl: `${baseUrl}/chung-nhan/${found.checkCode}`,
    print: await printOf(found.productSet),
    plane: planeOf(found.productId),
    mark: found.invented ? 'BẢN TRÌNH DIỄN – DỮ LIỆU GIẢ ĐỊNH' : null,
  };
}

function valuesOf(data: Omit<CertificateData, 'logo'>): FieldValues<'giay-chung-nhan'> {
  return {
    ...{ so: data.number, thamQuyenCap: data.authority, sao: String(data.star), saoBangChu: count(data.star) },
    ...{ tenSanPham: data.product, chuThe: data.producer, diaChi: data.address, maSo: data.productCode ?? '' },
    ...{ quyetDinh: `số ${data.decision.number}, ${longDate(data.decision.date)}`, soThang: String(data.termMonths) },
    ...{ hetHan: shortDate(data.expiresOn), canCu: data.basis, diaDanh: data.place, ngay: longDate(data.issuedOn) },
    thamQuyen: data.capacity.map((line) => line.toLocaleUpperCase('vi')).join('\n'),
    ...{ nguoiKy: data.signatory ?? '', maKiemTra: data.checkCode, diaChiKiemTra: data.checkUrl },
    duLieuGiaDinh: data.mark ?? '',
  };
}

/** The certificate with its QR, for those who may print it; the names are those of its day (R6.7). */
export const certificateAt = (form: 'pdf' | 'docx') =>
  download({
    name: form === 'pdf' ? 'certificate.print' : 'certificate.print.docx',
    title: form === 'pdf' ? 'Tải giấy chứng nhận' : 'Tải giấy chứng nhận (Word)',
    permission: 'certificate.print',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const found = await certificateFacts(ctx.db, id);
      if (!found) throw notFound('Giấy chứng nhận này không do hệ thống cấp nên không in lại được.');
      const data = await dataOf(ctx.db, found, ctx.baseUrl);
      const name = `giay-chung-nhan-${found.number.replaceAll('/', '-')}`;
      if (form === 'docx') {
        const own = await ownWord(ctx, form, found.province, 'giay-chung-nhan', () => valuesOf(data));
        return own ?? printed(certificatePaper(data), form, name, ctx.now);
      }
      const logo = (await holds(ctx.db, id, ctx.day)) ? await logoPng(ctx, ctx.day) : null;
      const { bytes } = await certificatePdf({ ...data, logo }, new Date(`${found.dated}T00:00:00Z`));
      return { name: `${name}.pdf`, type: PDF_TYPE, body: Buffer.from(bytes), inline: true };
    },
  });

/** Real data to try a form with: the certificate the office issued last. */
export const certificateSource: PreviewSources['giay-chung-nhan'] = async (ctx, province) => {
  const { rows } = await sql<{ id: string }>`
    select r.id from recognition r join decision d on d.id = r.decision
     where d.province is not distinct from ${province}::uuid order by r.issued_earliest desc, r.id limit 1`.execute(
    ctx.db,
  );
  const found = rows[0] && (await certificateFacts(ctx.db, rows[0].id));
  return found ? valuesOf(await dataOf(ctx.db, found, ctx.baseUrl)) : null;
};
