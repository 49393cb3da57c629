-- Everything it depends on as whom a session acts, as one text, and beside it the time of its last request: read at every
-- request, and compared word for word inside a statement that saves what was answered to the same text before.
-- Both null when there is no such session, it was ended, or the account may not sign in.
create function standing_of(hash text, on_day date, out standing text, out last_seen_at timestamptz)
language plpgsql stable set search_path = ocop, pg_temp set plan_cache_mode = 'force_generic_plan' as $$
begin
  select json_build_object('session', s.id, 'account', s.account, 'username', a.username, 'fullName', a.full_name,
      'appointment', s.appointment, 'createdAt', s.created_at, 'freshAt', s.fresh_at,
      'secondFactorAt', s.second_factor_at, 'mustChangePassword', a.must_change_password,
      'passwordChangedAt', a.password_changed_at, 'totpConfirmedAt', a.totp_confirmed_at, 'demo', a.demo,
      'appointments', appointments_of(a.id, on_day), 'delegations', places_lent_to(a.id, on_day),
      'settings', (select g.value from setting g where g.key = 'identity' and g.scope is null and g.valid_from <= on_day
        order by g.valid_from desc limit 1))::text, s.last_seen_at
    into standing, last_seen_at
    from account_session s join account a on a.id = s.account join lifecycle l on l.id = a.id
    where s.token_hash = hash and s.ended_at is null and l.state = 'active';
end $$;

-- Planned once a connection, like everything an autosave asks.
alter function session_takes_sheets(uuid, uuid) set plan_cache_mode = 'force_generic_plan';

-- Saves an open sheet at the version that was seen, with the product set its answers were read by, while the session takes
-- sheets and the key is new; the answer is kept under the key. Null when any of it does not hold: nothing has changed then.
-- Whether the caller may is a condition of the statement that calls it. The same key twice at one moment fails as a unique
-- violation and leaves nothing.
create function save_sheet_draft(of_sheet uuid, seen integer, of_set text, filled jsonb, noted jsonb, said text,
  excluded jsonb, saved_on timestamptz, by_account uuid, by_key text, by_action text, by_hash text) returns json
language plpgsql volatile set search_path = ocop, pg_temp set plan_cache_mode = 'force_generic_plan' as $$
declare
  place record;
  saved record;
  answer json;
begin
  select s.session, s.seat into place from score_sheet s where s.id = of_sheet;
  if not found or not session_takes_sheets(place.session, place.seat) then return null; end if;
  update score_sheet s
     set answers = filled, notes = noted, opinion = said, exclusion = excluded,
         draft_version = s.draft_version + 1, saved_at = saved_on
    from lifecycle l, dossier d
   where s.id = of_sheet and l.id = s.id and d.id = s.dossier
     and s.draft_version = seen and s.submitted_at is null and l.state = 'open' and d.product_set = of_set
     and not exists (select from idempotency_key k where k.account = by_account and k.key = by_key)
  returning l.state, l.version, s.draft_version into saved;
  if not found then return null; end if;
  answer := json_build_object('id', of_sheet, 'state', saved.state, 'version', saved.version,
    'draftVersion', saved.draft_version, 'hash', null);
  insert into idempotency_key (account, key, action, request_hash, response)
    values (by_account, by_key, by_action, by_hash, answer);
  return answer;
end $$;
