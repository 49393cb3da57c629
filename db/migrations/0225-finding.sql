-- Finding producers by every name they ever bore: one narrow row a producer, kept right in the transaction of the change.
create table producer_search (
  producer uuid primary key references producer on delete cascade,
  words tsvector not null,                        -- its names, those of before and of records joined into it; without marks
  former text                                     -- the names of before, for the screen
);
create index producer_search_words on producer_search using gin (words);

create function refresh_producer_search(wanted uuid[]) returns void language sql security definer set search_path = ocop, public, pg_temp as $$
  insert into producer_search (producer, words, former)
  select p.id, word_vector(concat_ws(' ', p.name_plain, plain_text(o.names))), o.names
  from producer p left join lateral (
    select string_agg(name, '; ' order by name) as names from (
      select f.open ->> 'name' as name from producer_fact f where f.producer = p.id and f.section = 'name' and not f.undone
      union select j.name from producer j where j.joined_into = p.id) n where n.name <> p.name) o on true
  where p.id = any(wanted)
  on conflict (producer) do update set (words, former) = (excluded.words, excluded.former)
$$;
revoke execute on function refresh_producer_search(uuid[]) from public;

create function producer_search_follows() returns trigger language plpgsql security definer set search_path = ocop, public, pg_temp as $$
declare touched uuid[];
begin
  execute tg_argv[0] into touched;
  if touched is not null then perform refresh_producer_search(touched); end if;
  return null;
end $$;
create trigger producer_search_insert after insert on producer referencing new table as changed for each statement
  execute function producer_search_follows('select array_agg(id) from changed');
create trigger producer_search_update after update on producer referencing old table as before new table as changed for each statement
  execute function producer_search_follows('select array_agg(distinct x) from changed c join before b using (id) cross join lateral unnest(array[c.id, c.joined_into, b.joined_into]) x
    where x is not null and (c.name, c.joined_into) is distinct from (b.name, b.joined_into)');
create trigger producer_search_fact after insert on producer_fact referencing new table as changed for each statement
  execute function producer_search_follows($q$select array_agg(distinct producer) from changed where section = 'name'$q$);
create trigger producer_search_undone after update on producer_fact referencing new table as changed for each statement
  execute function producer_search_follows($q$select array_agg(distinct producer) from changed where section = 'name'$q$);
select refresh_producer_search(array(select id from producer));
grant select on producer_search to app, report;

-- Numbers people know a record by: typed with or without blanks, dashes and marks.
create index producer_tax_digits on producer (regexp_replace(tax_code, '[^0-9]', '', 'g')) where tax_code is not null;
create index producer_phone_digits on producer (regexp_replace(phone, '[^0-9]', '', 'g')) where phone is not null;
create index producer_representative on producer using gin (plain_text(representative ->> 'name') gin_trgm_ops);
create index recognition_decision_key on recognition (code_key(decision_number)) where decision_number is not null;
create index dossier_code_key on dossier (code_key(product_code)) where product_code is not null;
create index receipt_slip_key on receipt_slip (code_key(text));

alter table saved_view drop constraint saved_view_list_check;
alter table saved_view add check (list in ('queue', 'dossiers', 'find'));
