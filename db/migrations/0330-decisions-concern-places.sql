-- Communes and provinces a decision says something about without being theirs (policy reach "concerned"): where the dossiers
-- of its list are from. So a province and a commune read what the Ministry decided on their product (Art. 7.4).
create view concern_reach as
  select i.decision as subject, u.unit
    from decision_item i join lifecycle l on l.id = i.dossier cross join lateral (values (l.commune), (l.province)) as u(unit)
   where u.unit is not null;
grant select on concern_reach to app;
