/** What members of an advisory team write and hand in on a dossier, each by themselves. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { calmTitle } from '#ui';
import { adviceLevelOf } from './advice-read.ts';
import type { DossierRecord } from './record.ts';
import { sheetOf } from './sheet.ts';

type Db = Kysely<DB> | Tx;

/** A matter of the report: a group of the product set's sheet, or everything else. */
export interface Matter {
  readonly code: string;
  readonly title: string;
}

/** What a part may speak of, in the order of the sheet the dossier is judged by (Form of Annex II). */
export async function mattersOf(dossier: DossierRecord): Promise<readonly Matter[]> {
  const { set } = await sheetOf(dossier);
  const groups = set.parts.flatMap(({ criteria }) =>
    criteria.map(({ code, title }) => ({ code, title: calmTitle(title) })),
  );
  return [...groups, { code: 'other', title: 'Thành phần hồ sơ, giấy tờ và nội dung khác' }];
}

export interface PartFile {
  readonly id: string;
  readonly name: string;
}

/** Words of a part, as written or as handed in. */
export interface PartWords {
  readonly findings: Readonly<Record<string, string>>;
  readonly proposal: string | null;
  readonly files: readonly PartFile[];
}

/** A time a part was handed in. */
export interface HandedPart extends PartWords {
  readonly no: number;
  readonly handedOn: Day;
  readonly givenBackOn: Day | null;
  readonly givenBackWhy: string | null;
}

/** A member charged with a dossier and their part of the report; the draft is the member's alone. */
export interface MemberPart {
  readonly member: string;
  readonly name: string;
  readonly job: string | null;
  readonly organisation: string;
  readonly account: string | null;
  readonly dueOn: Day | null;
  readonly begun: boolean;
  /** Every time, the first one first. */
  readonly handed: readonly HandedPart[];
}

/** The version that counts: handed in and not given back. */
export const standing = ({ handed }: Pick<MemberPart, 'handed'>): HandedPart | undefined => {
  const last = handed.at(-1);
  return last?.givenBackOn === null ? last : undefined;
};

/** Parts of those charged with a dossier at its present level, and of those who handed one in before others took over. */
export async function partsOf(db: Db, dossier: DossierRecord): Promise<MemberPart[]> {
  const level = adviceLevelOf(dossier);
  const { rows } = await sql<MemberPart>`
    select m.id as member, m.name, m.job, m.organisation, m.account, a.due_on as "dueOn", p.id is not null as begun,
           coalesce((select json_agg(json_build_object('no', h.no, 'findings', h.findings, 'proposal', h.proposal,
               'handedOn', h.handed_on, 'givenBackOn', h.given_back_on, 'givenBackWhy', h.given_back_why, 'files',
               coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name) order by array_position(h.files, f.id))
                 from file f where f.id = any(h.files)), '[]')) order by h.no) from advice_part_handed h where h.part = p.id), '[]') as handed
      from advisory_team_member m
      left join advice_assignment a on a.member = m.id and a.dossier = ${dossier.id} and a.level = ${level}
      left join advice_part p on p.member = m.id and p.dossier = ${dossier.id} and p.level = ${level}
     where a.member is not null or exists (select from advice_part_handed h where h.part = p.id)
     order by m.leader desc, m.position, m.name`.execute(db);
  return rows;
}

/** The member who works with an account on a dossier; undefined when it is not given to them. */
export async function memberOn(
  db: Db,
  dossier: DossierRecord,
  account: string,
): Promise<{ id: string; name: string; leader: boolean; dueOn: Day | null } | undefined> {
  const { rows } = await sql<{ id: string; name: string; leader: boolean; dueOn: Day | null }>`
    select m.id, m.name, m.leader, a.due_on as "dueOn" from advice_assignment a join advisory_team_member m on m.id = a.member
     where a.dossier = ${dossier.id} and a.level = ${adviceLevelOf(dossier)} and m.account = ${account} and m.ended_at is null
     order by m.id limit 1`.execute(db);
  return rows[0];
}

/** The draft of a member's own part. */
export interface OwnDraft extends PartWords {
  readonly id: string | null;
  readonly version: number;
}

export async function draftOf(db: Db, dossier: DossierRecord, member: string): Promise<OwnDraft> {
  const { rows } = await sql<OwnDraft>`
    select p.id, p.draft_version as version, p.findings, p.proposal,
           coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name) order by x.position)
             from advice_part_file x join file f on f.id = x.file where x.part = p.id), '[]') as files
      from advice_part p where p.dossier = ${dossier.id} and p.level = ${adviceLevelOf(dossier)} and p.member = ${member}`.execute(
    db,
  );
  return rows[0] ?? { id: null, version: 0, findings: {}, proposal: null, files: [] };
}

/** A matter a member wrote on, in words; in the order of the sheet. */
export const writtenMatters = ({ findings }: Pick<PartWords, 'findings'>, matters: readonly Matter[]) =>
  matters.flatMap((one) => (findings[one.code] ? [{ title: matterWords(one), words: findings[one.code] ?? '' }] : []));

/** '1. Tổ chức sản xuất' */
export const matterWords = ({ code, title }: Matter): string => (code === 'other' ? title : `${code}. ${title}`);

/** 'Lê Văn Hải, Sở Y tế' */
export const authorWords = ({ name, organisation }: Pick<MemberPart, 'name' | 'organisation'>): string =>
  `${name}, ${organisation}`;

/** The parts handed in, put together for the draft of the report: each finding and proposal under its author's name. */
export function putTogether(
  parts: readonly MemberPart[],
  matters: readonly Matter[],
): { summary: string; proposal: string } {
  const handed = parts.flatMap((part) => {
    const words = standing(part);
    return words ? [{ by: authorWords(part), words }] : [];
  });
  const summary = handed.map(({ by, words }) =>
    [`${by}:`, ...writtenMatters(words, matters).map((one) => `- ${one.title}: ${one.words}`)].join('\n'),
  );
  const proposal = handed.flatMap(({ by, words }) => (words.proposal ? [`${by}: ${words.proposal}`] : []));
  return { summary: summary.join('\n\n'), proposal: proposal.join('\n') };
}
