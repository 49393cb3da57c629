import { offeredSets } from '#features/products';
import { roundsOfProvince } from '#features/rounds';
import { unitsIn } from '#features/units';
import type { ReadContext } from '#platform/http/context';
import { SelectField, TextArea, TextField } from '#ui';
import { type Idea, producersToName } from '../queries.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the form offers: communes the reader may choose, producers of the commune, sets of the rulebook, rounds of the province. */
interface IdeaOffers {
  readonly officer: boolean;
  readonly communes: readonly Choice[];
  readonly producers: readonly Choice[];
  readonly sets: readonly Choice[];
  readonly rounds: readonly Choice[];
}

const named = <T extends { id: string; name: string }>(rows: readonly T[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }));

/** `commune`: whose producers may be named; null while none is chosen. */
export async function ideaOffers(
  ctx: Pick<ReadContext, 'db' | 'day' | 'actor'>,
  place: { readonly commune: string | null; readonly province: string | null },
): Promise<IdeaOffers> {
  const { role, unit, area, producers: own } = ctx.actor;
  const officer = role !== 'producer';
  const [communes, producers, sets] = await Promise.all([
    officer && area !== null ? unitsIn(ctx.db, area, ctx.day) : [],
    producersToName(ctx.db, { commune: officer ? place.commune : null, producers: officer ? [] : own }),
    offeredSets(ctx.day, null),
  ]);
  const province = place.province ?? area ?? producers[0]?.province ?? null;
  const rounds = province === null ? [] : await roundsOfProvince(ctx.db, province);
  return {
    ...{ officer, sets, producers: named(producers) },
    communes: named(communes).filter(({ value }) => role !== 'commune' || value === unit),
    rounds: rounds
      .filter(({ completedBefore }) => completedBefore >= ctx.day)
      .map(({ id, no, year }) => ({ value: id, label: `Đợt ${no} năm ${year}` })),
  };
}

/** What an idea says. A producer names itself; an officer the producer, or who it will be. */
export function IdeaFields({ value, offers }: { value?: Idea; offers: IdeaOffers }) {
  const { officer, communes, producers, sets, rounds } = offers;
  const only = !officer && producers.length === 1 ? producers[0]?.value : undefined;
  return (
    <>
      <TextField name="name" label="Tên sản phẩm" value={value?.name} />
      {officer && communes.length > 1 && (
        <SelectField
          name="commune"
          label="Xã, phường, đặc khu"
          value={value?.commune}
          choices={communes}
          empty="Chọn xã"
        />
      )}
      {producers.length > 0 && (
        <SelectField
          name="producer"
          label="Chủ thể"
          value={value?.producer ?? only}
          choices={producers}
          empty={officer ? 'Chưa có trong danh bạ' : 'Chọn'}
          optional={officer ? 'sometimes' : undefined}
        />
      )}
      {officer && (
        <TextField
          name="person"
          label="Ai sẽ làm"
          hint="Ghi khi chủ thể chưa có trong danh bạ"
          value={value?.person}
          optional="sometimes"
        />
      )}
      <SelectField
        name="productSet"
        label="Bộ sản phẩm"
        hint="Có thể chọn sau; cần có trước khi lập hồ sơ"
        value={value?.productSet}
        choices={sets}
        empty="Chưa rõ"
        optional="sometimes"
      />
      <TextArea
        name="missing"
        label="Còn thiếu gì"
        hint="Ví dụ: đăng ký kinh doanh, phiếu kiểm nghiệm, bao bì"
        value={value?.missing}
        rows={3}
        optional
      />
      <TextField
        name="supporter"
        label="Ai hỗ trợ"
        hint="Cơ quan, hội, người hướng dẫn"
        value={value?.supporter}
        optional
      />
      {rounds.length > 0 && (
        <SelectField
          name="round"
          label="Đợt dự kiến"
          value={value?.round}
          choices={rounds}
          empty="Chưa định"
          optional
        />
      )}
    </>
  );
}
