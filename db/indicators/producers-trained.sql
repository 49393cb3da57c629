-- Producers trained (stock)
-- Numerator: producers of products with a certificate in force that are known to have taken part in a course
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: courses that had ended on `as_of`
-- Unit: producer
-- Legal basis: R15.2; 843/QĐ-UBND of Hưng Yên, 2023 (target of 100 % of the producers)
create function indicator_producers_trained(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(distinct s.producer) from ocop.indicator_stock_rows(as_of, units_as_of, unit) s join ocop.indicator_producers_taught(as_of) t on t.producer = s.producer
$$;
