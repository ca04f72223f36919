-- Where notifications go. Lanes are the only rows touched per delivery.

create table endpoint (
  workspace integer not null references workspace,
  id text collate "C" not null,
  bot text collate "C",
  dialect text collate "C" not null,
  version integer not null,
  disabled boolean not null default false,
  definition bytea not null,
  primary key (workspace, id)
);

create table lane (
  workspace integer not null,
  endpoint text collate "C" not null,
  stream text collate "C" not null,
  position bigint not null default 0,
  sequence bigint not null default 0,
  attempt integer not null default 0,
  idle boolean not null default true,
  not_before_nanos bigint not null default 0,
  node text collate "C",
  token bigint not null default 0,
  until_nanos bigint not null default 0,
  primary key (workspace, endpoint, stream)
) with (fillfactor = 70);

-- One row per delivery whose bytes or failure have to be kept: written when a first attempt fails.
create table delivery (
  workspace integer not null,
  endpoint text collate "C" not null,
  stream text collate "C" not null,
  position bigint not null,
  sequence bigint not null,
  event text collate "C" not null,
  attempts integer not null,
  outcome text collate "C" not null,
  at_nanos bigint not null,
  body bytea,
  primary key (workspace, endpoint, stream, position)
);
