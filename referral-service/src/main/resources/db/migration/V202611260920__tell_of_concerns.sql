-- Which district a concern belongs to: ids only, no row-level security. Who asks whom to tell has no district of his own.
create table left_concern_tenant (
    concern_id uuid primary key,
    tenant_id  uuid not null
);

-- Concerns go when their time is up, whether or not somebody lists them. The owner of the tables sees their rows only while
-- row-level security is not forced.
alter table left_concern no force row level security;
insert into left_concern_tenant (concern_id, tenant_id) select id, tenant_id from left_concern where state = 'OPEN';
insert into work_queue (kind, id, lane_id, tenant_id, due_at)
select 'concern-expiry', id, tenant_id, tenant_id, expires_at from left_concern where state = 'OPEN'
on conflict do nothing;
alter table left_concern force row level security;
drop index left_concern_by_expiry;
create index left_concern_by_time on left_concern (tenant_id, school_id, received_at);
