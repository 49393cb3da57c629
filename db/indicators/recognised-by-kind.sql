-- Recognitions of the year by kind of application
-- Numerator: recognitions decided from 1 January to `as_of`: first, upgrade, reEvaluation
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: 1 January to `as_of`
-- Unit: recognition
-- Legal basis: R14.3, R15.2; 26/2026/QĐ-TTg Art. 8
create function indicator_recognised_by_kind(as_of date, units_as_of date, unit uuid) returns table (key text, value numeric) language sql stable parallel safe as $$
  select kind, count(*) from ocop.indicator_recognised_rows(date_trunc('year', as_of)::date, as_of, units_as_of, unit) group by 1
$$;
