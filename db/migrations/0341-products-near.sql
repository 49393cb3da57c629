-- Products of one producer with near names: found in the background, for a person to judge. Nothing is joined by itself.
create table product_key (
  product uuid primary key references product,
  made_of text not null,                          -- hash of name and producer: compared anew when one of them changes
  producer uuid not null references producer,
  bare text not null,                             -- name without marks
  core text not null                              -- the same without a legal form
);
create index product_key_producer on product_key (producer);
create table product_near (
  a uuid not null references product,
  b uuid not null references product,
  found_on date not null,
  primary key (a, b),
  check (a < b)
);
create index product_near_b on product_near (b);
grant select, insert, update, delete on product_key, product_near to app;
grant select on product_near to report;

create or replace function remove_taken_back(wanted uuid[]) returns void language plpgsql security definer set search_path = ocop, public, pg_temp as $$
declare gone uuid[];
begin
  select array_agg(id) into gone from lifecycle where id = any(wanted) and state = 'takenBack' and process in ('producer', 'product', 'recognition');
  delete from product_search where product = any(gone);
  delete from counted_recognition where recognition = any(gone);
  delete from revocation where recognition = any(gone);
  delete from producer_pair where a = any(gone) or b = any(gone);
  delete from producer_key where producer = any(gone);
  delete from product_near where a = any(gone) or b = any(gone);
  delete from product_key where product = any(gone);
  update product set current_recognition = null where id = any(gone) and current_recognition is not null;
  delete from recognition where id = any(gone);
  delete from product where id = any(gone);
  delete from producer where id = any(gone);
end $$;
