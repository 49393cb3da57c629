-- Products with a place of sale (stock)
-- Numerator: products with a certificate in force of which producer or commune told a shop or market
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`, as told by then
-- Unit: product
-- Legal basis: R14.1, R15.2
create function indicator_sales_points(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(*) from ocop.indicator_stock_rows(as_of, units_as_of, unit) s join ocop.indicator_selling_told(as_of) y on y.product = s.product where y.place
$$;
