-- Products by product set (stock)
-- Numerator: products with a certificate in force, by the set whose sheet they are scored on; key none: not classified
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`
-- Unit: product
-- Legal basis: R15.2; 26/2026/QĐ-TTg Annex I
create function indicator_products_by_set(as_of date, units_as_of date, unit uuid) returns table (key text, value numeric) language sql stable parallel safe as $$
  select coalesce(product_set, 'none'), count(*) from ocop.indicator_stock_rows(as_of, units_as_of, unit) group by 1
$$;
