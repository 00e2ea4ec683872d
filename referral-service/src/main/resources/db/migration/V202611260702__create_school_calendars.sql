-- Where a school differs from its district: closures of its own, and days that it works although the district has off.
create table school_calendar (
    school_id  uuid        primary key references school,
    tenant_id  uuid        not null references district,
    days       text        not null, -- JSON: closures, open days
    changed_at timestamptz not null,
    version    bigint      not null
);
alter table school_calendar enable row level security;
alter table school_calendar force row level security;
create policy tenant on school_calendar using
    (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
