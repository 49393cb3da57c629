-- A product is for everybody to see once it is recognised or stands in a published list. One that only a dossier has named,
-- filed or not, is the producer's and the offices' alone (S14, S15).
alter table product_search
  add column open boolean not null generated always as (recognition is not null or listed is not null) stored;
