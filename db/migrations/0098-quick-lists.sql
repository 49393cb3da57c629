-- Whose certificates end soon is asked by producer and by commune, every hour.
create index appointment_producer on appointment (producer);
create index appointment_unit on appointment (unit);
-- The counts beside the public list read this alone, not the wide rows with their words.
create index product_search_facets on product_search
  (star, sector, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_to, ended_on, recognition) where open;
