import { sql } from 'kysely';
import { z } from 'zod';
import { ownWord, type PreviewSources } from '#features/papers';
import type { Paper } from '#platform/documents/paper';
import { DOCX_TYPE, PDF_TYPE, printPdf, printWord } from '#platform/documents/print';
import type { ReadContext } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { download, type FileAnswer } from '#platform/http/read';
import { doerWords, historyOf } from '#platform/ledger/read';
import { notFound } from '#platform/refusal';
import { formatTime } from '#ui';
import { form01Values, form02Values, receiptValues } from './filed-forms.ts';
import { asFiled } from './filing.ts';
import { guideOf } from './guides.ts';
import { type BlankData, blankPaper } from './papers/blanks.ts';
import { form01 } from './papers/form01.ts';
import { form02 } from './papers/form02.ts';
import { type ReceiptData, receiptSlip } from './papers/receipt.ts';
import { form01Data, form02Data, handedIn, lowerFirst, placeName } from './print-data.ts';
import { slipsOf } from './queries.ts';
import { type DossierRecord, getDossier } from './record.ts';
import { dossierPath } from './urls.ts';
import { citedPapers, type WalletPaper } from './wallet.ts';
import { termOf } from './words.ts';
import { writes } from './writing.ts';

/** The paper from the office's own Word form; null where it has none. */
type OwnForm = (ctx: ReadContext, dossier: DossierRecord, papers: readonly WalletPaper[]) => Promise<FileAnswer | null>;

type PaperOf = (ctx: ReadContext, dossier: DossierRecord, papers: readonly WalletPaper[]) => Promise<Paper>;

const paperOf01: PaperOf = async (ctx, dossier) => form01(await form01Data(ctx.db, dossier, ctx.day));
const paperOf02: PaperOf = async (_ctx, dossier, papers) => form02(await form02Data(dossier, papers));

export const form01Pdf = printing('form01Pdf', 'Mẫu số 01 (PDF)', 'mau-01', 'pdf', paperOf01);
export const form01Word = printing('form01Word', 'Mẫu số 01 (Word)', 'mau-01', 'docx', paperOf01, (ctx, dossier) =>
  ownWord(ctx, 'docx', dossier.province.id, 'mau-01', async () =>
    form01Values(await form01Data(ctx.db, dossier, ctx.day)),
  ),
);
export const form02Pdf = printing('form02Pdf', 'Mẫu số 02 (PDF)', 'mau-02', 'pdf', paperOf02);
export const form02Word = printing(
  'form02Word',
  'Mẫu số 02 (Word)',
  'mau-02',
  'docx',
  paperOf02,
  (ctx, dossier, papers) =>
    ownWord(ctx, 'docx', dossier.province.id, 'mau-02', async () => form02Values(await form02Data(dossier, papers))),
);
/** The numbered receipt to keep (R3.10, U18): from the submission on, with the officer's name once there is one. */
export const receiptPdf = printing('receiptPdf', 'Giấy biên nhận hồ sơ', 'bien-nhan', 'pdf', receiptOf);
export const receiptWord = printing(
  'receiptWord',
  'Giấy biên nhận hồ sơ (Word)',
  'bien-nhan',
  'docx',
  receiptOf,
  (ctx, dossier) =>
    ownWord(ctx, 'docx', dossier.province.id, 'bien-nhan', async () => receiptValues(await receiptData(ctx, dossier))),
);

/** Real data to try a form with: the dossier of the province that was filed last. */
export const filedSources: Pick<PreviewSources, 'mau-01' | 'mau-02' | 'bien-nhan'> = {
  async 'mau-01'(ctx, province) {
    const dossier = await lastFiled(ctx, province);
    return dossier ? form01Values(await form01Data(ctx.db, dossier, ctx.day)) : null;
  },
  async 'mau-02'(ctx, province) {
    const dossier = await lastFiled(ctx, province);
    return dossier ? form02Values(await form02Data(dossier, await citedPapers(ctx.db, dossier.id))) : null;
  },
  async 'bien-nhan'(ctx, province) {
    const dossier = await lastFiled(ctx, province);
    return dossier ? receiptValues(await receiptData(ctx, dossier)) : null;
  },
};

async function lastFiled(ctx: ReadContext, province: string | null): Promise<DossierRecord | undefined> {
  const { rows } = await sql<{ id: string }>`
    select d.id from dossier d join lifecycle l on l.id = d.id
     where (d.province = ${province} or ${province}::uuid is null) and l.state in ('proposed', 'inRound', 'recognised')
       and ${ctx.within('dossier.read', 'l')} order by l.moved_at desc, d.id limit 1`.execute(ctx.db);
  if (!rows[0]) return undefined;
  const now = await getDossier(ctx.db, rows[0].id);
  return (await asFiled(ctx.db, now))?.dossier ?? now;
}

/** The blank of a kind of evidence with what is known of the producer, as Word (U14). */
export const evidenceBlank = download({
  name: 'dossier.evidenceBlank',
  title: 'Mẫu gợi ý của giấy tờ (Word)',
  permission: 'dossier.read',
  params: byId.extend({ kind: z.string().max(10) }),
  subject: ({ id }) => id,
  async run(ctx, { id, kind }) {
    const name = guideOf(kind)?.blank;
    const dossier = await getDossier(ctx.db, id);
    if (name === undefined || !writes(ctx.actor, dossier)) throw notFound();
    const paper = blankPaper(name, blankData(dossier));
    return { name: `mau-${kind.toLowerCase()}.docx`, type: DOCX_TYPE, body: await printWord(paper) };
  },
});

function blankData({ form, producer, product, commune }: DossierRecord): BlankData {
  const kept: Partial<NonNullable<DossierRecord['form']['general']>> = form.general ?? {};
  return {
    producer: kept.applicant ?? producer.name,
    address: kept.address ?? null,
    representative: kept.representative ?? null,
    product: kept.productName ?? product.name,
    history: kept.history ?? null,
    place: placeName(commune.name),
  };
}

/**
 * A paper of a dossier as a download: PDF shown in the browser, Word saved. Only who writes the dossier sees what is being
 * mended after a return; everybody else sees what was filed.
 */
export function printing(
  name: string,
  title: string,
  file: string,
  type: 'pdf' | 'docx',
  make: PaperOf,
  own?: OwnForm,
) {
  return download({
    name: `dossier.${name}`,
    title,
    permission: 'dossier.read',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const now = await getDossier(ctx.db, id);
      const writing = writes(ctx.actor, now);
      if (now.state === 'draft' && !writing) throw notFound();
      const { dossier, papers } = (writing ? null : await asFiled(ctx.db, now)) ?? {
        dossier: now,
        papers: await citedPapers(ctx.db, id),
      };
      const filled = type === 'docx' ? await own?.(ctx, dossier, papers) : null;
      if (filled) return filled;
      const paper = await make(ctx, dossier, papers);
      if (type === 'docx') return { name: `${file}.docx`, type: DOCX_TYPE, body: await printWord(paper) };
      const { bytes } = await printPdf(paper, ctx.now);
      return { name: `${file}.pdf`, type: PDF_TYPE, body: bytes, inline: true };
    },
  });
}

async function receiptOf(ctx: ReadContext, dossier: DossierRecord): Promise<Paper> {
  return receiptSlip(await receiptData(ctx, dossier));
}

async function receiptData(ctx: ReadContext, dossier: DossierRecord): Promise<ReceiptData> {
  const [slips, filed, history] = await Promise.all([
    slipsOf(ctx.db, dossier.id),
    asFiled(ctx.db, dossier),
    historyOf(ctx.db, dossier.id),
  ]);
  const papers = filed?.papers ?? (await citedPapers(ctx.db, dossier.id));
  const slip = slips.find(({ body }) => body === 'commune');
  if (!slip) throw notFound('Hồ sơ này chưa nộp nên chưa có giấy biên nhận.');
  const submitted = history.find(({ action }) => action === 'dossier.submit');
  const received = history.find(({ action, no }) => action === 'dossier.receive' && no > (submitted?.no ?? 0));
  const term = termOf('dossier.receive');
  return {
    body: `Ủy ban nhân dân ${lowerFirst(dossier.commune.name)}`,
    place: placeName(dossier.commune.name),
    number: slip.text,
    year: Number(slip.receivedOn.slice(0, 4)),
    producer: (filed?.dossier ?? dossier).form.general?.applicant ?? dossier.producer.name,
    product: dossier.product.name,
    kind: dossier.kind,
    receivedOn: slip.receivedOn,
    receivedAt: submitted ? formatTime(submitted.at) : null,
    receiver: received ? doerWords(received.actorName, received.inPlaceOf) : slip.receiverName,
    due: received?.dueOn && term ? { day: received.dueOn, words: term } : null,
    papers: handedIn(papers),
    onBehalf: dossier.onBehalf,
    url: `${ctx.baseUrl}${dossierPath(dossier.id)}`,
  };
}
