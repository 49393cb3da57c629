-- Producers supported in the year
-- Numerator: producers that were paid anything from 1 January to `as_of`
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`, by the place of the producer when it was paid; null is the whole country
-- Date: 1 January to `as_of`, by the day of payment
-- Unit: producer
-- Legal basis: R13.5, R15.2
create function indicator_support_producers(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(distinct producer) from ocop.indicator_support_rows(date_trunc('year', as_of)::date, as_of, units_as_of, unit)
$$;
