import { holdMandate } from '#features/papers';
import type { Signing } from '#law/mandate';
import type { LawSettingKey } from '#law/settings';
import type { ActionContext } from '#platform/http/context';
import { invalid } from '#platform/refusal';
import { setting } from '#platform/settings';
import type { IssueInput } from './schema.ts';

/** Setting of the house: which capacities must name their mandate; a delegation always must. */
const SIGNING_MANDATE = 'signingMandate' satisfies LawSettingKey;

/** The signature as the law judges it; the mandate is held, so that it does not end meanwhile. */
export async function signingOf(
  ctx: ActionContext,
  province: string | null,
  given: Pick<IssueInput, 'signatory' | 'signingCapacity' | 'mandate'>,
): Promise<Signing> {
  const mandate = given.mandate === undefined ? undefined : await holdMandate(ctx.tx, given.mandate);
  if (given.mandate !== undefined && mandate?.province !== province)
    throw invalid('mandate', 'Chọn một văn bản giao ký trong danh sách');
  const demand = await setting(ctx.tx, SIGNING_MANDATE, { scope: province, day: ctx.day });
  return {
    signatory: given.signatory,
    capacity: given.signingCapacity,
    mandate: mandate ?? null,
    demand: demand === 'all' ? 'all' : 'delegated',
  };
}
