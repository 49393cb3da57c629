-- Producers led by members of an ethnic minority (stock)
-- Numerator: producers of products with a certificate in force whose representative on the day belongs to an ethnic minority; null when there are fewer than the office lets be told
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`
-- Unit: producer
-- Legal basis: R15.2, R19.1; set by the office: smallCountFrom
create function indicator_producers_minority(as_of date, units_as_of date, unit uuid) returns numeric language sql stable security definer set search_path = ocop, pg_temp as $$
  select ocop.indicator_told((select minority from ocop.indicator_leaders(as_of, units_as_of, unit)), as_of)
$$;
