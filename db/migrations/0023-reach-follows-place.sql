-- Whose a producer or product is follows from where it lies: when an officer places it by hand or corrects its place, the
-- reach of its lifecycle row goes with it. The application cannot write lifecycle itself; the correction is a ledger row.
create function reach_follows_producer() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update lifecycle set commune = new.commune, province = new.province where id = new.id;
  return null;
end $$;
create trigger producer_reach after update of commune, province on producer for each row
  when ((old.commune, old.province) is distinct from (new.commune, new.province)) execute function reach_follows_producer();

create function reach_follows_product() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update lifecycle set producer = new.producer, commune = new.commune, province = new.province
  where id = new.id or id in (select r.id from recognition r where r.product = new.id);
  return null;
end $$;
create trigger product_reach after update of producer, commune, province on product for each row
  when ((old.producer, old.commune, old.province) is distinct from (new.producer, new.commune, new.province)) execute function reach_follows_product();
