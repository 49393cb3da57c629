-- Points of sale (stock)
-- Numerator: points of presentation and sale of OCOP products that are open
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`, the first and the last day of a point included
-- Unit: point
-- Legal basis: R14.1, R17.2; 919/QĐ-TTg (each province at least one)
create function indicator_points_of_sale(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(*) from ocop.indicator_point_rows(as_of, units_as_of, unit)
$$;
