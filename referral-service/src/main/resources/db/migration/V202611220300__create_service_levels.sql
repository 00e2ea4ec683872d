-- What a district has decided about its limits; what it left out follows the service's defaults.
create table service_level_plan (
    tenant_id  uuid        primary key references district,
    limits     text        not null, -- JSON: urgency, step, amount and unit
    changed_at timestamptz not null,
    version    bigint      not null
);
alter table service_level_plan enable row level security;
alter table service_level_plan force row level security;
create policy tenant on service_level_plan using (
    tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
