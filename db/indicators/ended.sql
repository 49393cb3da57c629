-- Products that lost their star in the year
-- Numerator: products whose certificate expired or was revoked, or whose recognition was annulled, from 1 January to `as_of` and that have no other in force: expired, revoked, annulled
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: 1 January to `as_of`
-- Unit: product
-- Legal basis: R15.2; 26/2026/QĐ-TTg Art. 4.3, 8, 10.1.b
create function indicator_ended(as_of date, units_as_of date, unit uuid) returns table (key text, value numeric) language sql stable parallel safe as $$
  select kind, count(*) from ocop.indicator_ended_rows(date_trunc('year', as_of)::date, as_of, units_as_of, unit) group by 1
$$;
