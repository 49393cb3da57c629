-- Support paid in the year
-- Numerator: amounts paid to producers from 1 January to `as_of`, from every source
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`, by the place of the producer when it was paid; null is the whole country
-- Date: 1 January to `as_of`, by the day of payment
-- Unit: đồng
-- Legal basis: R13.5, R15.2
create function indicator_support_paid(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select coalesce(sum(amount), 0) from ocop.indicator_support_rows(date_trunc('year', as_of)::date, as_of, units_as_of, unit)
$$;
