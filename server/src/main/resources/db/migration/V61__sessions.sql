-- Sessions by the story they began with, written in the batch that begins and ends them; ids only.
-- `story` is empty before the first story, `ended_nanos` 0 while the session is open.
create table session_listed (
  workspace integer not null,
  bot text collate "C" not null,
  conversation text collate "C" not null,
  id text collate "C" not null,
  story text collate "C" not null,
  begun_nanos bigint not null,
  ended_nanos bigint not null,
  primary key (workspace, conversation, id)
);
create index session_listed_by_story on session_listed (workspace, bot, story, begun_nanos, id);
alter table session_listed enable row level security;
alter table session_listed force row level security;
grant select on session_listed to dragoman_reader;
create policy reader on session_listed for select to dragoman_reader using
  (workspace = nullif(current_setting('dragoman.workspace', true), '')::integer);

do $$
begin
  execute format(
    'create policy owner on session_listed to %I using (true) with check (true)', current_user);
end
$$;
