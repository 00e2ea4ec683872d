-- Work that fails again and again: a longer wait each time, and in the end it is parked until somebody has looked. To try it again:
-- update work_queue set failures = 0, parked_at = null, leased_until = null where parked_at is not null;
alter table work_queue
    add column failures  int not null default 0,
    add column failure   text,        -- the kind of the last failure, never its words, which may name somebody
    add column parked_at timestamptz;
drop index work_queue_by_due;
create index work_queue_by_due on work_queue (kind, due_at) where parked_at is null;
create index work_queue_parked on work_queue (kind) where parked_at is not null;
