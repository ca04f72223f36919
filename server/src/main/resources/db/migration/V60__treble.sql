-- A session id is a credential by itself and begins with the id of its conversation: the
-- conversation has to be found without its workspace.
create index conversation_by_id on conversation (id);

-- Why somebody is in the opt-out book, and which leg holds the words that prove it: `words` or `hand`.
alter table opt_out
  add column reason text collate "C" not null default 'words',
  add column conversation text collate "C",
  add column sequence bigint;
