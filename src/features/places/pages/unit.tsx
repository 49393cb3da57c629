import type { UnitLevel } from '#features/units';
import type { Day } from '#platform/clock';
import { byId } from '#platform/http/fields';
import { publicPage } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { FactsList, formatDay, formatNumber, Note, TakeList } from '#ui';
import { type Counts, countsByUnit, countsOf, sumOf, type UnitCount } from '../counts.ts';
import { type DaysAsked, daysAsked, dayWithin } from '../days.ts';
import { type UnitStory, unitStory } from '../queries.ts';
import { placeQuery } from '../schema.ts';
import { placeSheetUrl, placesPath, placesUrl, placeUrl } from '../urls.ts';
import { childLevel, LEVEL_WORDS } from '../words.ts';
import { CountsNote, CountsTable, DaysForm } from './parts.tsx';
import { Story } from './story.tsx';

interface Data {
  story: UnitStory;
  days: DaysAsked;
  by: UnitLevel | null;
  rows: UnitCount[];
  counts: Counts;
  today: Day;
}

/** One unit: what it is called, what it was, what it became, what lies in it and how much it counts. */
export const placePage = publicPage({
  params: byId,
  query: placeQuery.omit({ q: true }),
  shell: 'public',
  async load(ctx, { id }, query): Promise<Data> {
    const story = await unitStory(ctx.db, id, ctx.day);
    if (story === null) throw notFound();
    const asked = daysAsked(query, ctx.day);
    const days = { ...asked, units: dayWithin(asked.units, story) };
    const by = childLevel(story.level, days.units);
    const counted = { units: days.units, valid: days.valid };
    const rows =
      by === null ? [] : await countsByUnit(ctx.db, { ...counted, by, within: { unit: id, level: story.level } });
    const counts = by === null ? await countsOf(ctx.db, { ...counted, unit: id, level: story.level }) : sumOf(rows);
    return { story, days, by, rows, counts, today: ctx.day };
  },
  head: ({ story }) => ({
    title: story.validTo === null ? story.place : `${story.place} (cũ)`,
    description: `${story.place}: tên cũ, sáp nhập, văn bản, số sản phẩm OCOP.`,
  }),
  view: (data) => <Unit {...data} />,
});

function Unit({ story, days, by, rows, counts, today }: Data) {
  const asked = { ngay: days.units, hieuluc: days.valid };
  const ended = story.validTo !== null && story.validTo < today;
  return (
    <div class="page stack-7 pt-6 pb-12">
      <div class="stack-2">
        <p class="sm">
          <a href={placesUrl()}>Đơn vị hành chính</a>
        </p>
        <h1>
          {story.place}
          {ended && ' (cũ)'}
        </h1>
        {ended && story.successors.length > 0 && (
          <Note kind="soon" title={`Hết hiệu lực sau ngày ${formatDay(story.validTo ?? '')}.`}>
            Nay thuộc:{' '}
            {story.successors.map(({ unit, place, part }, n) => (
              <span key={unit}>
                {n > 0 && '; '}
                <a href={placeUrl(unit)}>{place}</a>
                {part === 'partial' && ' (một phần)'}
              </span>
            ))}
          </Note>
        )}
        <FactsList
          facts={[
            { term: 'Cấp', value: LEVEL_WORDS[story.level] },
            story.code !== null && { term: 'Mã', value: story.code },
            story.parent !== null && {
              term: 'Thuộc',
              value: <a href={placeUrl(story.parent.id, asked)}>{story.parent.name}</a>,
            },
            { term: 'Hiệu lực', value: validWords(story) },
            {
              term: `Sản phẩm OCOP (đơn vị ngày ${formatDay(days.units)})`,
              value: (
                <a href={`/san-pham?unit=${story.id}&unitsAsOf=${days.units}`}>
                  {formatNumber(counts.products)} sản phẩm
                </a>
              ),
              sub: `${formatNumber(counts.valid)} lần công nhận còn hiệu lực ngày ${formatDay(days.valid)}`,
            },
          ]}
        />
      </div>
      <Story story={story} today={today} />
      {by !== null && (
        <section class="stack-2">
          <div class="row between">
            <h2>
              {rows.filter(({ unit }) => unit !== null).length} {LEVEL_WORDS[by].toLowerCase()} ngày{' '}
              {formatDay(days.units)}
            </h2>
            <TakeList small href={placeSheetUrl(story.id, asked)} />
          </div>
          <DaysForm action={`${placesPath}/${story.id}`} days={days} linkTo={(to) => placeUrl(story.id, to)} />
          <CountsTable
            rows={rows}
            days={days}
            caption={`Số sản phẩm theo ${LEVEL_WORDS[by].toLowerCase()}`}
            unknown={`Chưa rõ ${LEVEL_WORDS[by].toLowerCase()}`}
          />
          <CountsNote days={days} />
        </section>
      )}
    </div>
  );
}

function validWords({ validFrom, validTo }: UnitStory): string {
  const from = validFrom === null ? 'có từ trước ngày 01/11/2021' : `từ ngày ${formatDay(validFrom)}`;
  return validTo === null ? from : `${from}, đến hết ngày ${formatDay(validTo)}`;
}
