-- Products that may become OCOP products, before their first dossier.
create table product_idea (
  id uuid primary key references lifecycle,
  name text not null,
  producer uuid references producer,              -- null: whoever will make it is not in the register yet
  person text,                                    -- who it will be then; a private person perhaps: restricted
  commune uuid not null references unit,
  province uuid not null references unit,
  product_set text,                               -- group and set it will be judged by, as far as one can say
  missing text,                                   -- what is missing before a dossier
  supporter text,                                 -- who helps; restricted like every person's name
  round uuid references evaluation_round,         -- the round it is planned for
  dossier uuid references dossier,
  invented boolean not null default false,
  entered_on date not null,
  check (producer is not null or person is not null),
  check (person is null or person <> '')
);
create index product_idea_producer on product_idea (producer) where producer is not null;
create index product_idea_round on product_idea (round) where round is not null;
comment on table product_idea is 'Potential products (ý tưởng); states in lifecycle: idea, advised, ready, dossier, dropped.';

grant select on product_idea to app;
grant insert on product_idea to app;
grant update (name, producer, person, commune, province, product_set, missing, supporter, round, dossier, invented) on product_idea to app;
grant select (id, name, producer, commune, province, product_set, missing, round, dossier, invented, entered_on) on product_idea to report;

create function reach_follows_idea() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update lifecycle set producer = new.producer, commune = new.commune, province = new.province where id = new.id;
  return null;
end $$;
create trigger product_idea_reach after update of producer, commune, province on product_idea for each row
  when ((old.producer, old.commune, old.province) is distinct from (new.producer, new.commune, new.province)) execute function reach_follows_idea();
