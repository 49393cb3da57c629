import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import { evidenceWords } from '#law/dossier';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { PICTURE } from '#platform/files/kinds';
import { pictures } from '#platform/files/pictures';
import type { StoredFile } from '#platform/files/store';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles, insertFile } from '#platform/http/uploads';
import { invalid, notFound, refused } from '#platform/refusal';
import { draftVersion, holdDraft, writeDraft } from './draft.ts';
import { type DossierRecord, reachOf } from './record.ts';
import {
  addDossierPhotos as addInput,
  type DossierRow,
  dossierRow,
  movePaper as moveInput,
  replacePaper as replaceInput,
  turnPaper as turnInput,
} from './schema.ts';
import { askDates, cite, takenOut } from './wallet.ts';

/** Several pictures at once (U16): each becomes a paper of the wallet, cited in the order they came. */
export const addDossierPhotos = action({
  name: 'dossier.addPhotos',
  permission: 'dossier.attach',
  title: 'Thêm nhiều ảnh',
  input: addInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => draftVersion(tx, given.id),
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDraft(ctx, given.id, 'papers');
    if (!evidenceWords(given.kind)) throw invalid('kind', 'Chọn một loại giấy tờ trong danh mục');
    if (new Set(given.photos).size < given.photos.length) throw invalid('photos', 'Mỗi ảnh chỉ chọn một lần');
    await attachFiles(ctx, given.photos, reachOf(dossier), 'photos');
    for (const [at, file] of given.photos.entries()) {
      const id = v7();
      await ctx.tx
        .insertInto('paper')
        .values({
          id,
          producer: dossier.producer.id,
          kind: given.kind,
          title: given.photos.length > 1 ? `${given.title} (${at + 1})` : given.title,
          file,
          added_by: ctx.actor.account,
        })
        .execute();
      await cite(ctx.tx, dossier, id, given.criterion);
    }
    return writeDraft(ctx.tx, dossier, {});
  },
});

/** Moves a paper one place up or down, among those of its list: its kind, its criterion, or all. */
export const movePaper = action({
  name: 'dossier.movePaper',
  permission: 'dossier.attach',
  title: 'Đổi thứ tự giấy tờ',
  input: moveInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => draftVersion(tx, given.id),
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDraft(ctx, given.id, 'papers');
    const { rows } = await sql<{ paper: string; shown: boolean }>`
      select c.paper, (${given.kind ?? null}::text is null or p.kind = ${given.kind ?? null})
               and (${given.criterion ?? null}::text is null or exists (select from dossier_evidence e
                     where e.dossier = c.dossier and e.paper = c.paper and e.criterion = ${given.criterion ?? null})) as shown
        from dossier_paper c join paper p on p.id = c.paper
       where c.dossier = ${given.id} order by c.position, p.added_at, p.id`.execute(ctx.tx);
    const order = rows.map(({ paper }) => paper);
    const from = order.indexOf(given.paper);
    if (from < 0) throw notFound('Giấy tờ này không còn trong hồ sơ. Mở lại danh sách giấy tờ.');
    const to =
      given.way === 'up'
        ? rows.findLastIndex(({ shown }, at) => shown && at < from)
        : rows.findIndex(({ shown }, at) => shown && at > from);
    if (to < 0) throw refused(given.way === 'up' ? 'Giấy tờ này đã ở đầu.' : 'Giấy tờ này đã ở cuối.');
    order.splice(to, 0, ...order.splice(from, 1));
    await sql`update dossier_paper c set position = n.place
                from unnest(${order}::uuid[]) with ordinality as n (paper, place)
               where c.dossier = ${given.id} and c.paper = n.paper`.execute(ctx.tx);
    return writeDraft(ctx.tx, dossier, {});
  },
});

/** A new file takes the place of a paper in this dossier, with its criteria; other dossiers keep the old one. */
export const replacePaper = action({
  name: 'dossier.replacePaper',
  permission: 'dossier.attach',
  title: 'Thay giấy tờ',
  input: replaceInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => draftVersion(tx, given.id),
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDraft(ctx, given.id, await takenOut(ctx.tx, given));
    askDates(given, ctx.day);
    await attachFiles(ctx, [given.file], reachOf(dossier));
    await exchange(ctx, dossier, given.paper, given.file, {
      number: given.number ?? null,
      issued_on: given.issuedOn ?? null,
      ends_on: given.endsOn ?? null,
    });
    return writeDraft(ctx.tx, dossier, {});
  },
});

/** Turns a photo a quarter to the right: a turned copy takes its place, since what was handed in is never changed. */
export const turnPaper = action({
  name: 'dossier.turnPaper',
  permission: 'dossier.attach',
  title: 'Quay ảnh',
  input: turnInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => draftVersion(tx, given.id),
  async prepare(ctx, { id, paper }) {
    const photo = await photoOf(ctx.outside, id, paper);
    if (!photo) return null;
    const turned = await turnedRight(await ctx.files.read(photo.sha256));
    return ctx.files.put(turned, { name: photo.name, type: photo.type }, PICTURE);
  },
  async run(ctx, given, turned: StoredFile | null): Promise<DossierRow> {
    const dossier = await holdDraft(ctx, given.id, await takenOut(ctx.tx, given));
    if (turned === null) throw invalid('paper', 'Chỉ quay được ảnh. Với tệp PDF, quay trên máy rồi thay tệp.');
    await insertFile(ctx.tx, turned, ctx.actor.account);
    await attachFiles(ctx, [turned.id], reachOf(dossier));
    await exchange(ctx, dossier, given.paper, turned.id, {});
    return writeDraft(ctx.tx, dossier, {});
  },
});

interface Photo {
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
}

async function photoOf(db: Kysely<DB>, dossier: string, paper: string): Promise<Photo | undefined> {
  const { rows } = await sql<Photo>`
    select f.sha256, f.name, f.type from dossier_paper c join paper p on p.id = c.paper join file f on f.id = p.file
     where c.dossier = ${dossier} and c.paper = ${paper} and f.type like 'image/%'`.execute(db);
  return rows[0];
}

/** The picture upright, then a quarter to the right, in its own format and without metadata. */
async function turnedRight(original: Buffer): Promise<Buffer> {
  return (await pictures())(original)
    .autoOrient()
    .rotate(90)
    .jpeg({ quality: 92, force: false })
    .webp({ quality: 92, force: false })
    .toBuffer();
}

/**
 * Puts a copy of a paper with another file in its place. The old one leaves this dossier, and the wallet too when no
 * other dossier cites it.
 */
async function exchange(
  ctx: ActionContext,
  { id: dossier }: DossierRecord,
  old: string,
  file: string,
  changes: { number?: string | null; issued_on?: string | null; ends_on?: string | null },
): Promise<void> {
  const { tx } = ctx;
  const kept = await tx
    .selectFrom('dossier_paper as c')
    .innerJoin('paper as p', 'p.id', 'c.paper')
    .select(['p.producer', 'p.kind', 'p.title', 'p.number', 'p.issuer', 'p.issued_on', 'p.ends_on', 'c.position'])
    .where('c.dossier', '=', dossier)
    .where('c.paper', '=', old)
    .executeTakeFirst();
  if (!kept) throw notFound('Giấy tờ này không còn trong hồ sơ. Mở lại danh sách giấy tờ.');
  const { position, ...paper } = kept;
  const id = v7();
  await tx
    .insertInto('paper')
    .values({ ...paper, ...changes, id, file, added_by: ctx.actor.account })
    .execute();
  await tx.insertInto('dossier_paper').values({ dossier, paper: id, position }).execute();
  await sql`insert into dossier_evidence (dossier, criterion, paper)
            select dossier, criterion, ${id} from dossier_evidence where dossier = ${dossier} and paper = ${old}`.execute(
    tx,
  );
  await tx.deleteFrom('dossier_evidence').where('dossier', '=', dossier).where('paper', '=', old).execute();
  await tx.deleteFrom('dossier_paper').where('dossier', '=', dossier).where('paper', '=', old).execute();
  await sql`update dossier set form = replace(form::text, ${old}::text, ${id}::text)::jsonb
             where id = ${dossier} and form->'changes' is not null`.execute(tx);
  await removeUncited(tx, old);
}

async function removeUncited(tx: Tx, paper: string): Promise<void> {
  await sql`update paper set removed_at = now() where id = ${paper}
             and not exists (select from dossier_paper c where c.paper = paper.id)`.execute(tx);
}
