/** The acts on a potential product: entered, corrected, helped, ready, dropped, opened again. */
import { v7 } from 'uuid';
import { roundsOfProvince } from '#features/rounds';
import { readUnit } from '#features/units';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import { findIdea, producersToName } from './queries.ts';
import {
  correctIdea as correctInput,
  enterIdea as enterInput,
  type GivenIdea,
  ideaOut,
  reasonedStep,
  stepIdea,
} from './schema.ts';

/** Enters an idea: by a producer for itself, by an officer for somebody of the commune. */
export const enterIdea = action({
  name: 'idea.enter',
  title: 'Ghi ý tưởng sản phẩm',
  input: enterInput,
  output: ideaOut,
  publicData: false,
  async run(ctx, given) {
    const id = v7();
    const columns = await columnsOf(ctx, given);
    const { version } = await beget(ctx.tx, ctx, {
      ...{ process: 'idea', id, action: 'idea.enter', facts: keptFacts(given) },
      reach: { producer: columns.producer, commune: columns.commune, province: columns.province },
      effect: async (tx) => {
        await tx
          .insertInto('product_idea')
          .values({ id, ...columns, entered_on: ctx.day })
          .execute();
      },
    });
    return { id, version };
  },
});

/** Corrects it: what is missing now, who helps, which round it is planned for. */
export const correctIdea = action({
  name: 'idea.correct',
  title: 'Sửa ý tưởng sản phẩm',
  input: correctInput,
  output: ideaOut,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, ...given }) {
    const columns = await columnsOf(ctx, given);
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'idea.correct', subject: id, expect: ctx.expect, facts: keptFacts(given) },
      effect: async (tx) => {
        await tx.updateTable('product_idea').set(columns).where('id', '=', id).execute();
      },
    });
    return { id, version };
  },
});

export const adviseIdea = action({
  name: 'idea.advise',
  title: 'Ghi đang hỗ trợ',
  input: stepIdea,
  output: ideaOut,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id }) {
    const { supporter } = await findIdea(ctx.tx, id, ctx.day);
    return moved(ctx, id, { action: 'idea.advise', shown: { supporter: supporter !== null } });
  },
});

export const readyIdea = action({
  name: 'idea.makeReady',
  title: 'Ghi đã sẵn sàng lập hồ sơ',
  input: stepIdea,
  output: ideaOut,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id }) {
    const { productSet } = await findIdea(ctx.tx, id, ctx.day);
    return moved(ctx, id, { action: 'idea.makeReady', shown: { productSet: productSet !== null } });
  },
});

export const dropIdea = action({
  name: 'idea.drop',
  title: 'Dừng ý tưởng',
  input: reasonedStep,
  output: ideaOut,
  subject: ({ id }) => id,
  publicData: false,
  run: async (ctx, { id, reason }) => moved(ctx, id, { action: 'idea.drop', reason, shown: { reason } }),
});

export const reopenIdea = action({
  name: 'idea.reopen',
  title: 'Mở lại ý tưởng',
  input: reasonedStep,
  output: ideaOut,
  subject: ({ id }) => id,
  publicData: false,
  run: async (ctx, { id, reason }) => moved(ctx, id, { action: 'idea.reopen', reason, shown: { reason } }),
});

async function moved(ctx: ActionContext, id: string, move: { action: string; reason?: string; shown: object }) {
  const { version } = await carryOut(ctx.tx, ctx, { ...move, subject: id, expect: ctx.expect });
  return { id, version };
}

/** What the ledger keeps: no names of persons. */
const keptFacts = ({ name, producer, productSet, missing, round }: GivenIdea) => ({
  ...{
    name,
    producer: producer ?? null,
    productSet: productSet ?? null,
    missing: missing ?? null,
    round: round ?? null,
  },
});

/** The row of an idea; a producer of the register brings its own place. Throws 422 at the field that does not fit. */
async function columnsOf(ctx: ActionContext, given: GivenIdea) {
  const { role, unit, producers } = ctx.actor;
  const named =
    given.producer === undefined
      ? undefined
      : (await producersToName(ctx.tx, { commune: null, producers: [given.producer] }))[0];
  if (given.producer !== undefined && !named) throw invalid('producer', 'Chọn một chủ thể trong danh bạ.');
  if (role === 'producer' && (!named || !producers.includes(named.id)))
    throw invalid('producer', 'Chọn chủ thể của bạn.');
  if (!named && given.person === undefined) throw invalid('person', 'Chọn chủ thể, hoặc ghi ai sẽ làm.');
  const place = named
    ? { commune: named.commune, province: named.province }
    : await placeOf(ctx, given.commune ?? unit);
  const { commune, province } = place;
  if (commune === null || province === null)
    throw refused('Chủ thể chưa được xếp vào xã nào. Nhờ cán bộ tỉnh xếp địa bàn trước.');
  if (given.round !== undefined && !(await roundsOfProvince(ctx.tx, province)).some(({ id }) => id === given.round))
    throw invalid('round', 'Chọn một đợt của tỉnh.');
  return {
    ...{
      name: given.name,
      producer: named?.id ?? null,
      person: named ? null : (given.person ?? null),
      commune,
      province,
    },
    ...{ product_set: given.productSet ?? null, missing: given.missing ?? null, supporter: given.supporter ?? null },
    round: given.round ?? null,
  };
}

async function placeOf(ctx: ActionContext, id: string | null): Promise<{ commune: string; province: string | null }> {
  const unit = id === null ? null : await readUnit(ctx.tx, id, ctx.day);
  if (unit === null || unit.former || unit.level !== 'commune')
    throw invalid('commune', 'Chọn một xã, phường hoặc đặc khu hiện nay.');
  return { commune: unit.id, province: unit.province };
}
