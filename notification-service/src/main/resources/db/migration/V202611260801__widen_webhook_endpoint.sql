-- Endpoints belong to an agency or to a district's app. The owner is whichever is there; row-level security keys on it.
alter table webhook_endpoint
    add column tenant_id         uuid,
    alter column agency_id drop not null,
    add column school_ids        uuid[],
    add column service_ids       uuid[],
    add column headers           bytea, -- names and values, encrypted: a value may be a password
    add column headers_key_id    text,
    add column header_names      text[],
    add column ordered           boolean not null default false,
    add column max_per_second    int,
    add column alert_address     text,
    add column signature         text not null default 'v1',
    add column public_key        bytea, -- of v1a
    add column old_signature     text,
    alter column old_secret_until drop not null,
    add constraint webhook_endpoint_owner check (num_nonnulls(agency_id, tenant_id) = 1),
    add constraint webhook_endpoint_signature check (signature in ('v1', 'v1a'));
alter table webhook_endpoint add column owner_id uuid generated always as (coalesce(agency_id, tenant_id)) stored;
drop index webhook_endpoint_by_agency;
create index webhook_endpoint_by_owner on webhook_endpoint (owner_id, id);
drop policy agency on webhook_endpoint;
create policy owner on webhook_endpoint using (owner_id in (
    nullif(current_setting('footbridge.agency', true), '')::uuid,
    nullif(current_setting('footbridge.tenant', true), '')::uuid));

-- A delivery's tenant is the event's; where there is no agency, it is the owner too.
alter table webhook_delivery alter column agency_id drop not null;
alter table webhook_delivery add column owner_id uuid generated always as (coalesce(agency_id, tenant_id)) stored;
drop policy agency on webhook_delivery;
create policy owner on webhook_delivery using (owner_id in (
    nullif(current_setting('footbridge.agency', true), '')::uuid,
    nullif(current_setting('footbridge.tenant', true), '')::uuid));

alter table webhook_attempt rename column agency_id to owner_id;
drop policy agency on webhook_attempt;
create policy owner on webhook_attempt using (owner_id in (
    nullif(current_setting('footbridge.agency', true), '')::uuid,
    nullif(current_setting('footbridge.tenant', true), '')::uuid));

-- Each endpoint is looked after once a day: secrets are sealed with the newest key, expired ones wiped.
alter table webhook_endpoint no force row level security;
insert into work_queue (kind, id, lane_id, tenant_id, agency_id, due_at)
select 'webhook-upkeep', id, owner_id, tenant_id, agency_id, now() from webhook_endpoint;
alter table webhook_endpoint force row level security;
