-- Tokens that go back with everything told of a room: found by their keyed hash like all keys, and
-- sealed under the key file beside it.
alter table api_key add column sealed bytea;
