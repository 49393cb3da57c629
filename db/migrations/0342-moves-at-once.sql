-- Many moves in one statement, as births are (0204): the very rows an insert into ledger and its trigger would leave, each
-- subject locked first and moved by the step its state allows. Answers how many moved; a subject stands in it once.
create function moved_at_once(moves json, by_actor text, by_name text, in_capacity text, on_day date, of_request text) returns bigint
language sql security definer set search_path = ocop, pg_temp as $$
  with held as materialized (
    select l.id, l.process, l.state, l.version, l.head, l.next_actor, l.due_on, m.action, m.reason, m.facts
    from json_to_recordset(moves) as m(id uuid, action text, reason text, facts jsonb) join lifecycle l on l.id = m.id
    order by l.id for no key update of l
  ), numbered as materialized (
    select row(nextval('ocop.ledger_no_seq'), clock_timestamp(), h.id, h.process, h.action, h.state, s.to_state, h.version + 1, by_actor, by_name, in_capacity,
        on_day, of_request, null, h.reason, coalesce(h.facts, '{}'), h.next_actor, h.due_on, h.head, null, null)::ledger as l
    from held h join lifecycle_step s on s.process = h.process and s.action = h.action and s.from_state = h.state
  ), hashed as materialized (
    select l, sha256(convert_to(ledger_row_text(l), 'UTF8')) as hash from numbered
  ), moved as (
    update lifecycle f set state = (h.l).to_state, version = (h.l).version, moved_at = (h.l).at, head = h.hash from hashed h where f.id = (h.l).subject
  ), written as (
    insert into ledger (no, at, subject, process, action, from_state, to_state, version, actor, actor_name, capacity, day, request_id, reason, facts,
      next_actor, due_on, prev_hash, hash)
    overriding system value
    select (l).no, (l).at, (l).subject, (l).process, (l).action, (l).from_state, (l).to_state, (l).version, (l).actor, (l).actor_name, (l).capacity,
      (l).day, (l).request_id, (l).reason, (l).facts, (l).next_actor, (l).due_on, (l).prev_hash, hash from hashed
    returning 1
  )
  select count(*) from written
$$;
revoke execute on function moved_at_once(json, text, text, text, date, text) from public;
grant execute on function moved_at_once(json, text, text, text, date, text) to app;
