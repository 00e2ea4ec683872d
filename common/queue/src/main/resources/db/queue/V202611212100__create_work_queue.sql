-- What has to be done and when: ids and times only (decision 15), so there is no row-level security here.
create table work_queue (
    kind         text        not null, -- webhook or mail
    id           uuid        not null, -- the delivery or the notice
    lane_id      uuid        not null, -- works of one lane share a limit, so that a slow endpoint delays only itself
    tenant_id    uuid,
    agency_id    uuid,
    due_at       timestamptz not null,
    lease_id     uuid,
    leased_until timestamptz,          -- database time (decision 17)
    primary key (kind, id)
);
create index work_queue_by_due on work_queue (kind, due_at);
alter table work_queue set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
