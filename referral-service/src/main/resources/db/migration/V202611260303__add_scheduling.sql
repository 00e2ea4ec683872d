-- keeps whole bookings of one student or one member of staff apart
create extension if not exists btree_gist;

alter table appointment
    add column proposal_id     uuid, -- the times of which the other side takes one
    add column proposed_by     text check (proposed_by in ('SCHOOL', 'AGENCY')),
    add column staff_reference text; -- the agency's own code for a person or a room

-- When a side of a placement has time.
create table placement_availability (
    id           uuid        primary key,
    tenant_id    uuid        not null,
    agency_id    uuid        not null,
    placement_id uuid        not null references placement,
    side         text        not null check (side in ('SCHOOL', 'AGENCY')),
    plan         text        not null, -- JSON
    changed_at   timestamptz not null,
    version      bigint      not null,
    unique (placement_id, side)
);
alter table placement_availability enable row level security;
alter table placement_availability force row level security;
create policy tenant on placement_availability using
    (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
create policy agency on placement_availability using
    (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);

-- Times that are taken. The row of a student has no agency: no agency may see which student it is. The constraint holds over all
-- rows, also those that row-level security hides from whoever books.
create table booked_time (
    appointment_id uuid      not null,
    party          text      not null, -- student:ID or staff:AGENCY:CODE
    tenant_id      uuid      not null,
    agency_id      uuid,
    during         tstzrange not null,
    primary key (appointment_id, party),
    constraint booked_once exclude using gist (party with =, during with &&)
);
alter table booked_time enable row level security;
alter table booked_time force row level security;
create policy tenant on booked_time using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
create policy agency on booked_time using (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);

-- Subscriptions to booked visits, of a person of a district or of an account of an agency.
create table calendar_feed (
    id              uuid        primary key,
    tenant_id       uuid,
    agency_id       uuid,
    owner_subject   text        not null,
    owner_person_id uuid,
    created_at      timestamptz not null,
    revoked_at      timestamptz,
    version         bigint      not null,
    check ((tenant_id is null) <> (agency_id is null))
);
create index calendar_feed_by_owner on calendar_feed (owner_subject, created_at);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy tenant on calendar_feed using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
create policy agency on calendar_feed using (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);

-- Whose feed an address is: hashes and ids, no row-level security, because a calendar has no district before it is found here.
create table calendar_feed_key (
    token_hash text primary key,
    feed_id    uuid not null,
    tenant_id  uuid,
    agency_id  uuid
);
