import { sql } from 'kysely';
import { v7 } from 'uuid';
import { readUnit } from '#features/units';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { correctLocalPlace as correctInput, localPlaceRow, registerLocalPlace as registerInput } from './schema.ts';

type Given = ReturnType<typeof registerInput.parse>;

/** Enters a craft village or raw-material area. */
export const registerLocalPlace = action({
  name: 'localPlace.register',
  title: 'Ghi làng nghề, vùng nguyên liệu',
  input: registerInput,
  output: localPlaceRow,
  async run(ctx, given) {
    const place = await placeOf(ctx.tx, given, ctx.day);
    const id = v7();
    const { version } = await beget(ctx.tx, ctx, {
      process: 'localPlace',
      id,
      action: 'localPlace.register',
      reach: place,
      facts: { kind: given.kind, name: given.name },
      effect: async (tx) => {
        await tx
          .insertInto('local_place')
          .values({ id, ...columnsOf(given), ...place })
          .execute();
      },
    });
    return { id, version };
  },
});

/** Corrects it and says which producers work there. */
export const correctLocalPlace = action({
  name: 'localPlace.correct',
  title: 'Sửa làng nghề, vùng nguyên liệu',
  input: correctInput,
  output: localPlaceRow,
  subject: ({ id }) => id,
  async run(ctx, { id, producers, ...given }) {
    const place = await placeOf(ctx.tx, given, ctx.day);
    const there = await ctx.tx
      .selectFrom('producer')
      .select('id')
      .where('id', 'in', [...producers, id])
      .where('province', '=', place.province)
      .execute();
    if (there.length < new Set(producers).size) throw invalid('producers', 'Chọn chủ thể trong cùng tỉnh.');
    const { version } = await carryOut(ctx.tx, ctx, {
      action: 'localPlace.correct',
      subject: id,
      expect: ctx.expect,
      facts: { kind: given.kind, name: given.name, commune: place.commune, producers },
      effect: async (tx) => {
        await tx
          .updateTable('local_place')
          .set({ ...columnsOf(given), ...place })
          .where('id', '=', id)
          .execute();
        await tx.deleteFrom('local_place_producer').where('local_place', '=', id).execute();
        for (const { id: producer } of there)
          await tx.insertInto('local_place_producer').values({ local_place: id, producer }).execute();
      },
    });
    return { id, version };
  },
});

/** A commune of today with its province; both coordinates or none. */
async function placeOf(tx: Tx, given: Given, day: Day): Promise<{ commune: string; province: string | null }> {
  if ((given.latitude === undefined) !== (given.longitude === undefined))
    throw invalid(
      given.latitude === undefined ? 'latitude' : 'longitude',
      'Ghi cả vĩ độ và kinh độ, hoặc bỏ trống cả hai.',
    );
  const unit = await readUnit(tx, given.commune, day);
  if (unit === null || unit.former || unit.level !== 'commune')
    throw invalid('commune', 'Chọn một xã, phường hoặc đặc khu hiện nay.');
  return { commune: unit.id, province: unit.province };
}

const columnsOf = ({ commune, plantingCodes, ...given }: Given) => ({
  ...{ kind: given.kind, name: given.name, craft: given.craft, recognised: given.recognised ?? null },
  ...{ act: given.act ?? null, planting_codes: plantingCodes ?? null },
  hectares: given.hectares === undefined ? null : sql<string>`${given.hectares}::numeric`,
  latitude: given.latitude === undefined ? null : sql<string>`${given.latitude}::numeric`,
  longitude: given.longitude === undefined ? null : sql<string>`${given.longitude}::numeric`,
});
