-- Every read outside the ledger runs as this role and sees one workspace: the one named by
-- `set local dragoman.workspace`. Without that setting it sees nothing.

do $$
begin
  if not exists (select from pg_roles where rolname = 'dragoman_reader') then
    create role dragoman_reader nologin;
  end if;
  execute format('grant dragoman_reader to %I with set true', current_user);
end
$$;

do $$
declare
  readable text;
begin
  foreach readable in array array[
    'workspace', 'number_allocation', 'bot', 'bot_version', 'contact', 'contact_identity',
    'address', 'conversation', 'leg', 'checkpoint', 'input_id', 'timer', 'poisoned', 'endpoint',
    'lane', 'delivery', 'opt_out', 'erasure', 'retention', 'file', 'file_chunk', 'audit']
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

-- Credentials are for the server alone: secured, and without a policy for the reader.
alter table api_key enable row level security;
alter table secret enable row level security;
