-- Entries of the opt-out book are listed, and named on the wire, by the first 12 bytes of their hash.
-- Their reasons: `words` (the contact's own, proved by a leg), `told` (somebody told us), `blocked` (the
-- company writes to them no more), `erased` (the contact was erased: only this hash is left).
create index opt_out_by_id on opt_out (workspace, (substring(hash from 1 for 12)));
