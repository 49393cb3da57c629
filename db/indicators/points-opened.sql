-- Points of sale opened in the year
-- Numerator: points of presentation and sale of OCOP products opened from 1 January to `as_of`, closed since or not
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: 1 January to `as_of`, by the first day of the point
-- Unit: point
-- Legal basis: R14.1, R17.2; 843/QĐ-UBND of Hưng Yên, 2023 (target of 20 points)
create function indicator_points_opened(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(*) from ocop.indicator_point_opened_rows(date_trunc('year', as_of)::date, as_of, units_as_of, unit)
$$;
