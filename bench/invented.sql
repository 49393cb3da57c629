-- Invented products for measuring, written by the owner into a database made for the bench and thrown away after it:
-- $1 is the number of the first, $2 of the last. States are set directly, without a ledger; never run this elsewhere.
with words as (
  select array['Mì gạo', 'Bưởi Diễn', 'Nước mắm', 'Trà sen', 'Gốm trang trí', 'Mật ong', 'Chả mực', 'Bánh đa nem', 'Cà phê rang xay', 'Tương bần', 'Hạt sen sấy',
    'Gạo nếp cái hoa vàng', 'Miến dong', 'Long nhãn', 'Tinh bột nghệ', 'Rượu nếp', 'Khô cá lóc', 'Muối ớt', 'Túi cói', 'Dầu tràm'] as things,
    array['Hoà Bình', 'Đồng Tâm', 'Thuỷ Tiên', 'Quê Hương', 'Sông Hồng', 'Đất Việt', 'Ánh Dương', 'Làng Chài', 'Vườn Xanh', 'Núi Thắm', 'Bến Tre Xưa', 'Đình Bảng'] as marks
), places as (
  select array_agg(u.id order by u.id) as communes, array_agg(v.parent order by u.id) as provinces
  from unit u join unit_version v on v.unit = u.id and v.valid_to is null
  where u.level = 'commune' and u.valid_to is null
), numbered as (
  select n, gen_random_uuid() as product, gen_random_uuid() as producer, gen_random_uuid() as recognition,
    things[1 + n % 20] || ' ' || marks[1 + (n / 20) % 12] || ' ' || n as name,
    'Hợp tác xã giả định ' || marks[1 + n % 12] || ' ' || n as producer_name,
    communes[1 + (n * 37) % array_length(communes, 1)] as commune,
    provinces[1 + (n * 37) % array_length(communes, 1)] as province,
    3 + n % 3 as star, date '2023-08-01' + (n % 1100) as issued
  from generate_series($1::int, $2::int) n, words, places
), lives as (
  insert into lifecycle (id, process, state, version, producer, commune, province)
  select producer, 'producer', 'active', 1, producer, commune, province from numbered
  union all select product, 'product', 'active', 1, producer, commune, province from numbered
  union all select recognition, 'recognition', 'inForce', 1, producer, commune, province from numbered
), makers as (
  insert into producer (id, name, type, commune, province, invented)
  select producer, producer_name, 'cooperative', commune, province, true from numbered
), goods as (
  insert into product (id, producer, name, sector, product_set, taxonomy, commune, province, invented)
  select product, producer, name, (array['I', 'II', 'III', 'IV', 'V', 'VI'])[1 + n % 6], '26-2026/' || lpad((1 + n % 26)::text, 2, '0'), '26-2026',
    commune, province, true from numbered
)
insert into recognition (id, product, star, rulebook, issued_earliest, issued_latest, expires_earliest, expires_latest, product_name, producer_name,
  certificate_number, check_code, product_code)
select recognition, product, star, '26-2026', issued, issued, (issued + interval '3 years')::date, (issued + interval '3 years')::date, name, producer_name,
  'GĐ-' || n, 'GD' || n, 'GĐ-' || n || '-2026' from numbered
