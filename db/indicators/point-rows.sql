-- Not an indicator: what the indicators of points of sale count. One row a point that was not withdrawn and open on the day,
-- in the units of the day asked (R12.8, R17.2).
create function indicator_point_rows(as_of date, units_as_of date, unit uuid)
returns table (point uuid, kind text, opened_on date, commune uuid, district uuid, province uuid)
language sql stable parallel safe as $$
  select p.id, p.kind, p.opened_on, z.commune, z.district, z.province
  from ocop.sale_point p join ocop.lifecycle l on l.id = p.id and l.state in ('open', 'closed') join ocop.places_on(units_as_of) z on z.place = p.place
  where p.opened_on <= as_of and coalesce(p.closed_on, 'infinity') >= as_of and (unit is null or unit in (z.commune, z.district, z.province))
$$;

-- The same of those that opened in the period, closed since or not.
create function indicator_point_opened_rows(from_day date, as_of date, units_as_of date, unit uuid)
returns table (point uuid, kind text, opened_on date, commune uuid, district uuid, province uuid)
language sql stable parallel safe as $$
  select p.id, p.kind, p.opened_on, z.commune, z.district, z.province
  from ocop.sale_point p join ocop.lifecycle l on l.id = p.id and l.state in ('open', 'closed') join ocop.places_on(units_as_of) z on z.place = p.place
  where p.opened_on between from_day and as_of and (unit is null or unit in (z.commune, z.district, z.province))
$$;
