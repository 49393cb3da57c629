-- What a certificate is worth on a day. Mirrors src/law/certificate.ts (a test draws random certificates and compares both).
-- Kept as one SQL expression so that the planner inlines it.
create function certificate_state(life text, issued_earliest date, issued_latest date, expires_earliest date, expires_latest date,
  extended_to date, ended_on date, on_day date) returns text language sql immutable parallel safe as $$
  select case
    when life = 'annulled' then 'annulled'
    when life = 'revoked' and on_day >= coalesce(ended_on, '-infinity') then 'revoked'
    when life = 'superseded' and on_day >= coalesce(ended_on, '-infinity') then 'superseded'
    when issued_latest is null or on_day < issued_latest then 'undetermined'
    when on_day <= expires_earliest then 'valid'
    when on_day <= extended_to then 'extended'
    when on_day > expires_latest then 'expired'
    else 'undetermined'
  end
$$;

-- Typed codes are forgiven blanks, dashes, case, marks and look-alike characters (U35).
create function code_key(value text) returns text language sql immutable strict parallel safe set search_path = ocop, public, pg_temp as $$
  select translate(regexp_replace(upper(unaccent(normalize(value, NFKC))), '[^A-Z0-9]+', '', 'g'), 'OIL', '011')
$$;
create index recognition_check_key on recognition (code_key(check_code)) where check_code is not null;
create index recognition_number_key on recognition (code_key(certificate_number)) where certificate_number is not null;
create index recognition_product_code_key on recognition (code_key(product_code)) where product_code is not null;
create index product_code_key on product_code (code_key(code));
