-- Not an indicator: what the indicators of a period count. One row a recognition decided on a certain day of the period,
-- with its kind: as the dossier says, else first when the product had none before, upgrade when the one before had fewer
-- stars, re-evaluation otherwise (R14.3, R15.2; Art. 8 of 26/2026/QĐ-TTg). A recognition withdrawn as wrong by the last day
-- of the period (annulled, Art. 10.1.b) does not count; one whose day the source does not give counts in no period. Of a
-- dossier evaluated again (Art. 10.1.b) the recognition that was replaced does not count from the day of the new one.
create function indicator_recognised_rows(from_day date, as_of date, units_as_of date, unit uuid)
returns table (product uuid, recognition uuid, producer uuid, star integer, kind text, commune uuid, district uuid, province uuid)
language sql stable parallel safe as $$
  select g.product, g.recognition, p.producer, g.star,
    coalesce(d.kind, case when b.recognition is null then 'first' when b.star < g.star then 'upgrade' else 'reEvaluation' end), z.commune, z.district, z.province
  from ocop.counted_recognition g join ocop.places_on(units_as_of) z on z.place = g.place join ocop.product p on p.id = g.product
    join ocop.recognition r on r.id = g.recognition left join ocop.dossier d on d.id = r.dossier
    left join lateral (select o.recognition, o.star from ocop.counted_recognition o
      where o.product = g.product and o.recognition <> g.recognition and o.issued_latest < g.issued_earliest
        and not (o.life = 'annulled' and o.ended_on <= as_of)
      order by o.issued_latest desc, o.recognition desc limit 1) b on true
  where g.issued_earliest >= from_day and g.issued_latest <= as_of and not (g.life = 'annulled' and coalesce(g.ended_on, '-infinity') <= as_of)
    and not exists (select from ocop.recognition n where n.id = r.superseded_by and n.dossier = r.dossier and n.issued_latest <= as_of)
    and (unit is null or unit in (z.commune, z.district, z.province))
$$;

-- One row a product that lost its star in the period: expired (its term, or the extension of Article 12.3, ended in the
-- period and no other certificate of it is in force on the last day), revoked in the period (Art. 8), or its recognition
-- annulled in the period as wrongly given (Art. 10.1.b).
create function indicator_ended_rows(from_day date, as_of date, units_as_of date, unit uuid)
returns table (product uuid, recognition uuid, producer uuid, star integer, kind text, commune uuid, district uuid, province uuid)
language sql stable parallel safe as $$
  with state as (
    select g.*, z.commune, z.district, z.province,
      ocop.certificate_state(g.life, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on, g.aside,
        as_of, (select ocop.indicator_expiry_day_valid(as_of))) as at_end,
      ocop.certificate_state(g.life, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on, g.aside,
        from_day - 1, (select ocop.indicator_expiry_day_valid(from_day - 1))) as before
    from ocop.counted_recognition g join ocop.places_on(units_as_of) z on z.place = g.place
    where (greatest(g.expires_latest, g.extended_to) between from_day - 1 and as_of or g.ended_on between from_day and as_of)
      and (unit is null or unit in (z.commune, z.district, z.province))
  )
  select distinct on (s.product) s.product, s.recognition, p.producer, s.star, s.at_end, s.commune, s.district, s.province
  from state s join ocop.product p on p.id = s.product
  where (s.at_end in ('revoked', 'annulled') and s.ended_on between from_day and as_of
      or s.at_end = 'expired' and s.before is distinct from 'expired')
    and not exists (select from ocop.counted_recognition o where o.product = s.product and ocop.certificate_state(o.life, o.issued_earliest,
      o.issued_latest, o.expires_earliest, o.expires_latest, o.extended_from, o.extended_to, o.ended_on, o.aside, as_of, (select ocop.indicator_expiry_day_valid(as_of))) in ('inForce', 'extended'))
  order by s.product, s.issued_latest desc, s.recognition desc
$$;

-- One row a dossier that stood as a potential five-star product on the day (mean of 90 or more, Art. 7.3.e).
create function indicator_candidate_rows(as_of date, units_as_of date, unit uuid)
returns table (product uuid, dossier uuid, producer uuid, commune uuid, district uuid, province uuid)
language sql stable parallel safe as $$
  select d.product, d.id, d.producer, z.commune, z.district, z.province
  from ocop.dossier d join ocop.product p on p.id = d.product join ocop.places_on(units_as_of) z on z.place = p.place
  where (select l.to_state from ocop.ledger l where l.subject = d.id and l.day <= as_of order by l.no desc limit 1) = 'candidate'
    and (unit is null or unit in (z.commune, z.district, z.province))
$$;
