-- Craft villages with a product (stock)
-- Numerator: craft villages whose producers have a product with a certificate in force
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`; which producers work in a village is told as of today
-- Unit: craft village
-- Legal basis: R14.1, R15.2; 919/QĐ-TTg (target of 50 %)
create function indicator_villages(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(distinct v.id) from ocop.indicator_stock_rows(as_of, units_as_of, unit) s join ocop.local_place_producer x on x.producer = s.producer
    join ocop.local_place v on v.id = x.local_place and v.kind = 'craftVillage'
$$;
