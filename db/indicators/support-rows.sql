-- Not an indicator: what the indicators of support count. One row a payment of the period that was not withdrawn, in the
-- units of the day asked (R12.8, R13.5).
create function indicator_support_rows(from_day date, as_of date, units_as_of date, unit uuid)
returns table (payment uuid, producer uuid, source text, item text, amount bigint, commune uuid, district uuid, province uuid)
language sql stable parallel safe as $$
  select s.id, s.producer, s.source, s.item, s.amount, z.commune, z.district, z.province
  from ocop.support_payment s join ocop.lifecycle l on l.id = s.id and l.state = 'paid' join ocop.places_on(units_as_of) z on z.place = s.place
  where s.paid_on between from_day and as_of and (unit is null or unit in (z.commune, z.district, z.province))
$$;
