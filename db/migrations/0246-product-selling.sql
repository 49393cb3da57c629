-- Where a product is sold and in which months it is to be had: said by the producer or its commune, checked by nobody.
create table product_selling (
  product uuid primary key references product,
  links text[] not null default '{}' check (cardinality(links) <= 5),   -- https addresses outside
  place text,                                     -- shops and markets, in words
  season integer[] not null default '{}' check (season <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),   -- months; empty: not said
  said_by text not null check (said_by in ('producer', 'commune', 'province')),
  said_on date not null
);
create index product_selling_season on product_selling using gin (season);
grant select on product_selling to app, report;
grant insert, update on product_selling to app;
