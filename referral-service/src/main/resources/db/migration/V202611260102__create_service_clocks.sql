-- The clocks of referrals as they were last reckoned, with what was told of them (decision 17).
create table service_clock (
    id           uuid        primary key,
    tenant_id    uuid        not null,
    referral_id  uuid        not null references referral,
    placement_id uuid        references placement, -- null for the school's own steps
    kind         text        not null,
    started_at   timestamptz not null,
    due_at       timestamptz not null,
    warn_at      timestamptz not null,
    escalate_at  timestamptz,                      -- after the first escalation
    next_at      timestamptz,                      -- null once it has stopped
    stopped_at   timestamptz,
    ended        boolean     not null,             -- the referral or placement ended before the step was taken
    paused       boolean     not null,
    waited       boolean     not null,             -- has ever been paused
    warned       boolean     not null,
    level        int         not null check (level between 0 and 3),
    version      bigint      not null,
    unique nulls not distinct (referral_id, placement_id, kind)
);
-- for desks: what is overdue, the longest first
create index service_clock_by_due on service_clock (tenant_id, due_at, id) where next_at is not null;

alter table service_clock enable row level security;
alter table service_clock force row level security;
create policy tenant on service_clock using (
    tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);

-- What is open already is looked at once, which makes its clocks; and drafts of before the queue go when their time is up. The owner of
-- the tables sees their rows only while row-level security is not forced.
alter table referral no force row level security;
alter table referral_draft no force row level security;
insert into work_queue (kind, id, lane_id, tenant_id, due_at)
select 'service-clock', id, tenant_id, tenant_id, submitted_at from referral
where state in ('SUBMITTED', 'NEEDS_INFO', 'TRIAGED', 'AWAITING_CONSENT', 'READY', 'PLACED')
on conflict do nothing;
insert into work_queue (kind, id, lane_id, tenant_id, due_at)
select 'draft-expiry', id, tenant_id, tenant_id, expires_at from referral_draft
on conflict do nothing;
alter table referral force row level security;
alter table referral_draft force row level security;
