-- How each endpoint has been doing. Its own table, because it changes with every failure and the endpoint does not.
create table webhook_health (
    endpoint_id   uuid        primary key references webhook_endpoint (id) on delete cascade,
    owner_id      uuid        not null,
    failures      int         not null default 0, -- in a row
    failing_since timestamptz,
    warnings      int         not null default 0, -- sent since then
    opened        int         not null default 0, -- how often in a row the breaker opened
    held_until    timestamptz,                    -- nothing is sent before: the breaker is open, or the receiver asked
    probing       boolean     not null default false, -- one delivery is out to see whether the endpoint is well again
    next_slot     timestamptz                     -- the throttle's next free moment
);
alter table webhook_health enable row level security;
alter table webhook_health force row level security;
create policy owner on webhook_health using (owner_id in (
    nullif(current_setting('footbridge.agency', true), '')::uuid,
    nullif(current_setting('footbridge.tenant', true), '')::uuid));

-- A mail to the owner's technical contact that is still to be sent; gone once it is.
create table webhook_alert (
    id            uuid        primary key,
    endpoint_id   uuid        not null references webhook_endpoint (id) on delete cascade,
    owner_id      uuid        not null,
    tenant_id     uuid,
    agency_id     uuid,
    kind          text        not null,
    address       text        not null,
    host          text        not null,
    failing_since timestamptz,
    attempts      int         not null default 0,
    created_at    timestamptz not null
);
alter table webhook_alert enable row level security;
alter table webhook_alert force row level security;
create policy owner on webhook_alert using (owner_id in (
    nullif(current_setting('footbridge.agency', true), '')::uuid,
    nullif(current_setting('footbridge.tenant', true), '')::uuid));

alter table webhook_delivery
    add column sequence    bigint not null default 0, -- the event's, which orders the events of one referral
    add column ordered_key uuid,                      -- the referral, where the endpoint wants its order kept
    add column slot_at     timestamptz;               -- the throttle's moment that was reserved for it
create index webhook_delivery_in_order on webhook_delivery (endpoint_id, ordered_key, sequence)
    where state = 'PENDING' and ordered_key is not null;
