-- The decision that takes a certificate back (Art. 8), by the authority entitled to its star; the signed file is kept.
create table revocation (
  recognition uuid primary key references recognition,
  level text not null check (level in ('province', 'central')),
  ground text not null,                           -- letter of Art. 8.1
  proof_number text not null, proof_dated date not null,
  proof_by text,                                  -- whose conclusion or confirmation
  number text not null, dated date not null, signatory text not null,
  file uuid not null references file,
  recorded_by uuid not null references account, recorded_at timestamptz not null default now()
);
create index revocation_file on revocation (file);
grant select on revocation to app, report;
grant insert on revocation to app;

create or replace function remove_taken_back(wanted uuid[]) returns void language plpgsql security definer set search_path = ocop, public, pg_temp as $$
declare gone uuid[];
begin
  select array_agg(id) into gone from lifecycle where id = any(wanted) and state = 'takenBack' and process in ('producer', 'product', 'recognition');
  delete from product_search where product = any(gone);
  delete from counted_recognition where recognition = any(gone);
  delete from revocation where recognition = any(gone);
  delete from producer_pair where a = any(gone) or b = any(gone);
  delete from producer_key where producer = any(gone);
  update product set current_recognition = null where id = any(gone) and current_recognition is not null;
  delete from recognition where id = any(gone);
  delete from product where id = any(gone);
  delete from producer where id = any(gone);
end $$;
