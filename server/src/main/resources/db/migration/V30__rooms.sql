-- Groups and agents are configuration; presence, seats and rooms change with the work. None of them
-- holds what a contact said: rooms are ids, places and times, read by lists and by whoever assigns.

create table team (
  workspace integer not null,
  number integer not null,
  name text not null,
  zone text not null default 'UTC',
  hours text not null default '',
  longest_wait bigint not null,
  agent_silence bigint,
  agent_requeues boolean not null default true,
  reminders_after bigint[] not null default '{}',
  reminders text[] not null default '{}',
  close_after bigint not null,
  farewell text,
  primary key (workspace, number)
);
create unique index team_name on team (workspace, lower(name));

create table agent (
  workspace integer not null,
  id text collate "C" not null check (id ~ '^[0-9a-f]{24}$'),
  number integer not null,
  name text not null,
  nickname text not null,
  email text not null,
  avatar text not null,
  capacity integer not null check (capacity between 1 and 100),
  teams integer[] not null,
  presence text not null default 'offline',
  presence_until_nanos bigint not null default 0,
  idle_since_nanos bigint not null default 0,
  primary key (workspace, id)
) with (fillfactor = 80);

-- One place of an agent's capacity: whoever inserts the row has it.
create table seat (
  workspace integer not null,
  agent text collate "C" not null,
  number integer not null,
  room text collate "C" not null,
  primary key (workspace, agent, number)
);

create table room (
  workspace integer not null,
  id text collate "C" not null,
  uuid text collate "C" not null,
  conversation text collate "C" not null,
  bot text collate "C" not null,
  desk text not null,
  state text not null,
  team integer not null,
  agent text collate "C",
  queued_nanos bigint not null,
  place_nanos bigint not null,
  changed_nanos bigint not null,
  primary key (workspace, id)
) with (fillfactor = 80);
create unique index room_uuid on room (workspace, uuid);
create index room_conversation on room (workspace, conversation);
create index room_queue on room (workspace, team, place_nanos, id)
  where state = 'queued' and desk = 'own';
create index room_of_agent on room (workspace, agent) where state = 'attended';

do $$
declare
  readable text;
begin
  foreach readable in array array['team', 'agent', 'seat', 'room']
  loop
    execute format('alter table %I enable row level security', readable);
    execute format('alter table %I force row level security', readable);
    execute format('grant select on %I to dragoman_reader', readable);
    execute format(
      'create policy reader on %I for select to dragoman_reader using '
      || '(workspace = nullif(current_setting(''dragoman.workspace'', true), '''')::integer)',
      readable);
    execute format(
      'create policy owner on %I to %I using (true) with check (true)', readable, current_user);
  end loop;
end
$$;
