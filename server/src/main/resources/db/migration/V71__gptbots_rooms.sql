-- The rooms the developer's desk was told of, by the ids it answers with.
create table gptbots_room (
  workspace integer not null,
  id text collate "C" not null,
  conversation text collate "C" not null,
  bot text collate "C" not null,
  primary key (workspace, id)
);
alter table gptbots_room enable row level security;
alter table gptbots_room force row level security;
grant select on gptbots_room to dragoman_reader;
create policy reader on gptbots_room for select to dragoman_reader using
  (workspace = nullif(current_setting('dragoman.workspace', true), '')::integer);

do $$
begin
  execute format(
    'create policy owner on gptbots_room to %I using (true) with check (true)', current_user);
end
$$;
