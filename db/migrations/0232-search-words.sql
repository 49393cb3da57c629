-- Words that stand in the lists of products, for typing errors: a word and a slip of it share a shape, which is the word
-- with one letter left out (ogn, ong: og, on). Found through one index; words are only ever added.
create function word_shapes(word text) returns text[] language sql immutable strict parallel safe as $$
  select array_agg(distinct left(word, i - 1) || substr(word, i + 1)) || word from generate_series(1, length(word)) i
$$;

create table search_word (
  word text primary key check (word ~ '^[a-z]{2,20}$'),
  shapes text[] not null generated always as (word_shapes(word)) stored
);
create index search_word_shapes on search_word using gin (shapes);

create function search_words_follow() returns trigger language plpgsql security definer set search_path = ocop, public, pg_temp as $$
begin
  insert into search_word (word)
    select w from (select distinct unnest(tsvector_to_array(words)) as w from changed) n
     where w ~ '^[a-z]{2,20}$' and not exists (select from search_word k where k.word = n.w) order by w
    on conflict do nothing;
  return null;
end $$;
create trigger search_words_insert after insert on product_search referencing new table as changed for each statement
  execute function search_words_follow();
create trigger search_words_update after update on product_search referencing new table as changed for each statement
  execute function search_words_follow();
insert into search_word (word)
  select w from (select distinct unnest(tsvector_to_array(words)) as w from product_search) n where w ~ '^[a-z]{2,20}$';
grant select on search_word to app, report;
