/** Papers of dossiers judged without names: what the office lets the council see of each, and the pages a member is shown. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { PaperShown } from '#law/anonymous';
import type { FactsOf } from '#law/moves';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import { uuid } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound } from '#platform/refusal';
import { namesFor } from './blind.ts';
import { type SessionRow, sessionRow, showPaper as showInput } from './schema.ts';
import { holdSession } from './session-record.ts';

type Db = Kysely<DB> | Tx;

/** A paper as a member without names sees it: its kind and number in the dossier, nothing its producer wrote. */
export interface BlindPaper {
  readonly no: number;
  readonly kind: string;
  readonly endsOn: Day | null;
  readonly criteria: readonly string[];
  /** Pages to look at; null when it is kept back. */
  readonly pages: number | null;
}

/** Papers of the dossier `c` in their order, what is decided about each (`w`), and the file the council sees (`f`). */
const papersOf = (session: unknown, dossier: unknown) => sql`(
  select p.*, c.dossier, row_number() over (order by c.position, p.added_at, p.id)::int as no
    from dossier_paper c join paper p on p.id = c.paper where c.dossier = ${dossier}::uuid) p
  left join shown_paper w on w.session = ${session}::uuid and w.dossier = p.dossier and w.paper = p.id
  left join file f on f.id = case w.verdict when 'asIs' then p.file when 'copy' then w.copy end`;

/** The papers of a dossier for members names are kept from. */
export async function blindPapers(db: Db, session: string, dossier: string): Promise<BlindPaper[]> {
  const { rows } = await sql<BlindPaper>`
    select p.no, p.kind, p.ends_on as "endsOn", case when f.id is not null then coalesce(f.pages, 1) end as pages,
           array(select e.criterion from dossier_evidence e where e.dossier = p.dossier and e.paper = p.id order by e.criterion) as criteria
      from ${papersOf(session, dossier)} order by p.no`.execute(db);
  return rows;
}

/** A page of a paper beside the member's sheet, drawn anew: no file name, nothing hidden inside the file. */
export const blindPage = download({
  name: 'sheet.showPaper',
  title: 'Xem trang giấy tờ của hồ sơ ẩn danh',
  permission: 'sheet.read',
  params: z.object({
    id: uuid(),
    no: z.coerce.number().int().min(1).max(1000),
    page: z.coerce.number().int().min(1).max(2000),
  }),
  subject: ({ id }) => id,
  async run(ctx, { id, no, page }) {
    const { rows } = await sql<{ sha256: string; type: string; name: string; pages: number | null; size: number }>`
      select f.sha256, f.type, f.name, f.pages, f.size
        from score_sheet s cross join lateral (select f.* from ${papersOf(sql`s.session`, sql`s.dossier`)} where p.no = ${no}) f
       where s.id = ${id} and f.id is not null`.execute(ctx.db);
    const [file] = rows;
    if (!file) throw notFound('Không tìm thấy trang này.');
    const picture = await ctx.files.show(file, page);
    return { name: `trang-${page}.webp`, type: 'image/webp', body: picture, size: picture.length, inline: true };
  },
});

/** A paper before the office that decides what the council sees of it. */
export interface PaperToShow {
  readonly id: string;
  readonly no: number;
  readonly kind: string;
  readonly title: string;
  readonly file: string;
  readonly verdict: PaperShown | null;
  readonly copy: string | null;
}

/** The papers of a dossier of the session with what is decided about each. */
export async function papersToShow(db: Db, session: string, dossier: string): Promise<PaperToShow[]> {
  const { rows } = await sql<PaperToShow>`
    select p.id, p.no, p.kind, p.title, p.file, w.verdict, w.copy from ${papersOf(session, dossier)} order by p.no`.execute(
    db,
  );
  return rows;
}

/** A product of a session judged without names, with how many of its papers are decided. */
export interface BlindProduct {
  readonly dossier: string;
  readonly product: string;
  readonly producer: string;
  readonly number: string;
  readonly papers: number;
  readonly decided: number;
}

/** The products of a session judged without names, as the reader may see them; none of another session. */
export async function blindProducts(db: Db, session: string, reader: string): Promise<BlindProduct[]> {
  const names = namesFor(reader);
  const { rows } = await sql<BlindProduct>`
    select o.dossier, ${names.product} as product, ${names.producer} as producer, o.blind_number as number,
           (select count(*)::int from dossier_paper c where c.dossier = o.dossier) as papers,
           (select count(*)::int from dossier_paper c join shown_paper w on w.paper = c.paper and w.dossier = c.dossier
             where c.dossier = o.dossier and w.session = o.session) as decided
      from session_dossier o join dossier d on d.id = o.dossier join product p on p.id = d.product
      join producer m on m.id = d.producer
     where o.session = ${session} and o.blind_number is not null order by o.position`.execute(db);
  return rows;
}

/** Products with papers nobody has looked through, in words; a session judged with names has none. */
export async function unmaskedProducts(db: Db, session: string, reader: string): Promise<string[]> {
  return (await blindProducts(db, session, reader))
    .filter(({ papers, decided }) => decided < papers)
    .map(({ product, papers, decided }) => `${product} (còn ${papers - decided} giấy tờ)`);
}

/** The office says how the council sees a paper: as it is, in a copy without names, or not at all. */
export const showPaper = action({
  name: 'session.showPaper',
  title: 'Chọn cách cho Hội đồng xem giấy tờ khi ẩn danh',
  input: showInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, given.id);
    if (!session.dossiers.includes(given.dossier)) throw invalid('dossier', 'Chọn một hồ sơ của phiên này');
    const { dossier, paper, verdict } = given;
    const before = (await papersToShow(ctx.tx, session.id, dossier)).find(({ id }) => id === paper);
    if (!before) throw invalid('paper', 'Chọn một giấy tờ của hồ sơ này');
    const copy = verdict === 'copy' ? (given.copy ?? before.copy) : null;
    const shown: FactsOf<'session.showPaper'> = {
      ...{ rule: session.regulation.anonymous, verdict, copy: copy !== null },
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.showPaper',
      subject: session.id,
      expect: ctx.expect,
      facts: { dossier, paper, verdict, copy },
      shown,
      effect: async (tx) => {
        if (verdict === 'copy' && given.copy)
          await attachFiles(ctx, [given.copy], { province: session.province }, 'copy');
        const now = { verdict, copy, decided_by: ctx.actor.account, decided_at: ctx.now };
        await tx
          .insertInto('shown_paper')
          .values({ session: session.id, dossier, paper, ...now })
          .onConflict((on) => on.columns(['session', 'dossier', 'paper']).doUpdateSet(now))
          .execute();
      },
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});
