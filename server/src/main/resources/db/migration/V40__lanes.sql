-- Lanes, deliveries and the workspace's own stream. What stood here before was never written.

drop table delivery;
drop table lane;

-- Where notifications go. The definition is sealed: it holds passwords, tokens and signing keys.
alter table endpoint drop column disabled;
alter table endpoint add column name text not null default '';
alter table endpoint add column status text collate "C" not null default 'ACTIVE';
alter table endpoint add column created_nanos bigint not null default
  (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000;
alter table endpoint alter column version set default 1;
alter table endpoint add unique (workspace, bot, id);

-- One endpoint and one stream: the only rows that are updated per delivery. `due_nanos` is the
-- only time of a lane: when its claim ends, or when it is to be tried again. It and `idle` are the
-- indexed columns, so going on within a claim touches no index.
create table lane (
  workspace integer not null,
  stream text collate "C" not null,
  endpoint text collate "C" not null,
  position bigint not null default 0,
  sequence bigint not null,
  attempts smallint not null default 0,
  refusals smallint not null default 0,
  gap bigint not null default 0,
  ends bigint,
  idle boolean not null,
  due_nanos bigint not null,
  token bigint not null default 1,
  primary key (workspace, stream, endpoint)
) with (fillfactor = 70);
create index lane_due on lane (workspace, endpoint, due_nanos) where not idle;

-- One row per attempt, never changed but by an erasure: what was sent where, when, and what came
-- back. The bytes stand in the first failed attempt's row (attempt 0: stored before the first).
create table delivery (
  workspace integer not null,
  stream text collate "C" not null,
  sequence bigint not null,
  endpoint text collate "C" not null,
  attempt smallint not null,
  token bigint not null,
  position bigint not null,
  event text collate "C" not null,
  kind text collate "C" not null,
  outcome text collate "C" not null,
  status smallint not null,
  code text collate "C" not null,
  at_nanos bigint not null,
  took_micros integer not null,
  next_nanos bigint not null,
  erased boolean not null default false,
  head bytea,
  body bytea,
  answer bytea,
  primary key (workspace, stream, sequence, endpoint, attempt, token)
);
create index delivery_at on delivery (workspace, endpoint, at_nanos);
create index delivery_dead on delivery (workspace, endpoint, at_nanos) where outcome = 'dead';
create index delivery_event on delivery (workspace, event);

-- The workspace's own stream: its row is the stream's lock.
create table notice_stream (
  workspace integer primary key references workspace,
  sequence bigint not null
);
create table notice (
  workspace integer not null,
  sequence bigint not null,
  at_nanos bigint not null,
  kind text collate "C" not null,
  data bytea not null,
  primary key (workspace, sequence)
);

do $$
declare
  readable text;
begin
  foreach readable in array array['lane', 'delivery', 'notice_stream', 'notice']
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
