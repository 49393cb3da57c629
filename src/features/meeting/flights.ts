/** Blind tasting: a flight of products under codes, its key sealed until the end; each member's notes are the member's alone. */
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { holdSession, scoringSeats, sessionSeats, sha256 } from '#features/councils';
import { flightKey, keyHash } from '#law/flight';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import { findFlight } from './flight-read.ts';
import {
  cardRow,
  endFlight as endInput,
  flightRow,
  makeFlight as makeInput,
  openKey as openInput,
  tasteDish as tasteInput,
} from './schema.ts';

/** Makes a flight of products of the session: codes from a random seed, the hash of the key for everybody to keep. */
export const makeFlight = action({
  name: 'flight.make',
  title: 'Lập lượt nếm theo mã',
  input: makeInput,
  output: flightRow,
  async run(ctx, given) {
    if (!(await ctx.may('session.noteDiscussion', given.id))) throw notFound();
    const session = await holdSession(ctx.tx, given.id);
    const products = [...new Set(given.dossiers)];
    if (products.some((one) => !session.dossiers.includes(one)))
      throw invalid('dossiers', 'Chọn sản phẩm của phiên này');
    const id = v7();
    const seed = randomBytes(32).toString('hex');
    const key = flightKey(products, seed, sha256);
    const seal = keyHash(seed, key, sha256);
    const seats = await sessionSeats(ctx.tx, session.id);
    const shown: FactsOf<'flight.make'> = {
      sessionState: session.state,
      mode: session.mode,
      products: products.length,
    };
    const moved = await beget(ctx.tx, ctx, {
      process: 'flight',
      id,
      action: 'flight.make',
      reach: { province: session.province },
      facts: { session: session.id, title: given.title, products, keyHash: seal },
      shown,
      effect: async (tx) => {
        const flight = { id, session: session.id, title: given.title, seed, key_hash: seal };
        await tx.insertInto('tasting_flight').values(flight).execute();
        await tx
          .insertInto('tasting_dish')
          .values(key.map(({ code, dossier }) => ({ flight: id, code, dossier })))
          .execute();
        const cards = scoringSeats(seats).flatMap(({ seat }) =>
          key.map(({ code }) => ({ id: v7(), flight: id, code, seat })),
        );
        if (cards.length > 0) await tx.insertInto('tasting_note').values(cards).execute();
        await tx
          .insertInto('seat_reach')
          .values(seats.map(({ seat, account, role }) => ({ subject: id, account, seat_role: role, seat })))
          .execute();
      },
    });
    return { id, session: session.id, state: moved.state, version: moved.version };
  },
});

/** Opens the key for the one who pours; who opened it for whom stands in the ledger. Others see it at the end. */
export const openKey = action({
  name: 'flight.readKey',
  title: 'Mở bảng mã cho người rót mẫu',
  input: openInput,
  output: flightRow,
  subject: (given) => given.id,
  async run(ctx, given) {
    const flight = await findFlight(ctx.tx, given.id);
    if (!flight) throw notFound();
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'flight.readKey',
      subject: given.id,
      expect: ctx.expect,
      facts: { pourer: given.pourer },
      shown: { pourer: given.pourer } satisfies FactsOf<'flight.readKey'>,
    });
    return { id: given.id, session: flight.session, state: moved.state, version: moved.version };
  },
});

/** Ends a flight: the key is open to the room, each member finds the own notes beside the own sheets. */
export const endFlight = action({
  name: 'flight.end',
  title: 'Kết thúc lượt nếm, mở mã',
  input: endInput,
  output: flightRow,
  subject: (given) => given.id,
  async run(ctx, given) {
    const flight = await findFlight(ctx.tx, given.id);
    if (!flight) throw notFound();
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'flight.end',
      subject: given.id,
      expect: ctx.expect,
      facts: { keyHash: flight.keyHash },
    });
    return { id: given.id, session: flight.session, state: moved.state, version: moved.version };
  },
});

async function cardVersion(tx: Tx, card: string): Promise<number> {
  const row = await tx
    .selectFrom('tasting_note')
    .select('version')
    .where('id', '=', card)
    .forUpdate()
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** A member notes what was tasted under a code; a draft of the member's own, kept as it stands when the flight ends. */
export const tasteDish = action({
  name: 'flight.taste',
  title: 'Ghi chú nếm',
  input: tasteInput,
  output: cardRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => cardVersion(tx, given.card),
  async run(ctx, given) {
    const flight = await findFlight(ctx.tx, given.id);
    if (!flight) throw notFound();
    const own = await ctx.tx
      .selectFrom('tasting_note as n')
      .innerJoin('council_seat as c', 'c.id', 'n.seat')
      .innerJoin('tasting_dish as d', (on) => on.onRef('d.flight', '=', 'n.flight').onRef('d.code', '=', 'n.code'))
      .select('n.id')
      .where('n.id', '=', given.card)
      .where('n.flight', '=', given.id)
      .where('c.account', '=', ctx.actor.account)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('recusal as r')
              .select('r.seat')
              .where('r.session', '=', flight.session)
              .whereRef('r.dossier', '=', 'd.dossier')
              .whereRef('r.seat', '=', 'n.seat'),
          ),
        ),
      )
      .executeTakeFirst();
    if (!own) throw notFound();
    if (flight.state !== 'tasting') throw refused('Lượt nếm đã kết thúc nên không ghi thêm được.');
    const { version } = await ctx.tx
      .updateTable('tasting_note')
      .set((eb) => ({
        liking: given.liking ?? null,
        note: given.note,
        saved_at: ctx.now,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', given.card)
      .returning('version')
      .executeTakeFirstOrThrow();
    return { id: given.id, card: given.card, version };
  },
});
