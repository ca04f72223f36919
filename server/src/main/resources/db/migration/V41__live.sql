-- Which transaction wrote a leg, so that a reader of a workspace's events can ask for all that were
-- committed since it looked last: numbers of transactions are no order of commits, but a snapshot
-- tells exactly which of them had committed. Legs from before this stay without.
alter table leg add column xid bigint;
alter table leg alter column xid set default pg_current_xact_id()::text::bigint;
-- Legs lie in the order in which they were written, near enough: this costs a turn next to nothing.
create index leg_xid on leg using brin (xid) with (pages_per_range = 16, autosummarize = on);
