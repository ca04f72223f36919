-- Trained models stand beside their version, apart from it: a turn that needs no model reads none.
create table bot_model (
  workspace integer not null,
  bot text collate "C" not null,
  version integer not null,
  model bytea not null,
  primary key (workspace, bot, version),
  foreign key (workspace, bot, version) references bot_version
);

-- Keys may end by themselves.
alter table api_key add column expires_nanos bigint;
