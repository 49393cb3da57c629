-- What an autosave asks besides its one update, in fewer steps: who stands behind a session is one statement of one function
-- (the words are the same as before), and what a session takes stands in the condition of the update.

create or replace function standing_of(hash text, on_day date, out standing text, out last_seen_at timestamptz)
  language plpgsql stable set search_path = ocop, pg_temp set plan_cache_mode = 'force_generic_plan' as $$
begin
  select json_build_object('session', s.id, 'account', s.account, 'username', a.username, 'fullName', a.full_name,
      'appointment', s.appointment, 'createdAt', s.created_at, 'freshAt', s.fresh_at,
      'secondFactorAt', s.second_factor_at, 'mustChangePassword', a.must_change_password,
      'passwordChangedAt', a.password_changed_at, 'totpConfirmedAt', a.totp_confirmed_at, 'demo', a.demo,
      'appointments', (
        select json_agg(json_build_object('id', p.id, 'role', p.role, 'unit', p.unit,
            'area', case when u.level = 'province' then u.id else v.parent end, 'unitName', v.full_name,
            'producer', p.producer, 'producerName', c.name, 'organisation', p.organisation, 'position', p.position,
            'headsOffice', p.heads_office)
          order by p.valid_from, p.id)
        from appointment p left join unit u on u.id = p.unit left join producer c on c.id = p.producer
          left join lateral (select w.parent, w.full_name from unit_version w
            where w.unit = p.unit and w.valid_from <= on_day order by w.valid_from desc limit 1) v on true
        where p.account = a.id and p.valid_from <= on_day and (p.valid_to is null or p.valid_to >= on_day)),
      'delegations', case when exists (select from delegation d
          where d.deputy = a.id and d.valid_from <= on_day and d.valid_to >= on_day) then places_lent_to(a.id, on_day) end,
      'settings', (select g.value from setting g where g.key = 'identity' and g.scope is null and g.valid_from <= on_day
        order by g.valid_from desc limit 1))::text, s.last_seen_at
    into standing, last_seen_at
    from account_session s join account a on a.id = s.account join lifecycle l on l.id = a.id
    where s.token_hash = hash and s.ended_at is null and l.state = 'active';
end $$;

create or replace function save_sheet_draft(of_sheet uuid, seen integer, of_set text, filled jsonb, noted jsonb, said text,
  excluded jsonb, saved_on timestamptz, by_account uuid, by_key text, by_action text, by_hash text) returns json
language plpgsql volatile set search_path = ocop, pg_temp set plan_cache_mode = 'force_generic_plan' as $$
declare
  answer json;
begin
  -- Members hold their session together; the secretary who closes it holds it alone.
  perform pg_advisory_xact_lock_shared(hashtextextended('session:' || s.session, 0)) from score_sheet s where s.id = of_sheet;
  update score_sheet s
     set answers = filled, notes = noted, opinion = said, exclusion = excluded,
         draft_version = s.draft_version + 1, saved_at = saved_on
    from lifecycle l, lifecycle k, dossier d
   where s.id = of_sheet and l.id = s.id and k.id = s.session and d.id = s.dossier
     and s.draft_version = seen and s.submitted_at is null and l.state = 'open' and d.product_set = of_set
     and k.state = 'scoring'
     and not exists (select from session_attendance t where t.session = s.session and t.seat = s.seat and not t.present)
     and not exists (select from idempotency_key k where k.account = by_account and k.key = by_key)
  returning json_build_object('id', of_sheet, 'state', l.state, 'version', l.version, 'draftVersion', s.draft_version,
    'hash', null) into answer;
  if not found then return null; end if;
  insert into idempotency_key (account, key, action, request_hash, response)
    values (by_account, by_key, by_action, by_hash, answer);
  return answer;
end $$;

drop function session_takes_sheets(uuid, uuid);
