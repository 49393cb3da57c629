-- A deputy of another office of the same unit: who heads an office, and who of the deputy's office agreed.
alter table appointment add column heads_office boolean not null default false;
alter table delegation
  add column deputy_place uuid references appointment,   -- the role at an office the deputy was chosen in; null in older rows
  add column agreed_by uuid references account;          -- who heads the deputy's office, where that is another one

-- Only what is recorded holds: what another office has not agreed to does not.
create or replace function places_lent_to(whose uuid, on_day date) returns json
language plpgsql stable set search_path = ocop, pg_temp set plan_cache_mode = 'force_generic_plan' as $$
begin
  return (
    select json_agg(json_build_object('delegation', d.id, 'account', d.holder, 'name', h.full_name, 'acts', d.acts,
        'act', d.act, 'actDate', to_char(d.act_date, 'DD/MM/YYYY'), 'to', d.valid_to, 'role', p.role, 'unit', p.unit,
        'area', case when u.level = 'province' then u.id else v.parent end, 'unitName', v.full_name,
        'organisation', p.organisation, 'takenAs', d.deputy_place) order by d.valid_from, d.id)
    from delegation d join lifecycle y on y.id = d.id and y.state = 'recorded'
      join account h on h.id = d.holder join lifecycle x on x.id = d.holder and x.state = 'active'
      join appointment p on p.id = d.appointment and p.valid_from <= on_day and (p.valid_to is null or p.valid_to >= on_day)
      left join unit u on u.id = p.unit
      left join lateral (select w.parent, w.full_name from unit_version w
        where w.unit = p.unit and w.valid_from <= on_day order by w.valid_from desc limit 1) v on true
    where d.deputy = whose and d.valid_from <= on_day and d.valid_to >= on_day);
end $$;

create or replace function appointments_of(whose uuid, on_day date) returns json
language plpgsql stable set search_path = ocop, pg_temp set plan_cache_mode = 'force_generic_plan' as $$
begin
  return (
    select json_agg(json_build_object('id', p.id, 'role', p.role, 'unit', p.unit,
        'area', case when u.level = 'province' then u.id else v.parent end, 'unitName', v.full_name,
        'producer', p.producer, 'producerName', c.name, 'organisation', p.organisation, 'position', p.position,
        'headsOffice', p.heads_office)
      order by p.valid_from, p.id)
    from appointment p left join unit u on u.id = p.unit left join producer c on c.id = p.producer
      left join lateral (select w.parent, w.full_name from unit_version w
        where w.unit = p.unit and w.valid_from <= on_day order by w.valid_from desc limit 1) v on true
    where p.account = whose and p.valid_from <= on_day and (p.valid_to is null or p.valid_to >= on_day));
end $$;
