import { sql } from 'kysely';
import type { FactsOf } from '#law/moves';
import type { SheetContent } from '#law/session-record';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { refused } from '#platform/refusal';
import { causesToMeet } from './ballot-read.ts';
import { giveDossier, namesFor, seatsWithNames } from './blind.ts';
import { computeResult, setIndexOf, sheetHash, totalOf } from './compute.ts';
import { storeResult } from './results.ts';
import { type SessionRow, sessionRow, sessionStep } from './schema.ts';
import { holdSession, type SessionRecord, sessionSeats } from './session-record.ts';
import { lockSessionAlone } from './sheet.ts';
import { recusedSeats } from './start.ts';

type LawSeat = FactsOf<'session.close'>['dossiers'][number]['seats'][number];

/** Closes scoring: every sheet is in, or absence is recorded and the quorum holds (regulation of the council). */
export const closeSession = action({
  name: 'session.close',
  title: 'Đóng phiếu',
  input: sessionStep,
  output: sessionRow,
  fresh: true,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    await lockSessionAlone(ctx.tx, given.id);
    const session = await holdSession(ctx.tx, given.id);
    const shown = await closeFacts(ctx.tx, session, ctx.actor.account);
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.close',
      subject: session.id,
      expect: ctx.expect,
      facts: { sheets: await submittedHashes(ctx.tx, session.id) },
      shown,
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});

/** What the law asks about every dossier of the session: its seats, and who submitted, is absent, stepped back. */
async function closeFacts(tx: Tx, session: SessionRecord, reader: string): Promise<FactsOf<'session.close'>> {
  const seats = await sessionSeats(tx, session.id);
  const { rows } = await sql<{ dossier: string; name: string; submitted: string[] }>`
    select o.dossier, ${namesFor(reader).product} as name, array(select h.seat from score_sheet h join lifecycle l on l.id = h.id
             where h.session = o.session and h.dossier = o.dossier and l.state = 'submitted') as submitted
      from session_dossier o join dossier d on d.id = o.dossier join product p on p.id = d.product
     where o.session = ${session.id} order by o.position`.execute(tx);
  const dossiers = [];
  for (const row of rows) {
    const recused = await recusedSeats(tx, session.id, row.dossier);
    const lawSeats = seats
      .filter((one) => one.role !== 'substitute' || one.standsFor !== null)
      .map(
        (one): LawSeat => ({
          name: one.name,
          role: one.role,
          submitted: row.submitted.includes(one.seat),
          absent: one.absent && !row.submitted.includes(one.seat),
          recused: recused.has(one.seat),
        }),
      );
    dossiers.push({ name: row.name, seats: lawSeats });
  }
  return { dossiers, regulation: session.regulation, causesToMeet: await causesToMeet(tx, session, reader) };
}

async function submittedHashes(tx: Tx, session: string): Promise<{ sheet: string; hash: string }[]> {
  const { rows } = await sql<{ sheet: string; hash: string }>`
    select s.id as sheet, s.hash from score_sheet s join lifecycle l on l.id = s.id
     where s.session = ${session} and l.state = 'submitted' order by s.id`.execute(tx);
  return rows;
}

interface CountedSheet extends SheetContent {
  readonly id: string;
  readonly dossier: string;
  readonly seat: string;
  readonly productSet: string;
  readonly hash: string | null;
}

/** Opens the scores: all sheets are checked against their seals, every result is computed and stored, in one transaction. */
export const openSession = action({
  name: 'session.open',
  title: 'Mở điểm',
  input: sessionStep,
  output: sessionRow,
  fresh: true,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    await lockSessionAlone(ctx.tx, given.id);
    const session = await holdSession(ctx.tx, given.id);
    const sheets = await countedSheets(ctx.tx, session.id);
    const broken = await brokenSeals(sheets);
    const shown: FactsOf<'session.open'> = { sheetsIntact: broken.length === 0 };
    const standing = await standingResults(ctx.tx, session.id);
    const results = await Promise.all(
      session.dossiers
        .filter((one) => !standing.has(one))
        .map(async (dossier) => {
          const of = sheets.filter((one) => one.dossier === dossier);
          const first = of[0];
          if (!first) throw refused('Có hồ sơ chưa có phiếu chấm nào. Ghi nhận vắng mặt và họp lại.');
          return { dossier, computed: await computeResult(first.productSet, of, session.regulation, null) };
        }),
    );
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.open',
      subject: session.id,
      expect: ctx.expect,
      facts: {
        results: results.map(({ dossier, computed: { law } }) => ({
          dossier,
          sum: law.mean.sum,
          count: law.mean.count,
          bandStar: law.bandStar,
          star: law.star,
        })),
      },
      shown,
      effect: async (tx) => {
        for (const { dossier, computed } of results) await storeResult(tx, session.id, dossier, computed, ctx.now);
        await openNames(tx, session);
        await tx.updateTable('session_dossier').set({ rescoring: false }).where('session', '=', session.id).execute();
      },
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});

/** The dossiers are open to those their names were kept from; who stepped back still finds no trace of them (R4.10). */
async function openNames(tx: Tx, session: SessionRecord): Promise<void> {
  const seats = await sessionSeats(tx, session.id);
  const named = seatsWithNames(session, seats);
  const newcomers = seats.filter((one) => !named.includes(one));
  if (newcomers.length === 0) return;
  for (const dossier of session.dossiers) {
    const back = await recusedSeats(tx, session.id, dossier);
    await giveDossier(
      tx,
      dossier,
      newcomers.filter((one) => !back.has(one.seat)),
      [],
    );
  }
}

/** Dossiers with a result that no re-scoring touches: it stands as it was stored. */
async function standingResults(tx: Tx, session: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ dossier: string }>`
    select r.dossier from evaluation_result r join session_dossier s on s.session = r.session and s.dossier = r.dossier
     where r.session = ${session} and not s.rescoring`.execute(tx);
  return new Set(rows.map((one) => one.dossier));
}

/** Submitted sheets of the session by seats that did not step back, in the order of the seats. */
async function countedSheets(tx: Tx, session: string): Promise<CountedSheet[]> {
  const { rows } = await sql<CountedSheet>`
    select s.id, s.dossier, s.seat, d.product_set as "productSet", s.answers, s.notes, s.opinion, s.exclusion, s.hash
      from score_sheet s join lifecycle l on l.id = s.id join dossier d on d.id = s.dossier
     where s.session = ${session} and l.state = 'submitted'
       and not exists (select from recusal r where r.session = s.session and r.dossier = s.dossier and r.seat = s.seat)
     order by s.dossier, s.seat`.execute(tx);
  return rows;
}

/** Sheets whose content no longer gives the hash they were sealed with. */
async function brokenSeals(sheets: readonly CountedSheet[]): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const one of sheets) {
    const { id, dossier, seat, answers, notes, opinion, exclusion } = one;
    const total = totalOf(await setIndexOf(one.productSet), answers);
    const hash = sheetHash({ sheet: id, dossier, seat, total, answers, notes, opinion, exclusion });
    if (hash !== one.hash) broken.push(id);
  }
  return broken;
}
