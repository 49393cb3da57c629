-- What a product brought in a year, as its producer reports it and its commune accepts it. A correction is a new version; the
-- earlier ones stay. What counts in lists and figures is the accepted version:
--   product_year y join product_year_version v on (v.product_year, v.no) = (y.id, y.accepted)
create table product_year (
  id uuid primary key references lifecycle,
  product uuid not null references product,
  year integer not null check (year between 2018 and 2100),
  reported integer not null default 1 check (reported > 0),   -- number of the newest version
  accepted integer check (accepted <= reported),              -- number of the accepted version; null until the first one is
  accepted_on date,
  unique (product, year),
  check ((accepted is null) = (accepted_on is null))
);
comment on table product_year is 'One row a product and year. Figures that count: join product_year_version on (product_year, no) = (id, accepted); null while none is accepted. Money in whole đồng.';
create index product_year_accepted on product_year (year, product) where accepted is not null;

create table product_year_version (
  product_year uuid not null references product_year,
  no integer not null check (no > 0),
  quantity numeric not null check (quantity >= 0),
  quantity_unit text not null,
  revenue bigint not null check (revenue >= 0),               -- đồng, as all money here
  jobs integer not null check (jobs >= 0),                    -- people who work for the product
  jobs_women integer not null check (jobs_women between 0 and jobs),
  jobs_local integer not null check (jobs_local between 0 and jobs),
  channels text[] not null default '{}' check (channels <@ '{shop,modern,online,export,trader,other}'::text[]),
  online_revenue bigint check (online_revenue between 0 and revenue),   -- of the revenue; null: not told
  export_revenue bigint check (export_revenue between 0 and revenue),
  markets text,
  note text,
  by_office boolean not null,                                 -- typed in by an officer from what the producer told
  entered_by text not null,                                   -- account, or 'system:<command>'
  reported_on date not null,
  primary key (product_year, no)
);
comment on column product_year_version.channels is 'shop: own shop or at home; modern: supermarket, convenience and OCOP shops; online: e-commerce; export; trader: wholesalers; other.';
create index product_year_version_online on product_year_version (product_year, no) where 'online' = any(channels);

create table product_year_reminder (                          -- a step is told once
  product uuid not null references product,
  year integer not null,
  step integer not null,
  day date not null,
  primary key (product, year, step)
);

grant select on product_year, product_year_version to app, report;
grant select, insert on product_year_reminder to app;
grant insert on product_year, product_year_version to app;
grant update (product, reported, accepted, accepted_on) on product_year to app;

create function product_year_version_is_kept() returns trigger language plpgsql set search_path = ocop, pg_temp as $$
begin
  raise exception 'figures reported for a year are never rewritten' using errcode = 'OC002';
end $$;
create trigger product_year_version_kept before update or delete on product_year_version for each row execute function product_year_version_is_kept();

-- Whose a year is follows its product.
create function reach_follows_product_of_year() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update lifecycle l set producer = new.producer, commune = new.commune, province = new.province
  from product_year y where y.product = new.id and l.id = y.id;
  return null;
end $$;
create trigger product_year_reach after update of producer, commune, province on product for each row
  when ((old.producer, old.commune, old.province) is distinct from (new.producer, new.commune, new.province)) execute function reach_follows_product_of_year();
