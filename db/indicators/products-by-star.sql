-- Products by star (stock)
-- Numerator: products with a certificate in force, by the star of the newest; key none: the source names no star
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`
-- Unit: product
-- Legal basis: R15.2; 26/2026/QĐ-TTg Art. 4.2
create function indicator_products_by_star(as_of date, units_as_of date, unit uuid) returns table (key text, value numeric) language sql stable parallel safe as $$
  select coalesce(star::text, 'none'), count(*) from ocop.indicator_stock_rows(as_of, units_as_of, unit) group by 1
$$;
