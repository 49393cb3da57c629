-- Producers in modern channels (stock)
-- Numerator: producers of products with a certificate in force, one of which was sold in supermarkets, convenience or OCOP shops by its accepted figures of the year
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: the newest calendar year that has ended on `as_of`, of products in force on `as_of`
-- Unit: producer
-- Legal basis: R14.1, R15.2; 919/QĐ-TTg
create function indicator_producers_modern(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(distinct s.producer) from ocop.indicator_stock_rows(as_of, units_as_of, unit) s join ocop.indicator_year_told(as_of) y on y.product = s.product where 'modern' = any(y.channels)
$$;
