-- Products sold by e-commerce (stock)
-- Numerator: products with a certificate in force whose accepted figures of the year name e-commerce or social networks
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: the newest calendar year that has ended on `as_of`, of products in force on `as_of`
-- Unit: product
-- Legal basis: R14.1, R15.2
create function indicator_ecommerce(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(*) from ocop.indicator_stock_rows(as_of, units_as_of, unit) s join ocop.indicator_year_told(as_of) y on y.product = s.product where 'online' = any(y.channels)
$$;
