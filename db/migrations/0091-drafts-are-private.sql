-- What is not filed does not exist for the offices: a draft reaches its producer, and the commune only where its officer
-- writes it from paper. The day it is filed gives commune and province their reach; withdrawn unfiled, it never comes.
update lifecycle l set province = null, commune = case when d.on_behalf then l.commune end
  from dossier d where d.id = l.id and d.submitted_on is null;

create function reach_follows_filing() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update lifecycle set commune = new.commune, province = new.province where id = new.id;
  return null;
end $$;
create trigger dossier_reach after update of submitted_on on dossier for each row
  when (old.submitted_on is null and new.submitted_on is not null) execute function reach_follows_filing();
