-- Products whose term is not settled (stock, apart)
-- Numerator: products without a certificate known to be in force, but with one whose term the records do not settle
-- Denominator: none; never a part of the products with a star
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`
-- Unit: product
-- Legal basis: R6.1, R14.4
create function indicator_undetermined(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(*) from ocop.indicator_undetermined_rows(as_of, units_as_of, unit)
$$;
