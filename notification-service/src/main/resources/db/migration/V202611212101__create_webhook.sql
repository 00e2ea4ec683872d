-- Where an agency wants to hear of its referrals. The secret is encrypted (decision 18), the row names the key.
create table webhook_endpoint (
    id               uuid        primary key,
    agency_id        uuid        not null,
    url              text        not null,
    description      text,
    event_types      text[]      not null,
    enabled          boolean     not null,
    disabled_reason  text,
    secret_key_id    text        not null,
    secret           bytea       not null,
    old_secret_key_id text,
    old_secret       bytea,
    old_secret_until timestamptz,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    version          bigint      not null
);
create index webhook_endpoint_by_agency on webhook_endpoint (agency_id, id);

-- One event for one endpoint. The body is made once, so that every attempt sends the same bytes.
create table webhook_delivery (
    id           uuid        primary key,
    agency_id    uuid        not null,
    tenant_id    uuid,
    endpoint_id  uuid        not null references webhook_endpoint (id) on delete cascade,
    event_id     uuid        not null,
    event_type   text        not null,
    placement_id uuid,
    body         text        not null,
    request_id   text,
    traceparent  text,
    state        text        not null,
    attempts     int         not null,
    round_start  int         not null, -- attempts made before the last resend, which begins the schedule anew
    due_at       timestamptz,
    created_at   timestamptz not null,
    finished_at  timestamptz,
    unique (endpoint_id, event_id)
);
create index webhook_delivery_by_endpoint on webhook_delivery (endpoint_id, id desc);

create table webhook_attempt (
    delivery_id uuid        not null references webhook_delivery (id) on delete cascade,
    number      int         not null,
    agency_id   uuid        not null,
    started_at  timestamptz not null,
    latency_ms  int         not null,
    status      int,
    error_code  text,
    response    text,
    primary key (delivery_id, number)
);

-- Which agency may still hear of which placement (decision 26), as the events say.
create table placement_access (
    placement_id uuid    primary key,
    tenant_id    uuid    not null,
    agency_id    uuid    not null,
    state        text    not null,
    open         boolean not null,
    sequence     bigint  not null
);

alter table webhook_endpoint enable row level security;
alter table webhook_endpoint force row level security;
create policy agency on webhook_endpoint
    using (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy agency on webhook_delivery
    using (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);
alter table webhook_attempt enable row level security;
alter table webhook_attempt force row level security;
create policy agency on webhook_attempt
    using (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);
alter table placement_access enable row level security;
alter table placement_access force row level security;
create policy tenant on placement_access
    using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
