-- Not an indicator: what producers and communes tell of products and producers, beside certificates. The indicators join it
-- to the stock.

-- The accepted figures of the newest calendar year that has ended on the day: on 30/6/2026 those of 2025, on 31/12/2026 those
-- of 2026. They are accepted after their year: a figure of an earlier day says what is accepted today.
create function indicator_year_told(as_of date)
returns table (product uuid, id uuid, year integer, revenue bigint, jobs integer, jobs_women integer, channels text[])
language sql stable parallel safe as $$
  select y.product, y.id, y.year, v.revenue, v.jobs, v.jobs_women, v.channels
  from ocop.product_year y join ocop.product_year_version v on v.product_year = y.id and v.no = y.accepted
  where y.year = extract(year from as_of + 1)::int - 1 and y.accepted is not null
$$;

-- Where products were said to be sold on the day: what is said now, or what the ledger has of the day when it was said anew later.
create function indicator_selling_told(as_of date) returns table (product uuid, online boolean, place boolean)
language sql stable parallel safe as $$
  select y.product, cardinality(y.links) > 0, y.place is not null from ocop.product_selling y where y.said_on <= as_of
  union all
  select y.product, jsonb_array_length(e.said -> 'links') > 0, e.said ->> 'place' is not null
  from ocop.product_selling y cross join lateral (
    select l.facts -> 'after' as said from ocop.ledger l
    where l.subject = y.product and l.action = 'product.declareSelling' and l.day <= as_of order by l.no desc limit 1) e
  where y.said_on > as_of
$$;

-- Producers with a circular or green chain on the day: a dated fact of their record that has begun and not ended.
create function indicator_chain_told(as_of date) returns table (producer uuid) language sql stable parallel safe as $$
  with told as (
    select distinct on (f.producer, f.item) f.producer, f.open from ocop.producer_fact f
    where f.section = 'chain' and not f.undone and coalesce(f.valid_from, '-infinity') <= as_of
    order by f.producer, f.item, coalesce(f.valid_from, '-infinity') desc, f.no desc
  )
  select distinct t.producer from told t
  where (t.open ->> 'begins')::date <= as_of and coalesce((t.open ->> 'ends')::date >= as_of, true)
$$;
