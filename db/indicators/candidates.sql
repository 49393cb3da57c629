-- Potential five-star products
-- Numerator: dossiers whose council mean was 90 or more and that wait for the Ministry
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: on `as_of`, as the ledger had it
-- Unit: product
-- Legal basis: 26/2026/QĐ-TTg Art. 7.3.e; seed HY23-04
create function indicator_candidates(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select count(*) from ocop.indicator_candidate_rows(as_of, units_as_of, unit)
$$;
