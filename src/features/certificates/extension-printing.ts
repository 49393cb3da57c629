// The notice that a certificate runs on by law, as PDF in the common form and as Word in the office's own where it has one.
import type { Kysely } from 'kysely';
import { officeOf, printed } from '#features/councils';
import { type FieldValues, officeFields, ownWord, type PreviewSources, signingFields } from '#features/papers';
import { ACT_IN_FORCE } from '#law/act';
import type { DB } from '#platform/db/schema.generated';
import { shortDate } from '#platform/documents/words';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { type ExtensionFacts, extensionFacts, newestExtension } from './extension.ts';
import { type ExtensionNoticeData, extensionNotice } from './papers/extension.ts';

/** The notice as Word or PDF, number and day as last recorded, blank before. */
export const extensionPaper = (form: 'pdf' | 'docx') =>
  download({
    name: `recognition.printExtension.${form}`,
    title: 'Tải thông báo kéo dài hiệu lực',
    permission: 'recognition.noteExtension',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const facts = await extensionFacts(ctx.db, id);
      if (!facts) throw notFound();
      const data = await noticeOf(ctx.db, facts, ctx.now);
      const own = await ownWord(ctx, form, facts.province, 'keo-dai', () => valuesOf(data));
      return own ?? printed(extensionNotice(data), form, 'thong-bao-keo-dai-hieu-luc', ctx.now);
    },
  });

/** What the notice says. */
async function noticeOf(db: Kysely<DB>, facts: ExtensionFacts, now: Date): Promise<ExtensionNoticeData> {
  const office = await officeOf(db, facts.province);
  const notice = facts.notices.at(-1);
  const commune = facts.commune ?? 'xã';
  return {
    issuance: {
      superior: office.authority,
      issuer: office.agency,
      place: office.place,
      number: notice?.number.split('/', 1)[0] ?? null,
      symbol: 'TB-SNNMT',
      date: notice?.dated ?? null,
      year: now.getFullYear(),
    },
    province: office.province,
    commune: commune.charAt(0).toLocaleLowerCase('vi') + commune.slice(1),
    agency: office.agency,
    act: ACT_IN_FORCE,
    certificate: {
      number: facts.number,
      product: facts.product,
      producer: facts.producer ?? '',
      address: facts.address ?? '',
      star: facts.star,
      decision: facts.decision,
      expiresOn: facts.expiresOn,
    },
    filedOn: facts.filedOn ?? facts.extension.startsOn,
    late: facts.extension.why === 'late',
    startsOn: facts.extension.startsOn,
    endsOn: facts.extension.endsOn,
    signature: { capacity: [office.agencyHeadTitle], name: notice?.signatory ?? null },
  };
}

function valuesOf(data: ExtensionNoticeData): FieldValues<'keo-dai'> {
  const { certificate } = data;
  return {
    ...officeFields(data.issuance, data.province),
    ...{ xa: data.commune, giayChungNhan: certificate.number ?? '', tenSanPham: certificate.product },
    ...{ chuThe: certificate.producer, diaChi: certificate.address, hetHan: shortDate(certificate.expiresOn) },
    ...{ nopHoSo: shortDate(data.filedOn), tuNgay: shortDate(data.startsOn), denNgay: shortDate(data.endsOn) },
    ...signingFields(data.signature),
  };
}

/** Real data to try a form with: the newest prolongation of the province. */
export const extensionValues: PreviewSources['keo-dai'] = async (ctx, province) => {
  const id = await newestExtension(ctx.db, province);
  const facts = id === null ? undefined : await extensionFacts(ctx.db, id);
  return facts ? valuesOf(await noticeOf(ctx.db, facts, ctx.now)) : null;
};
