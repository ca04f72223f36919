-- Keys, privacy, files, audit.

-- Keys of integrators: only their keyed hash is kept.
create table api_key (
  workspace integer not null references workspace,
  id text collate "C" not null,
  hash bytea not null,
  kind text collate "C" not null,
  bot text collate "C",
  name text not null default '',
  created_nanos bigint not null,
  revoked_nanos bigint,
  primary key (workspace, id)
);
-- A credential is the only source of the workspace: it has to be found without it.
create unique index api_key_hash on api_key (hash);

-- Keys that a dialect must send back: sealed under the key file, found by a keyed hash.
create table secret (
  workspace integer not null references workspace,
  id text collate "C" not null,
  kind text collate "C" not null,
  owner text collate "C" not null,
  hash bytea not null,
  sealed bytea not null,
  primary key (workspace, id)
);
create unique index secret_hash on secret (kind, hash);

create table opt_out (
  workspace integer not null references workspace,
  realm text collate "C" not null,
  hash bytea not null,
  at_nanos bigint not null,
  primary key (workspace, realm, hash)
);

-- What a restore from a backup has to erase again.
create table erasure (
  workspace integer not null references workspace,
  contact text collate "C" not null,
  at_nanos bigint not null,
  primary key (workspace, contact)
);

create table retention (
  workspace integer not null references workspace,
  class text collate "C" not null,
  days integer not null check (days > 0),
  primary key (workspace, class)
);

create table file (
  workspace integer not null,
  id text collate "C" not null,
  contact text collate "C",
  conversation text collate "C",
  at_nanos bigint not null,
  bytes bigint not null,
  chunks integer not null,
  complete boolean not null default false,
  head bytea not null,
  primary key (workspace, id)
);
create index file_contact on file (workspace, contact) where contact is not null;

create table file_chunk (
  workspace integer not null,
  file text collate "C" not null,
  chunk integer not null,
  content bytea not null,
  primary key (workspace, file, chunk)
);
alter table file_chunk alter column content set storage external;

create table audit (
  workspace integer not null,
  at_nanos bigint not null,
  id text collate "C" not null,
  actor text collate "C" not null,
  action text collate "C" not null,
  subject text collate "C" not null,
  detail text not null default '',
  primary key (workspace, at_nanos, id)
);
