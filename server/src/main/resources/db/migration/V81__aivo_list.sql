-- Reports ask for the rooms of a time; when a room was queued never changes.
create index room_queued_at on room (workspace, queued_nanos, id);
