-- What the gptbots door keeps beside the conversations: ids and words of its protocol, no text.

-- The last thread that was opened for a person: each create opens another one.
create table gptbots_thread (
  workspace integer not null,
  bot text collate "C" not null,
  peer bytea not null,
  thread integer not null,
  primary key (workspace, bot, peer)
);

-- From which sequence on a conversation is answered how: a row only when that changes.
create table gptbots_mode (
  workspace integer not null,
  conversation text collate "C" not null,
  from_sequence bigint not null,
  mode text collate "C" not null,
  version smallint not null,
  primary key (workspace, conversation, from_sequence)
);

-- Where an answer is found again by its id, and what people thought of it.
create table gptbots_answer (
  workspace integer not null,
  id text collate "C" not null,
  conversation text collate "C" not null,
  first_sequence bigint not null,
  feedback text collate "C",
  quality text collate "C",
  primary key (workspace, id)
);

-- Lists of a bot's conversations; a conversation never changes its bot.
create index conversation_bot on conversation (workspace, bot);

do $$
declare
  kept text;
begin
  foreach kept in array array['gptbots_thread', 'gptbots_mode', 'gptbots_answer']
  loop
    execute format('alter table %I enable row level security', kept);
    execute format('alter table %I force row level security', kept);
    execute format('grant select on %I to dragoman_reader', kept);
    execute format(
      'create policy reader on %I for select to dragoman_reader using '
      || '(workspace = nullif(current_setting(''dragoman.workspace'', true), '''')::integer)',
      kept);
    execute format(
      'create policy owner on %I to %I using (true) with check (true)', kept, current_user);
  end loop;
end
$$;
