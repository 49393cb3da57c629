/** How a task is given: by whom, to whom, by which act or meeting; and whose step is next. */
import { v7 } from 'uuid';
import { bodyAtWork } from '#features/bodies';
import { actMeant } from '#features/legal-acts';
import { readUnit, unitsIn } from '#features/units';
import { type TaskGiver, type TaskOwner, type TaskSide, taskProblem } from '#law/tasks';
import type { Day } from '#platform/clock';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { tellOwner } from './letters.ts';
import { findMeeting } from './meetings-read.ts';
import { findTask } from './queries.ts';
import { ALL_UNITS, giveTask as giveInput, givenRow, type TaskGivenInput, type TaskKind } from './schema.ts';

const MINISTRY = 'Bộ Nông nghiệp và Môi trường';

/** The side an officer stands on, also in a colleague's place. */
export function sideOf({ area, role }: ActionContext['actor']): TaskSide {
  if (area === null) return 'ministry';
  return role === 'commune' ? 'commune' : 'province';
}
export const giverOf = ({ area }: ActionContext['actor']): TaskGiver => (area === null ? 'ministry' : 'province');

/** The queue of the office that does it; an office outside the system has none here. */
export const ownerNext = (owner: TaskOwner, dueOn: Day | null) =>
  owner === 'words' ? { actor: null, dueOn: null } : { actor: owner, dueOn };

/** Gives a task: the Ministry to a province, a province to a commune, both to all of them at once, to a body or an office named by words. */
export const giveTask = action({
  name: 'task.give',
  title: 'Giao việc',
  input: giveInput,
  output: givenRow,
  publicData: false,
  async run(ctx, { act: typed, meeting, giverBody, kind, unit, ...given }) {
    const held = meeting === undefined ? null : await findMeeting(ctx.tx, meeting, ctx.day);
    if (held && !(await ctx.may('conclusion.correct', held.id)))
      throw invalid('meeting', 'Chọn một cuộc họp của cơ quan bạn.');
    const act = typed === undefined ? (held?.act ?? null) : (await actMeant(ctx.tx, typed, 'act')).id;
    if (giverBody !== undefined) await refuseForeignBody(ctx, giverBody, 'giverBody');
    const source = { kind, act, meeting: held?.id ?? null, giverBody: giverBody ?? held?.body ?? null };
    if (unit === ALL_UNITS) return giveAll(ctx, given, source);
    return { ...(await giveOne(ctx, { ...given, unit }, source)), together: null };
  },
});

/** Gives the same task to every unit directly below the giver: a task each, in one transaction; answers the first. */
async function giveAll(ctx: ActionContext, given: Omit<Given, 'unit'>, source: TaskSource) {
  if (given.owner !== undefined || given.ownerBody !== undefined)
    throw invalid('owner', 'Đã chọn giao cho tất cả; không ghi thêm ban tổ hoặc cơ quan khác.');
  const units = await unitsIn(ctx.tx, ctx.actor.area, ctx.day);
  const together = v7();
  let first: { id: string; version: number } | undefined;
  for (const { id } of units) {
    const made = await giveOne(ctx, { ...given, unit: id }, { ...source, together });
    first ??= made;
  }
  if (first === undefined) throw invalid('unit', 'Không có đơn vị nào để giao.');
  return { ...first, together };
}

/** What a task stands in. */
export interface TaskSource {
  readonly kind: TaskKind;
  readonly act: string | null;
  readonly meeting: string | null;
  readonly giverBody: string | null;
  /** Of tasks given to many units in one act. */
  readonly together?: string;
}
type Given = Pick<TaskGivenInput, 'owner' | 'ownerBody' | 'words' | 'item' | 'dueOn' | 'term'> & {
  readonly unit?: string | undefined;
};

/** Gives one task; `at`: before the names of its fields in a refusal, where several are given in one form. */
export async function giveOne(ctx: ActionContext, given: Given, source: TaskSource, at = '') {
  const by = giverOf(ctx.actor);
  const { owner, ownerName, unit, commune, province } = await ownerOf(ctx, given, at);
  const dueOn = given.dueOn ?? null;
  const facts = { giver: by, owner, givenOn: ctx.day, dueOn };
  const problem = taskProblem(facts);
  if (problem) throw invalid(`${at}${problem.field}`, problem.message);
  const giver = await officeName(ctx);
  const id = v7();
  const { version } = await beget(ctx.tx, ctx, {
    ...{ process: 'task', id, action: 'task.give', reach: { commune, province }, next: ownerNext(owner, dueOn) },
    facts: {
      ...facts,
      words: given.words,
      unit,
      ownerName,
      meeting: source.meeting,
      together: source.together ?? null,
    },
    effect: async (tx) => {
      await tx
        .insertInto('task')
        .values({
          ...{ id, kind: source.kind, by_ministry: by === 'ministry', giver, unit, owner: ownerName },
          ...{
            act: source.act,
            meeting: source.meeting,
            giver_body: source.giverBody,
            together: source.together ?? null,
          },
          ...{ owner_body: given.ownerBody ?? null, item: given.item ?? null, words: given.words },
          ...{ given_on: ctx.day, due_on: dueOn, term: given.term ?? null },
        })
        .execute();
    },
  });
  await tellOwner(ctx.tx, await findTask(ctx.tx, id, ctx.day), 'Việc mới được giao');
  return { id, version };
}

interface Owner {
  readonly owner: TaskOwner;
  /** Of an office that answers outside the system. */
  readonly ownerName: string | null;
  readonly unit: string | null;
  readonly commune: string | null;
  readonly province: string | null;
}

/** Whose task it becomes. Throws 422 for nobody, for two, and for a place that is not the giver's. */
async function ownerOf(ctx: ActionContext, { unit, owner, ownerBody }: Given, at: string): Promise<Owner> {
  const chosen = [unit, owner, ownerBody].filter((one) => one !== undefined);
  if (chosen.length > 1) throw invalid(`${at}owner`, 'Chọn đơn vị, ban tổ, hoặc ghi cơ quan khác; không ghi cả hai.');
  if (unit !== undefined) return unitOf(ctx, unit, `${at}unit`);
  const byWords = (ownerName: string): Owner => ({
    ...{ owner: 'words', ownerName, unit: null, commune: null, province: ctx.actor.area },
  });
  if (owner !== undefined) return byWords(owner);
  if (ownerBody === undefined) throw invalid(`${at}unit`, 'Chọn đơn vị được giao, hoặc ghi cơ quan khác.');
  const body = await bodyAtWork(ctx.tx, ownerBody);
  if (!body) throw invalid(`${at}ownerBody`, 'Ban, tổ này không còn hoạt động. Chọn lại.');
  // A body of the giver's own level has no desk of its own here: its office writes down what it did.
  if (body.unit === ctx.actor.area) return byWords(body.name);
  if (body.unit === null) throw invalid(`${at}ownerBody`, 'Ban, tổ của trung ương do Bộ giao việc.');
  return unitOf(ctx, body.unit, `${at}ownerBody`);
}

async function unitOf({ tx, actor, day }: ActionContext, unit: string, field: string): Promise<Owner> {
  const found = await readUnit(tx, unit, day);
  const foreign = actor.area !== null && found?.province !== actor.area;
  if (!found || found.former || found.level === 'district' || foreign)
    throw invalid(field, 'Chọn một đơn vị hiện nay của bạn.');
  return found.level === 'commune'
    ? { owner: found.level, ownerName: null, unit, commune: unit, province: found.province }
    : { owner: found.level, ownerName: null, unit, commune: null, province: unit };
}

/** Tasks are given, and meetings held, by a body at work of the giver's own level. */
export async function refuseForeignBody({ tx, actor }: ActionContext, id: string, field: string): Promise<void> {
  const body = await bodyAtWork(tx, id);
  if (!body || body.unit !== actor.area) throw invalid(field, 'Chọn một ban, tổ đang hoạt động của cơ quan bạn.');
}

async function officeName({ tx, actor, day }: ActionContext): Promise<string> {
  const name = actor.area === null ? null : (await readUnit(tx, actor.area, day))?.name;
  return name == null ? MINISTRY : `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
