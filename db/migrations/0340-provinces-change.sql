-- Provinces merge, and a province parts with another (R12.2, R12.4): what hangs on a province goes along with it.
alter table unit_change_effect drop constraint unit_change_effect_kind_check;
alter table unit_change_effect add constraint unit_change_effect_kind_check
  check (kind in ('producer', 'product', 'dossier', 'account', 'round', 'decision', 'task', 'report', 'mandate', 'import'));

-- Everything of a province that ended reaches its heir. Refused for anything but a whole succession of the register, so that
-- the application cannot move reach by itself. What was decided, printed and counted under the old name keeps that name.
create function province_handed_over(gone uuid, heir uuid, on_day date) returns void language plpgsql security definer
set search_path = ocop, pg_temp as $$
declare
  r record;
  free integer;
begin
  if not exists (select from unit_succession s join unit u on u.id = s.former and u.level = 'province'
      where s.former = gone and s.successor = heir and s.part = 'full' and u.valid_to is not null) then
    raise exception 'province % has no whole successor %', gone, heir;
  end if;
  -- A round that still runs keeps its number where it is free among those of the heir, else it takes the next one.
  for r in select e.id, e.level, e.year, e.no from evaluation_round e where e.province = gone and (e.completed_before >= on_day
      or exists (select from dossier d join lifecycle l on l.id = d.id where d.round = e.id and l.state in ('inRound', 'inSession', 'concluded', 'candidate')))
    order by e.year, e.no loop
    select max(no) + 1 into free from evaluation_round where level = r.level and province = heir and year = r.year having bool_or(no = r.no);
    update evaluation_round set province = heir, no = coalesce(free, r.no) where id = r.id;
  end loop;
  update decision d set province = heir from lifecycle l where l.id = d.id and d.province = gone and l.state in ('draft', 'proposed');
  update task t set unit = heir from lifecycle l where l.id = t.id and t.unit = gone and l.next_actor is not null;
  update compiled_report c set office = heir where c.office = gone and c.open
    and not exists (select from compiled_report_version v where v.report = c.id);
  update mandate set valid_to = on_day - 1 where province = gone and valid_from < on_day and (valid_to is null or valid_to >= on_day);
  update misuse_report set province = heir where province = gone and closed_on is null;
  update list_import set province = heir where province = gone;
  update report_template set province = heir where province = gone;
  insert into list_mapping (province, fingerprint, columns, not_read, header_row, at)
    select heir, fingerprint, columns, not_read, header_row, at from list_mapping where province = gone on conflict do nothing;
  update producer_key set province = heir where province = gone;
  update file set province = heir where province = gone;
  update lifecycle set province = heir where province = gone;
end $$;
revoke execute on function province_handed_over(uuid, uuid, date) from public;
grant execute on function province_handed_over(uuid, uuid, date) to app;

-- Communes that lie in another province now: everything of theirs but dossiers, which follow their own province, reaches it.
create function reach_follows_province(communes uuid[]) returns void language sql security definer set search_path = ocop, pg_temp as $$
  update lifecycle l set province = v.parent from unit_version v
  where v.unit = l.commune and v.valid_to is null and l.commune = any(communes)
    and l.province is not null and l.process <> 'dossier' and l.province <> v.parent
$$;
revoke execute on function reach_follows_province(uuid[]) from public;
grant execute on function reach_follows_province(uuid[]) to app;
