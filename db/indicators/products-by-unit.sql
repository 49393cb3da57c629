-- Products by unit (stock)
-- Numerator: products with a certificate in force, by the units directly in the unit: districts while there were any, else communes; provinces of the country; key none: not placed
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`
-- Unit: product
-- Legal basis: R12.8, R15.2
create function indicator_products_by_unit(as_of date, units_as_of date, unit uuid) returns table (key text, value numeric) language sql stable parallel safe as $$
  select coalesce(case when unit is null then province when district is not null and district <> unit then district else commune end::text, 'none'), count(*) from ocop.indicator_stock_rows(as_of, units_as_of, unit) group by 1
$$;
