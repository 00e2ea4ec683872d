-- What agencies recommend to schools.
create table recommendation (
    id            uuid        primary key,
    tenant_id     uuid        not null,
    agency_id     uuid        not null,
    placement_id  uuid        not null references placement,
    code          text        not null,
    body          text,
    review_on     date,
    actor_subject text        not null,
    made_at       timestamptz not null
);
create index recommendation_by_placement on recommendation (placement_id, id);

alter table recommendation enable row level security;
alter table recommendation force row level security;
create policy tenant on recommendation using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
create policy agency on recommendation using (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);
revoke update, delete, truncate on recommendation from ${app};
create trigger append_only before update or delete or truncate on recommendation
    for each statement execute function refuse_change();

-- How an agency is reached: its own business card, of no district. Every school that works with it may read it.
create table agency_contact (
    agency_id        uuid        primary key,
    intake_name      text        not null,
    intake_phone     text        not null,
    intake_email     text,
    role_description text,
    changed_at       timestamptz not null,
    version          bigint      not null
);
alter table agency_contact enable row level security;
alter table agency_contact force row level security;
create policy everybody_reads on agency_contact for select using (true);
create policy agency_writes on agency_contact for insert
    with check (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);
create policy agency_changes on agency_contact for update
    using (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);
