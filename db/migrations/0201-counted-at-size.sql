-- "How many hold on day D, by unit" over a million recognitions (issue 4, section 8): narrow rows in the order they are summed.
-- The day an end made known takes effect: from then on the certificate is worth nothing. certificate_state says the same.
alter table counted_recognition add column stops date not null generated always as (
  case when life in ('revoked', 'annulled', 'superseded') then coalesce(ended_on, '-infinity') else 'infinity' end) stored;
create index counted_recognition_days on counted_recognition (place, star, issued_latest, expires_earliest, stops);
create index counted_recognition_extended on counted_recognition (place) where extended_to is not null;

-- What is worth something on a day, by place and star: what certificate_state calls inForce or extended. The planner takes it in.
create function valid_on(on_day date, expiry_day_valid boolean) returns table (place uuid, star integer, valid bigint)
  language sql stable parallel safe as $$
  select place, star, count(*) from ocop.counted_recognition
  where issued_latest <= on_day and expires_earliest >= on_day + (not expiry_day_valid)::int and stops > on_day
  group by place, star
  union all
  select place, star, count(*) from ocop.counted_recognition
  where extended_to >= on_day and expires_latest < on_day + (not expiry_day_valid)::int and stops > on_day and issued_latest is not null
    and issued_earliest <= on_day
  group by place, star
$$;

-- Products everybody sees, counted by place: one narrow row each, kept right with the search.
create table counted_product (product uuid primary key references product, place uuid not null);
create index counted_product_place on counted_product (place);
grant select on counted_product to app, report;

create function products_counted() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from counted_product c using changed g where c.product = g.product;
    return null;
  end if;
  delete from counted_product c using changed g where c.product = g.product and not g.open;
  insert into counted_product (product, place) select p.id, p.place from changed g join product p on p.id = g.product where g.open
    on conflict (product) do update set place = excluded.place where counted_product.place <> excluded.place;
  return null;
end $$;
create function product_places_counted() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update counted_product c set place = g.place from changed g where c.product = g.id and c.place <> g.place;
  return null;
end $$;
create trigger counted_product_insert after insert on product_search referencing new table as changed for each statement execute function products_counted();
create trigger counted_product_update after update on product_search referencing new table as changed for each statement execute function products_counted();
create trigger counted_product_delete after delete on product_search referencing old table as changed for each statement execute function products_counted();
create trigger counted_product_places after update on product referencing new table as changed for each statement execute function product_places_counted();

insert into counted_product (product, place) select p.id, p.place from product_search s join product p on p.id = s.product where s.open;
