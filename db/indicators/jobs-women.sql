-- Women who work for the products
-- Numerator: women among those of jobs; null when none is known
-- Denominator: none; how many products are known stands beside it (year-told)
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: the newest calendar year that has ended on `as_of`, of products in force on `as_of`
-- Unit: person
-- Legal basis: R15.2; 26/2026/QĐ-TTg Art. 10
create function indicator_jobs_women(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select sum(y.jobs_women) from ocop.indicator_stock_rows(as_of, units_as_of, unit) s join ocop.indicator_year_told(as_of) y on y.product = s.product
$$;
