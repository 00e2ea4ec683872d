-- Events that wait for the relay. Ids, codes and times only (decision 15), so there is no row-level security here.
create table outbox (
    position    bigserial   primary key,
    id          uuid        not null unique,
    topic       text        not null,
    subject     uuid        not null,
    type        text        not null,
    occurred_at timestamptz not null,
    tenant_id   uuid,
    agency_id   uuid,
    sequence    bigint      not null,
    request_id  text,
    traceparent text,
    data        text        not null,
    shard       smallint    not null generated always as (abs(hashtext(subject::text) % 4)) stored
);
create index outbox_by_shard on outbox (shard, position);
alter table outbox set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

-- The gapless counter per aggregate. Its row lock also makes the order of positions the order of commits per aggregate.
create table aggregate_sequence (
    subject uuid   primary key,
    last    bigint not null
);

-- Which events a consumer has taken effect of; written in the transaction of the effect.
create table inbox (
    consumer text        not null,
    event_id uuid        not null,
    seen_at  timestamptz not null,
    primary key (consumer, event_id)
);
create index inbox_by_age on inbox (seen_at);
