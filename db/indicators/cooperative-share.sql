-- Share of cooperatives among producers
-- Numerator: producers that are cooperatives or unions of them
-- Denominator: producers of products with a certificate in force
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`
-- Unit: per cent, exact to PostgreSQL's numeric; a report rounds it to two decimals; null without any producer
-- Legal basis: R14.1; 919/QĐ-TTg (target of 40 %)
create function indicator_cooperative_share(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select 100.0 * count(distinct producer) filter (where producer_type in ('cooperative', 'cooperativeUnion')) / nullif(count(distinct producer), 0) from ocop.indicator_stock_rows(as_of, units_as_of, unit)
$$;
