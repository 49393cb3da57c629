/** What papers of councils and of decisions say of the office. */
import type { Kysely } from 'kysely';
import { LEVEL_WORDS } from '#law/competence';
import type { DB } from '#platform/db/schema.generated';
import { DOCX_TYPE, PDF_TYPE, printPdf, printWord } from '#platform/documents/print';
import type { FileAnswer } from '#platform/http/read';
import type { CouncilLevel } from './level.ts';
import { levelWords } from './papers/level-words.ts';

/** The office papers come from: a province's, or the Ministry's. */
export interface Office {
  readonly level: CouncilLevel;
  /** 'tỉnh Hưng Yên'; 'cấp trung ương' at the Ministry. */
  readonly province: string;
  /** 'Hưng Yên' */
  readonly place: string;
  /** 'Ủy ban nhân dân tỉnh Hưng Yên' */
  readonly authority: string;
  /** Who decides: 'Chủ tịch Ủy ban nhân dân tỉnh Hưng Yên'. */
  readonly head: string;
  /** The head as a signature says it: 'Chủ tịch'. */
  readonly headTitle: string;
  /** The body that advises it on OCOP and writes its submissions. */
  readonly agency: string;
  /** Its head as a signature says it. */
  readonly agencyHeadTitle: string;
  readonly submissionSymbol: string;
  /** Behind the number of its decisions: 'QĐ-UBND'. */
  readonly decisionSymbol: string;
  /** Acts its decisions rest on besides those of the programme (R18.3). */
  readonly bases: readonly string[];
}

const MINISTRY: Office = {
  level: 'central',
  province: 'cấp trung ương',
  place: 'Hà Nội',
  authority: LEVEL_WORDS.central.name,
  head: LEVEL_WORDS.central.signatory,
  headTitle: 'Bộ trưởng',
  agency: 'Cơ quan tham mưu quản lý OCOP của Bộ',
  agencyHeadTitle: 'Thủ trưởng',
  submissionSymbol: 'TTr-OCOP',
  decisionSymbol: 'QĐ-BNNMT',
  bases: [],
};

/** The newest name of a province; the Ministry for null. */
export async function officeOf(db: Kysely<DB>, province: string | null): Promise<Office> {
  if (province === null) return MINISTRY;
  const unit = await db
    .selectFrom('unit_version')
    .select(['full_name', 'name'])
    .where('unit', '=', province)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const named = unit.full_name.charAt(0).toLowerCase() + unit.full_name.slice(1);
  const authority = `Ủy ban nhân dân ${named}`;
  return {
    level: 'province',
    bases: ['Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15'],
    ...{ province: named, place: unit.name, authority },
    ...{ head: `Chủ tịch ${authority}`, headTitle: 'Chủ tịch', decisionSymbol: 'QĐ-UBND' },
    ...{ agency: 'Sở Nông nghiệp và Môi trường', agencyHeadTitle: 'Giám đốc', submissionSymbol: 'TTr-SNNMT' },
  };
}

/** How papers of the office speak of its level. */
export const wordsOf = ({ level, province, agency }: Office) => levelWords(level, province, agency);

/** Prints a paper in one of its two forms. */
export async function printed(
  content: Parameters<typeof printPdf>[0],
  form: 'pdf' | 'docx',
  name: string,
  now: Date,
): Promise<FileAnswer> {
  if (form === 'docx') return { name: `${name}.docx`, type: DOCX_TYPE, body: Buffer.from(await printWord(content)) };
  const { bytes } = await printPdf(content, now);
  return { name: `${name}.pdf`, type: PDF_TYPE, body: Buffer.from(bytes), inline: true };
}
