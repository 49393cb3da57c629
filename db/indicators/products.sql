-- Products with a star (stock)
-- Numerator: products with a certificate in force, each once
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`
-- Unit: product
-- Legal basis: R14.2, R15.2; 26/2026/QĐ-TTg Art. 4.3
create function indicator_products(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(*) from ocop.indicator_stock_rows(as_of, units_as_of, unit)
$$;
