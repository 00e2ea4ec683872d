-- Answers of creating requests, so that a repeated request gets the first answer instead of a second effect.
create table idempotency_key (
    owner_id     uuid        not null, -- the tenant or agency, all zeros for the platform
    client       text        not null,
    subject      text        not null,
    route        text        not null, -- method and path with its ids
    key          text        not null,
    request_hash text        not null,
    status       int         not null,
    location     text,
    etag         text,
    body         text,
    created_at   timestamptz not null,
    primary key (owner_id, client, subject, route, key)
);
create index idempotency_key_by_age on idempotency_key (owner_id, created_at);

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy owner on idempotency_key using (
    owner_id = nullif(current_setting('footbridge.tenant', true), '')::uuid
    or owner_id = nullif(current_setting('footbridge.agency', true), '')::uuid
    or (current_setting('footbridge.platform', true) = 'true' and owner_id = '00000000-0000-0000-0000-000000000000')
);
