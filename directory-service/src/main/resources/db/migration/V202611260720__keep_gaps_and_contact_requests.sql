-- What the referrals of a district needed and no service offers: criteria and codes, never an age, a place or a referral.
create table gaps (
    id uuid primary key,
    tenant_id uuid not null,
    day date not null,
    criteria text not null,
    decisive text not null,
    codes text not null,
    last_found_at timestamptz not null,
    times integer not null,
    unique (tenant_id, day, criteria, codes)
);
create index gaps_latest on gaps (tenant_id, last_found_at, id);
alter table gaps enable row level security;
alter table gaps force row level security;
create policy tenant on gaps using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);

-- A family asks a service for contact by itself. Its words are deleted when the request is closed. Ids are random: a UUIDv7 tells the time.
create table contact_requests (
    id uuid primary key,
    agency_id uuid not null,
    service_id uuid not null,
    state text not null check (state in ('NEW', 'CLOSED')),
    received_at timestamptz not null,
    closed_at timestamptz,
    outcome text,
    name text,
    reach_by text,
    reach text,
    language text,
    age numeric(6, 3),
    best_time text,
    message text,
    version bigint not null default 0,
    check ((state = 'CLOSED') = (closed_at is not null)),
    check (state <> 'CLOSED' or num_nonnulls(name, reach, message, best_time, age, language) = 0)
);
create index contact_requests_latest on contact_requests (agency_id, received_at, id);
create index contact_requests_service on contact_requests (service_id, received_at);
alter table contact_requests enable row level security;
alter table contact_requests force row level security;
create policy agency on contact_requests using (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);
