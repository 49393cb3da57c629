-- Share of producers with a circular or green chain
-- Numerator: producers of producers-circular
-- Denominator: producers of products with a certificate in force
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`
-- Unit: per cent, exact to PostgreSQL's numeric; a report rounds it to two decimals; null without any producer
-- Legal basis: R14.1; 919/QĐ-TTg (target of 30 %)
create function indicator_circular_share(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select 100.0 * count(distinct c.producer) / nullif(count(distinct s.producer), 0)
    from ocop.indicator_stock_rows(as_of, units_as_of, unit) s left join ocop.indicator_chain_told(as_of) c on c.producer = s.producer
$$;
