-- Recognitions of the year
-- Numerator: recognitions decided from 1 January to `as_of`, of products new and old: a flow, not the stock
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: 1 January to `as_of`
-- Unit: recognition
-- Legal basis: R14.3, R15.2
create function indicator_recognised(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(*) from ocop.indicator_recognised_rows(date_trunc('year', as_of)::date, as_of, units_as_of, unit)
$$;
