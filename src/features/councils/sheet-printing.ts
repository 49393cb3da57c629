/** Score sheets on paper: empty with a QR for each member and product, and as a member filled them in (Annex II). */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { ownWord, type PreviewSources } from '#features/papers';
import { ACT_IN_FORCE } from '#law/act';
import { type Answers, scoreSheet as scored } from '#law/scoring';
import { dayOf } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { ReadContext } from '#platform/http/context';
import { byId, uuid } from '#platform/http/fields';
import { download, type FileAnswer } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { namesFor } from './blind.ts';
import { setIndexOf } from './compute.ts';
import { officeOf, printed } from './office.ts';
import { type PaperMark, paperMark, paperWords } from './paper-read.ts';
import { type FilledSheet, type ScoreSheetData, scoreSheet } from './papers/sheet.ts';
import { sheetValues } from './sheet-forms.ts';
import { councilPaths } from './urls.ts';

interface SheetFacts {
  readonly sheet: string;
  readonly product: string;
  readonly producer: string;
  readonly productCode: string | null;
  readonly productSet: string;
  readonly phone: string | null;
  readonly address: string | null;
  /** Null: of the Ministry. */
  readonly province: string | null;
  readonly member: string;
  readonly answers: Answers;
  readonly opinion: string | null;
  readonly submittedAt: Date | null;
  readonly hash: string | null;
  readonly paper: PaperMark | null;
}

/** Which sheets of a session to print; those of a product the reader has stepped back from are never among them. */
interface Wanted {
  readonly session: string | null;
  readonly sheet?: string;
  readonly dossier?: string;
  readonly seat?: string;
  readonly reader: string;
}

/** The product's code on the day the sheet `s` was handed in: a later correction does not touch what was printed. */
const codeAsHandedIn = sql`coalesce((select g.facts->>'former' from ledger g where g.subject = d.id
  and g.action = 'dossier.correctCode' and g.at > s.submitted_at order by g.no limit 1), d.product_code)`;

async function sheetFacts(db: Kysely<DB>, of: Wanted): Promise<SheetFacts[]> {
  // A sheet on paper is in the hands of its member, whoever prints it.
  const names = namesFor(sql`c.account`, of.reader);
  const { rows } = await sql<SheetFacts>`
    select s.id as sheet, ${names.product} as product, ${names.producer} as producer,
           case when not ${names.blind} then ${codeAsHandedIn} end as "productCode",
           d.product_set as "productSet", case when not ${names.blind} then d.form->'general'->>'phone' end as phone,
           case when not ${names.blind} then coalesce(d.form->'general'->>'address', m.address) end as address, z.province,
           a.full_name as member, s.answers, s.opinion, s.submitted_at as "submittedAt", s.hash,
           (select ${paperMark} from score_sheet_version v where v.sheet = s.id and s.hash is not null order by v.no desc limit 1) as paper
      from score_sheet s join lifecycle z on z.id = s.session join session_dossier o on o.session = s.session and o.dossier = s.dossier
      join dossier d on d.id = s.dossier join product p on p.id = d.product join producer m on m.id = d.producer
      join council_seat c on c.id = s.seat join account a on a.id = c.account
     where (${of.session}::uuid is null or s.session = ${of.session}) and (${of.sheet ?? null}::uuid is null or s.id = ${of.sheet ?? null})
       and (${of.dossier ?? null}::uuid is null or s.dossier = ${of.dossier ?? null})
       and (${of.seat ?? null}::uuid is null or s.seat = ${of.seat ?? null})
       and not exists (select from recusal r join council_seat x on x.id = r.seat
                        where r.session = s.session and r.dossier = s.dossier and (r.seat = s.seat or x.account = ${of.reader}))
     order by o.position limit 200`.execute(db);
  return rows;
}

async function paperOf(db: Kysely<DB>, facts: SheetFacts, baseUrl: string, filled: boolean): Promise<ScoreSheetData> {
  const index = await setIndexOf(facts.productSet);
  const office = await officeOf(db, facts.province);
  const { product, productCode, producer, phone, address, member } = facts;
  return {
    ...{ product, productCode, producer, phone, address, member },
    set: index.set,
    actShort: ACT_IN_FORCE.short,
    place: office.place,
    url: `${baseUrl}${councilPaths.findSheet(facts.sheet)}`,
    filled: filled ? filledOf(index, facts) : null,
  };
}

function filledOf(index: Awaited<ReturnType<typeof setIndexOf>>, facts: SheetFacts): FilledSheet {
  const { answers, opinion, submittedAt, hash, paper } = facts;
  const result = scored(index, answers);
  if (!result.ok) throw new Error(`sheet ${facts.sheet}: ${result.message}`);
  return {
    ...{ opinion, hash, entered: paper && paperWords(paper) },
    chosen: answers,
    points: Object.fromEntries(index.criteria.map(({ code }, at) => [code, result.points[at] ?? 0])),
    partPoints: result.parts,
    total: result.total,
    submittedOn: submittedAt === null ? null : dayOf(new Date(submittedAt)),
  };
}

type Form = 'pdf' | 'docx';

/** A sheet as it is filled in: Word from the office's own form where it has one. */
async function filledSheet(ctx: ReadContext, facts: SheetFacts, form: Form): Promise<FileAnswer> {
  const data = await paperOf(ctx.db, facts, ctx.baseUrl, true);
  const own = await ownWord(ctx, form, facts.province, 'phieu-cham', () => sheetValues(data));
  return own ?? printed(scoreSheet(data), form, 'phieu-danh-gia', ctx.now);
}

/** Real data to try a form with: the sheet handed in last in a session of the office whose scores are open. */
export const sheetSource: PreviewSources['phieu-cham'] = async (ctx, province) => {
  const { rows } = await sql<{ id: string }>`
    select s.id from score_sheet s join lifecycle l on l.id = s.session
     where l.province is not distinct from ${province}::uuid and l.state in ('opened', 'concluded') and s.hash is not null
       and ${ctx.within('result.read', 'l')} order by s.submitted_at desc, s.id limit 1`.execute(ctx.db);
  if (!rows[0]) return null;
  const [facts] = await sheetFacts(ctx.db, { session: null, sheet: rows[0].id, reader: ctx.actor.account });
  return facts ? sheetValues(await paperOf(ctx.db, facts, ctx.baseUrl, true)) : null;
};

/** One's own sheet as it stands: to read over, to keep, to sign. */
export const ownSheetAt = (form: Form) =>
  download({
    name: `sheet.print.${form}`,
    title: 'Tải phiếu chấm của mình',
    permission: 'sheet.read',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const [facts] = await sheetFacts(ctx.db, { session: null, sheet: id, reader: ctx.actor.account });
      if (!facts) throw notFound();
      return filledSheet(ctx, facts, form);
    },
  });

/** A member's sheet once the scores are open, with its seal; a sheet being scored again is not shown. */
export const memberSheetAt = (form: Form) =>
  download({
    name: `result.printSheet.${form}`,
    title: 'Tải phiếu chấm của thành viên',
    permission: 'result.read',
    params: z.object({ id: uuid(), dossier: uuid(), sheet: uuid() }),
    subject: ({ id }) => id,
    async run(ctx, { id, dossier, sheet }) {
      const [facts] = await sheetFacts(ctx.db, { session: id, dossier, sheet, reader: ctx.actor.account });
      if (!facts || facts.hash === null) throw notFound();
      return filledSheet(ctx, facts, form);
    },
  });

/** The empty sheets of one member, one a product, each with its QR: the way back for scores written by hand. */
export const emptySheetsAt = (form: Form) =>
  download({
    name: `session.printSheets.${form}`,
    title: 'Tải phiếu giấy có mã QR',
    permission: 'session.printSheets',
    params: z.object({ id: uuid(), seat: uuid() }),
    subject: ({ id }) => id,
    async run(ctx, { id, seat }) {
      const facts = await sheetFacts(ctx.db, { session: id, seat, reader: ctx.actor.account });
      const [first] = facts;
      if (!first) throw notFound('Chưa có phiếu để in: thành viên này không chấm, hoặc phiên chưa bắt đầu chấm.');
      const papers = await Promise.all(facts.map((one) => paperOf(ctx.db, one, ctx.baseUrl, false)));
      const content = {
        title: `Phiếu đánh giá của ${first.member}`,
        sections: papers.flatMap((one) => scoreSheet(one).sections),
      };
      return printed(content, form, 'phieu-giay', ctx.now);
    },
  });
