-- Share of producers in modern channels
-- Numerator: producers of producers-modern
-- Denominator: producers of products with a certificate in force
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: the newest calendar year that has ended on `as_of`, of products in force on `as_of`
-- Unit: per cent, exact to PostgreSQL's numeric; a report rounds it to two decimals; null without any producer
-- Legal basis: R14.1; 919/QĐ-TTg (target of 50 %)
create function indicator_modern_share(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select 100.0 * count(distinct s.producer) filter (where 'modern' = any(y.channels)) / nullif(count(distinct s.producer), 0)
    from ocop.indicator_stock_rows(as_of, units_as_of, unit) s left join ocop.indicator_year_told(as_of) y on y.product = s.product
$$;
