-- Producers with a circular or green chain (stock)
-- Numerator: producers of products with a certificate in force that have a circular or green chain tied to a raw-material area, as recorded for the day
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`
-- Unit: producer
-- Legal basis: R14.1, R15.2; 919/QĐ-TTg
create function indicator_producers_circular(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(distinct s.producer) from ocop.indicator_stock_rows(as_of, units_as_of, unit) s join ocop.indicator_chain_told(as_of) c on c.producer = s.producer
$$;
