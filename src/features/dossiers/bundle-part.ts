/** What this chapter puts into the bundle of a dossier: its content, papers, filings, prints and the files signed on the way. */
import { sql } from 'kysely';
import { evidenceWords } from '#law/dossier';
import { verbOf } from '#law/moves';
import type { Day } from '#platform/clock';
import type { Paper } from '#platform/documents/paper';
import type { ReadContext } from '#platform/http/context';
import { type HistoryRow, historyOf } from '#platform/ledger/read';
import { notFound } from '#platform/refusal';
import { paperOf03 } from './commune-printing.ts';
import { type Advice, type Assessment, adviceOf, assessmentOf } from './commune-read.ts';
import { asFiled } from './filing.ts';
import { form01 } from './papers/form01.ts';
import { form02 } from './papers/form02.ts';
import { form01Data, form02Data } from './print-data.ts';
import { slipsOf } from './queries.ts';
import { type DossierRecord, getDossier } from './record.ts';
import { citedPapers, type WalletPaper } from './wallet.ts';
import { writes } from './writing.ts';

export interface BundledFiling {
  readonly no: number;
  readonly filedOn: Day;
  /** The letters that were sealed. */
  readonly content: string;
  readonly hash: string;
}

export interface DossierPart {
  readonly dossier: DossierRecord;
  readonly papers: readonly (WalletPaper & { readonly kindWords: string })[];
  readonly filings: readonly BundledFiling[];
  readonly prints: readonly { readonly name: string; readonly words: string; readonly paper: Paper }[];
  /** Signed files by id, with what each is. */
  readonly signed: readonly { readonly id: string; readonly name: string; readonly words: string }[];
  readonly slips: Awaited<ReturnType<typeof slipsOf>>;
  readonly assessment: Assessment;
  readonly advice: Advice | undefined;
  /** Oldest first, each with its words. */
  readonly history: readonly (HistoryRow & { readonly words: string })[];
}

/** The dossier as this reader may see it: who writes it as it stands, everybody else as it was filed. Throws notFound. */
export async function dossierPart(ctx: ReadContext, id: string): Promise<DossierPart> {
  const now = await getDossier(ctx.db, id);
  const writing = writes(ctx.actor, now);
  if (now.state === 'draft' && !writing) throw notFound();
  const filed = writing ? null : await asFiled(ctx.db, now);
  const dossier = filed?.dossier ?? now;
  const papers = filed?.papers ?? (await citedPapers(ctx.db, id));
  const [slips, assessment, advice, history, filings, data01, data02] = await Promise.all([
    slipsOf(ctx.db, id),
    assessmentOf(ctx.db, id),
    adviceOf(ctx.db, id),
    historyOf(ctx.db, id),
    filingsOf(ctx, id),
    form01Data(ctx.db, dossier, ctx.day),
    form02Data(dossier, papers),
  ]);
  const prints = [
    { name: 'mau-01', words: 'Mẫu số 01: Phiếu đăng ký', paper: form01(data01) },
    { name: 'mau-02', words: 'Mẫu số 02: Báo cáo tự đánh giá', paper: form02(data02) },
  ];
  if (Object.values(assessment).some((one) => one !== null))
    prints.push({
      name: 'mau-03',
      words: 'Mẫu số 03: Báo cáo đánh giá của xã',
      paper: await paperOf03(ctx, dossier),
    });
  const signed = [
    { id: now.signedForm, name: 'phieu-dang-ky', words: 'Phiếu đăng ký đã ký' },
    { id: assessment.signedFile, name: 'mau-03', words: 'Báo cáo đánh giá của xã đã ký' },
    { id: advice?.file ?? null, name: 'bao-cao-to-tu-van', words: 'Báo cáo của Tổ tư vấn đã ký' },
  ];
  return {
    ...{ dossier, filings, prints, slips, assessment, advice },
    papers: papers.map((one) => ({ ...one, kindWords: evidenceWords(one.kind)?.name ?? 'Giấy tờ khác' })),
    signed: signed.flatMap(({ id: file, ...rest }) => (file === null ? [] : [{ id: file, ...rest }])),
    history: history.toReversed().map((row) => ({ ...row, words: verbOf(row.action, row.from) })),
  };
}

async function filingsOf({ db }: ReadContext, dossier: string): Promise<BundledFiling[]> {
  const { rows } = await sql<BundledFiling>`
    select no, filed_on as "filedOn", content, hash from dossier_filing where dossier = ${dossier} order by no`.execute(
    db,
  );
  return rows;
}
