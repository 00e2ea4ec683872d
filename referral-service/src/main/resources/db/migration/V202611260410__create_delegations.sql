-- Who stands in for a coordinator from one day to another. The stand-in has no more than the absent one has at that moment.
create table delegation (
    id             uuid        primary key,
    tenant_id      uuid        not null references district,
    from_person_id uuid        not null references person,
    to_person_id   uuid        not null references person,
    school_id      uuid        references school, -- null: wherever the absent one coordinates
    begins_on      date        not null,
    ends_on        date        not null,          -- inclusive, the district's days
    created_by     text        not null,          -- subject of the account
    created_at     timestamptz not null,
    revoked_by     text,
    revoked_at     timestamptz,
    version        bigint      not null,
    check (from_person_id <> to_person_id),
    check (ends_on >= begins_on),
    check ((revoked_by is null) = (revoked_at is null))
);
create index delegation_by_delegate on delegation (tenant_id, to_person_id, ends_on);
create index delegation_by_absent on delegation (tenant_id, from_person_id);

alter table delegation enable row level security;
alter table delegation force row level security;
create policy tenant on delegation using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
