/**
 * Issue 3, section 3 and 7: the whole text of every official paper after rendering, Word and PDF, compared with the text that was
 * read and found right (tests/fixtures/papers). A change of wording shows as a change of these files: read them, then write them
 * anew with GOLDEN=write.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { visitMinutes } from '../src/features/advice/papers/visit.ts';
import { approvalDecision } from '../src/features/certificates/papers/approval.ts';
import { certificatePaper, certificatePdf } from '../src/features/certificates/papers/certificate.ts';
import { extensionNotice } from '../src/features/certificates/papers/extension.ts';
import { ministryLetter } from '../src/features/certificates/papers/ministry.ts';
import { resultNotice } from '../src/features/certificates/papers/notice.ts';
import { recognitionDecision } from '../src/features/certificates/papers/recognition.ts';
import { submission } from '../src/features/certificates/papers/submission.ts';
import { advisoryReport } from '../src/features/councils/papers/advisory.ts';
import { consolidatedTable } from '../src/features/councils/papers/consolidated.ts';
import { councilDecision } from '../src/features/councils/papers/establishment.ts';
import { invitation } from '../src/features/councils/papers/invitation.ts';
import { minutes } from '../src/features/councils/papers/minutes.ts';
import { councilRegulation } from '../src/features/councils/papers/regulation.ts';
import { councilReport } from '../src/features/councils/papers/report.ts';
import { type ScoreSheetData, scoreSheet } from '../src/features/councils/papers/sheet.ts';
import { form01 } from '../src/features/dossiers/papers/form01.ts';
import { form02 } from '../src/features/dossiers/papers/form02.ts';
import { form03 } from '../src/features/dossiers/papers/form03.ts';
import { proposalLetter } from '../src/features/dossiers/papers/letter.ts';
import { receiptSlip } from '../src/features/dossiers/papers/receipt.ts';
import { revocationDecision } from '../src/features/revocations/papers/decision.ts';
import { loadRulebook } from '../src/law/rulebooks.ts';
import type { Paper } from '../src/platform/documents/paper.ts';
import { closePdf } from '../src/platform/documents/pdf.ts';
import { printPdf, printWord } from '../src/platform/documents/print.ts';
import { pdfArchiveLevel, pdfText, wordText } from './support/documents.ts';
import {
  certificateSample,
  form01Blank,
  form01Sample,
  form02Sample,
  form03Sample,
  letterSample,
  receiptSample,
} from './support/paper-samples.ts';
import { extensionSample, revocationSample, visitSample } from './support/paper-samples-certificates.ts';
import {
  advisorySample,
  consolidatedSample,
  councilDecisionSample,
  invitationSample,
  minutesSample,
} from './support/paper-samples-councils.ts';
import {
  approvalSample,
  noticeSample,
  recognitionSample,
  submissionSample,
} from './support/paper-samples-decisions.ts';
import { ministrySample, regulationSample, reportSample } from './support/paper-samples-more.ts';

const FOLDER = fileURLToPath(new URL('fixtures/papers/', import.meta.url));
const CREATED = new Date('2026-06-24T00:00:00Z');
const writing = process.env.GOLDEN === 'write';
afterAll(() => closePdf());

const rulebook = await loadRulebook('26-2026');
const set = rulebook.productSets[0];
if (!set) throw new Error('the rulebook has no set');
const emptySheet: ScoreSheetData = {
  ...{ set, actShort: 'Quyết định số 26/2026/QĐ-TTg', place: 'Bắc Ninh' },
  ...{ product: null, productCode: null, producer: null, phone: null, address: null, member: null, url: null },
  filled: null,
};
const filledSheet: ScoreSheetData = {
  ...emptySheet,
  member: 'Ngô Quốc Bảo',
  filled: {
    ...{ chosen: { '1.1': '1.1#3', '1.2': ['1.2#2'] }, points: { '1.1': 3, '1.2': 1 }, total: 4 },
    ...{ partPoints: { A: 4, B: 0, C: 0 }, opinion: 'Vùng nguyên liệu rõ ràng.', submittedOn: '2026-06-12' },
    ...{ hash: 'ab'.repeat(32), entered: null },
  },
};

/** Every paper of section 3, in its order. */
const PAPERS: Readonly<Record<string, Paper>> = {
  'mau-01': form01(form01Sample),
  'mau-01-de-trong': form01(form01Blank),
  'phieu-tiep-nhan': receiptSlip(receiptSample),
  'mau-02': form02(form02Sample),
  'mau-03': form03(form03Sample),
  'van-ban-de-nghi': proposalLetter(letterSample),
  'bao-cao-to-tu-van': advisoryReport(advisorySample),
  'bien-ban-khao-sat': visitMinutes(visitSample),
  'quyet-dinh-hoi-dong': councilDecision(councilDecisionSample),
  'quy-che': councilRegulation(regulationSample),
  'giay-moi': invitation(invitationSample),
  'phieu-cham-de-trong': scoreSheet(emptySheet),
  'phieu-cham': scoreSheet(filledSheet),
  'bang-tong-hop': consolidatedTable(consolidatedSample),
  'bien-ban': minutes(minutesSample),
  'bao-cao-hoi-dong': councilReport(reportSample),
  'to-trinh': submission(submissionSample),
  'quyet-dinh-cong-nhan': recognitionDecision(recognitionSample),
  'quyet-dinh-phe-duyet': approvalDecision(approvalSample),
  'thong-bao-ket-qua': resultNotice(noticeSample),
  'gui-bo': ministryLetter(ministrySample),
  'thong-bao-keo-dai': extensionNotice(extensionSample),
  'quyet-dinh-thu-hoi': revocationDecision(revocationSample),
};

/** Both renderings as text: Word a paragraph a line, PDF a page a line. */
const asText = (word: string, pages: readonly string[]) =>
  [
    'Word',
    ...word.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim()),
    ...pages.flatMap((page, at) => [`PDF, trang ${at + 1}`, page.trim()]),
  ]
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');

async function compare(name: string, text: string): Promise<void> {
  const path = `${FOLDER}${name}.txt`;
  if (writing) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(path, text);
  }
  expect(text).toBe(await readFile(path, 'utf8'));
}

/** An archive of level A is a tagged file: its reading order and its tables are told to who cannot see them. */
function expectTagged(bytes: Uint8Array): void {
  expect(pdfArchiveLevel(bytes)).toBe('2A');
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
}

it.each(Object.keys(PAPERS))(
  'R18.7 %s: the text of Word and PDF is the one that was read; PDF/A with tags',
  async (name) => {
    const paper = PAPERS[name];
    if (!paper) throw new Error(name);
    const { bytes } = await printPdf(paper, CREATED);
    expectTagged(bytes);
    await compare(name, asText(wordText(await printWord(paper)), await pdfText(bytes)));
  },
);

it('R18.7 giay-chung-nhan: the text of the certificate is the one that was read; PDF/A with tags', async () => {
  const { bytes } = await certificatePdf(certificateSample, CREATED);
  expectTagged(bytes);
  await compare(
    'giay-chung-nhan',
    asText(wordText(await printWord(certificatePaper(certificateSample))), await pdfText(bytes)),
  );
});
