-- Channel accounts, what waits to be sent over them, and what became of it. Ids, states and keyed
-- hashes only: the words stay in the leg, the contact's address in the contact.

create table channel_account (
  workspace integer not null references workspace,
  id text collate "C" not null check (id ~ '^[0-9a-f]{24}$'),
  bot text collate "C" not null,
  number bigint not null,
  kind text collate "C" not null,
  name text not null,
  phone text not null,
  line text collate "C" not null,
  base_url text not null,
  api_version text collate "C" not null,
  disabled boolean not null default false,
  token bytea not null,
  app_secret bytea not null,
  verify_token bytea not null,
  primary key (workspace, id),
  foreign key (workspace, bot) references bot
);

-- A webhook names the account and nothing else; the table is small and not distributed.
create unique index channel_account_id on channel_account (id);
create unique index channel_account_phone on channel_account (workspace, phone);

-- A conversation whose legs hold something unsent. The row goes when all of it is settled.
create table channel_due (
  workspace integer not null,
  conversation text collate "C" not null,
  account text collate "C" not null,
  from_sequence bigint not null,
  upto_sequence bigint not null,
  attempt integer not null default 0,
  not_before_nanos bigint not null default 0,
  node text collate "C",
  token bigint not null default 0,
  until_nanos bigint not null default 0,
  primary key (workspace, conversation)
) with (fillfactor = 70);

-- One row per message handed to a channel: written before it is sent, settled after.
create table channel_send (
  workspace integer not null,
  conversation text collate "C" not null,
  sequence bigint not null,
  part integer not null,
  account text collate "C" not null,
  message text collate "C" not null,
  state text collate "C" not null,
  told integer not null default 0,
  token bigint not null,
  channel_id bytea,
  code text collate "C",
  claimed_nanos bigint not null,
  settled_nanos bigint not null default 0,
  primary key (workspace, conversation, sequence, part)
) with (fillfactor = 70);
create index channel_send_channel_id on channel_send (workspace, account, channel_id)
  where channel_id is not null;
create index channel_send_claimed on channel_send using brin (claimed_nanos)
  with (pages_per_range = 16);

do $$
declare
  readable text;
begin
  foreach readable in array array['channel_account', 'channel_due', 'channel_send']
  loop
    execute format('alter table %I enable row level security', readable);
    execute format('alter table %I force row level security', readable);
    execute format(
      'create policy reader on %I for select to dragoman_reader using '
      || '(workspace = nullif(current_setting(''dragoman.workspace'', true), '''')::integer)',
      readable);
    execute format(
      'create policy owner on %I to %I using (true) with check (true)', readable, current_user);
  end loop;
end
$$;

-- Tokens and secrets are for the server alone.
grant select (workspace, id, bot, number, kind, name, phone, line, base_url, api_version, disabled)
  on channel_account to dragoman_reader;
grant select on channel_due, channel_send to dragoman_reader;
