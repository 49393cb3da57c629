-- What a certificate is worth on a day: certificateOn of src/law/certificate.ts as one SQL expression that the planner inlines
-- (a test draws random certificates and days and compares both). `life` is the state of the recognition in the ledger.
create function certificate_state(life text, issued_earliest date, issued_latest date, expires_earliest date, expires_latest date,
  extended_to date, ended_on date, on_day date, expiry_day_valid boolean default true) returns text language sql immutable parallel safe as $$
  select case
    when life in ('revoked', 'annulled', 'superseded') and (ended_on is null or ended_on <= on_day) then life
    when issued_latest is null then 'undetermined'
    when on_day < issued_earliest then 'notYet'
    when on_day > expires_latest or (not expiry_day_valid and on_day = expires_latest) then case when on_day <= extended_to then 'extended' else 'expired' end
    when on_day >= issued_latest and (on_day < expires_earliest or (expiry_day_valid and on_day = expires_earliest)) then 'inForce'
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
