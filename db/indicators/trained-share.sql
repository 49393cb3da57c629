-- Share of producers trained
-- Numerator: producers of producers-trained
-- Denominator: producers of products with a certificate in force
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: courses that had ended on `as_of`; products in force on `as_of`
-- Unit: per cent, exact to PostgreSQL's numeric; a report rounds it to two decimals; null without any producer
-- Legal basis: R15.2; 843/QĐ-UBND of Hưng Yên, 2023 (target of 100 %)
create function indicator_trained_share(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select 100.0 * count(distinct s.producer) filter (where t.producer is not null) / nullif(count(distinct s.producer), 0)
    from ocop.indicator_stock_rows(as_of, units_as_of, unit) s left join ocop.indicator_producers_taught(as_of) t on t.producer = s.producer
$$;
