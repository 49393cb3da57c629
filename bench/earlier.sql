-- Nine earlier recognitions for each invented product, so that its history is long: superseded one after the other. Written by
-- the owner into a database made for the bench; $1 is the number of the first product, $2 of the last.
with numbered as (
  select p.id as product, p.producer, p.commune, p.province, p.name, n, k, gen_random_uuid() as recognition,
    date '2020-01-01' + (n % 200) + k * 120 as issued
  from (select id, producer, commune, province, name, (regexp_match(name, '\d+$'))[1]::int as n from product where invented and name ~ '\d+$') p
    cross join generate_series(0, 8) k where n between $1 and $2
), lives as (
  insert into lifecycle (id, process, state, version, producer, commune, province)
  select recognition, 'recognition', 'superseded', 1, producer, commune, province from numbered
)
insert into recognition (id, product, star, rulebook, issued_earliest, issued_latest, expires_earliest, expires_latest, ended_on, product_name, check_code)
select recognition, product, 3 + (n + k) % 3, '26-2026', issued, issued, (issued + interval '3 years')::date, (issued + interval '3 years')::date,
  issued + 120, name, 'E' || k || 'X' || n from numbered
