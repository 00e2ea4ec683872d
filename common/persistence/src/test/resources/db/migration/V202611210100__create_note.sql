-- A table as the services have them, for this module's own tests.
create table note (
    id        uuid primary key,
    tenant_id uuid    not null,
    text      text    not null,
    version   bigint  not null
);
alter table note enable row level security;
alter table note force row level security;
create policy tenant on note using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
