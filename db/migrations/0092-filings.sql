-- What was filed, kept as it was sealed: a returned dossier is mended, the copy of each filing stays (R3.10).
create table dossier_filing (
  dossier uuid not null references dossier,
  no integer not null check (no > 0),             -- first filing, second after a return …
  filed_on date not null,
  content text not null,                          -- the very letters the hash was taken of
  hash text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  primary key (dossier, no)
);
create trigger dossier_filing_is_append_only before update or delete on dossier_filing for each row execute function refuse_change();
create trigger dossier_filing_is_not_truncated before truncate on dossier_filing for each statement execute function refuse_change();
grant select on dossier_filing to app, report;
grant insert on dossier_filing to app;

-- Dossiers nobody has changed since they were filed still give their seal; of the others only the seal is left.
insert into dossier_filing (dossier, no, filed_on, content, hash)
select d.id, (select count(*) from ledger g where g.subject = d.id and g.action = 'dossier.submit'), d.submitted_on, t.content, d.content_hash
  from dossier d cross join lateral (
    select jsonb_build_object('form', d.form, 'answers', d.answers, 'notes', d.answer_notes, 'papers',
             (select coalesce(jsonb_agg(jsonb_build_array(p.id, p.kind, f.sha256) order by p.id), '[]')
                from dossier_paper c join paper p on p.id = c.paper join file f on f.id = p.file where c.dossier = d.id),
             'evidence', (select coalesce(jsonb_agg(jsonb_build_array(e.criterion, e.paper) order by e.criterion, e.paper), '[]')
                from dossier_evidence e where e.dossier = d.id))::text as content) t
 where d.submitted_on is not null and d.content_hash = encode(sha256(convert_to(t.content, 'UTF8')), 'hex');

-- A paper is never rewritten, since filings name it: another file or date is another paper.
create function paper_is_kept() returns trigger language plpgsql set search_path = ocop, pg_temp as $$
begin
  if to_jsonb(old) - 'removed_at' is distinct from to_jsonb(new) - 'removed_at' then
    raise exception 'a paper is never rewritten' using errcode = 'OC002';
  end if;
  return new;
end $$;
create trigger paper_is_never_rewritten before update on paper for each row execute function paper_is_kept();
