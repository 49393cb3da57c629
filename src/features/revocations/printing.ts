// The decision that takes a certificate back, as PDF in the common form and as Word in the office's own where it has one.
import { type Kysely, sql } from 'kysely';
import { officeOf, printed, wordsOf } from '#features/councils';
import { type FieldValues, officeFields, ownWord, type PreviewSources, signingFields } from '#features/papers';
import { ACT_IN_FORCE } from '#law/act';
import type { DB } from '#platform/db/schema.generated';
import { longDate } from '#platform/documents/words';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { groundWords, type RevocationData, revocationDecision } from './papers/decision.ts';
import { type Revocable, type RevokingLevel, revocable, revocationOf, revokingLevel } from './queries.ts';
import { type DraftWish, draftWish } from './schema.ts';

/** The decision as Word or PDF: a draft with blanks from what is known, or with what was recorded. */
export const revocationPaper = (form: 'pdf' | 'docx') =>
  download({
    name: `recognition.printRevocation.${form}`,
    title: 'Tải quyết định thu hồi giấy chứng nhận',
    permission: 'recognition.revoke',
    params: byId,
    query: draftWish,
    subject: ({ id }) => id,
    async run(ctx, { id }, wish) {
      const found = await revocable(ctx.db, id);
      if (!found) throw notFound();
      const data = await revocationData(ctx.db, found, {
        wish,
        level: revokingLevel(ctx.actor),
        year: ctx.now.getFullYear(),
      });
      const province = data.level === 'central' ? null : found.province;
      const own = await ownWord(ctx, form, province, 'thu-hoi', () => valuesOf(data));
      return own ?? printed(revocationDecision(data), form, 'quyet-dinh-thu-hoi', ctx.now);
    },
  });

/** 'Kết luận số 15/KL-SCT ngày 10 tháng 11 năm 2026 của …'; what stands before the number follows the ground. */
function proofWords(ground: string | null, { proofNumber, proofDated, proofBy }: DraftWish): string {
  const kind = ground === 'đ' ? 'Văn bản xác nhận' : 'Kết luận';
  const day = proofDated === undefined ? 'ngày …… tháng …… năm ……' : longDate(proofDated);
  return `Căn cứ ${kind} số ${proofNumber ?? '………'} ${day}${proofBy === undefined ? '' : ` của ${proofBy}`}`;
}

interface Asked {
  readonly wish: DraftWish;
  /** Whose decision is drafted, where none is recorded. */
  readonly level: RevokingLevel;
  readonly year: number;
}

/** What the decision says. */
async function revocationData(db: Kysely<DB>, found: Revocable, asked: Asked): Promise<RevocationData> {
  const recorded = await revocationOf(db, found.id);
  const level = recorded?.level ?? asked.level;
  const office = await officeOf(db, level === 'central' ? null : found.province);
  const wish: DraftWish = recorded ? { ...recorded, proofBy: recorded.proofBy ?? undefined } : asked.wish;
  const ground = wish.ground ?? null;
  return {
    ...{ level, province: office.province, authority: office.head, agency: office.agency, act: ACT_IN_FORCE, ground },
    issuance: {
      ...{ issuer: office.authority, place: office.place, symbol: office.decisionSymbol, year: asked.year },
      ...{ number: recorded?.number.split('/', 1)[0] ?? null, date: recorded?.dated ?? null },
    },
    bases: [
      ...office.bases,
      `Căn cứ ${ACT_IN_FORCE.full}`,
      proofWords(ground, wish),
      `Theo đề nghị của ${wordsOf(office).proposer}`,
    ],
    certificate: {
      ...{ number: found.number, product: found.product, producer: found.producer ?? 'chủ thể', star: found.star },
      address: found.address ?? '',
      decision:
        found.decision === null
          ? null
          : `Quyết định số ${found.decision}${found.issuedOn === null ? '' : ` ${longDate(found.issuedOn)}`}`,
    },
    signature: { capacity: [office.headTitle], name: recorded?.signatory ?? null },
  };
}

function valuesOf(data: RevocationData): FieldValues<'thu-hoi'> {
  const { certificate } = data;
  return {
    ...officeFields(data.issuance, data.province),
    ...{
      canCu: data.bases.join('\n'),
      lyDo: groundWords(data.ground, data.act),
      giayChungNhan: certificate.number ?? '',
    },
    ...{ tenSanPham: certificate.product, chuThe: certificate.producer, diaChi: certificate.address },
    ...{
      sao: certificate.star === null ? '' : `${certificate.star} sao`,
      quyetDinhCongNhan: certificate.decision ?? '',
    },
    ...signingFields(data.signature),
  };
}

/** Real data to try a form with: the newest certificate of the office's own stars, taken back ones first. */
export const revocationValues: PreviewSources['thu-hoi'] = async (ctx, province) => {
  const { rows } = await sql<{ id: string }>`
    select g.id from recognition g join lifecycle l on l.id = g.id
     where l.state in ('inForce', 'revoked') and (l.province = ${province} and g.star in (3, 4) or ${province}::uuid is null and g.star = 5)
     order by exists (select from revocation r where r.recognition = g.id) desc, g.id desc limit 1`.execute(ctx.db);
  const found = rows[0] && (await revocable(ctx.db, rows[0].id));
  if (!found) return null;
  const level = province === null ? 'central' : 'province';
  return valuesOf(await revocationData(ctx.db, found, { wish: {}, level, year: ctx.now.getFullYear() }));
};
