-- Revenue of the year
-- Numerator: revenue of products with a certificate in force, as the commune accepted it; null when none is known
-- Denominator: none; how many products are known stands beside it (year-told)
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: the newest calendar year that has ended on `as_of`, of products in force on `as_of`
-- Unit: đồng
-- Legal basis: R15.2; 26/2026/QĐ-TTg Art. 10
create function indicator_revenue(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select sum(y.revenue) from ocop.indicator_stock_rows(as_of, units_as_of, unit) s join ocop.indicator_year_told(as_of) y on y.product = s.product
$$;
