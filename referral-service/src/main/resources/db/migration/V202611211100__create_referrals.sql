-- The district of a referral and its number for humans. Ids only, no row-level security: an internal caller, who has no district,
-- finds here which one to enter, and the numbers of a district are drawn here without ever colliding.
create table referral_tenant (
    referral_id uuid primary key,
    tenant_id   uuid not null,
    number      text not null,
    unique (tenant_id, number)
);

create table referral (
    id                   uuid        primary key,
    tenant_id            uuid        not null,
    custodian_org_id     uuid        not null,
    number               text        not null,
    student_id           uuid        not null,
    school_id            uuid        not null,
    school_name          text        not null,
    grade_band           text        not null,
    referrer_id          uuid        not null,
    referrer_role        text        not null,
    coordinator_id       uuid,
    previous_referral_id uuid,
    state                text        not null,
    urgency              text        not null,
    tier                 int         check (tier between 1 and 3),
    outcome              text,
    concerns             text[]      not null,
    description          text,
    location             text,
    actions_tried        text,
    strengths            text,
    expected_outcome     text,
    identified           text,
    home_language        text,
    interpreter_needed   boolean     not null,
    insurance            text        not null,
    iep                  boolean,
    section504           boolean,
    received_on          date,
    submitted_at         timestamptz not null,
    triaged_at           timestamptz,
    consent_granted_at   timestamptz,
    sent_at              timestamptz,
    first_kept_at        timestamptz,
    closed_at            timestamptz,
    changed_at           timestamptz not null,
    version              bigint      not null
);
create index referral_by_school on referral (tenant_id, school_id, id desc);
create index referral_by_school_and_state on referral (tenant_id, school_id, state, id desc);
create index referral_by_referrer on referral (tenant_id, referrer_id, id desc);
create index referral_by_student on referral (tenant_id, student_id, id desc);

create table placement (
    id                     uuid        primary key,
    tenant_id              uuid        not null,
    custodian_org_id       uuid        not null,
    referral_id            uuid        not null references referral,
    referral_number        text        not null,
    service_id             uuid        not null,
    service_name           text        not null,
    agency_id              uuid        not null,
    agency_name            text        not null,
    agency_reference       text,
    state                  text        not null,
    access_open            boolean     not null,
    cancellation_requested boolean     not null,
    decline_code           text,
    decline_text           text,
    outcome                text,
    sent_at                timestamptz not null,
    acknowledged_at        timestamptz,
    decided_at             timestamptz,
    scheduled_at           timestamptz,
    first_kept_at          timestamptz,
    ended_at               timestamptz,
    changed_at             timestamptz not null,
    version                bigint      not null
);
create index placement_by_referral on placement (referral_id, id);
create index placement_by_agency on placement (agency_id, id desc);
create index placement_by_agency_and_state on placement (agency_id, state, id desc);

create table appointment (
    id               uuid        primary key,
    tenant_id        uuid        not null,
    agency_id        uuid        not null,
    placement_id     uuid        not null references placement,
    state            text        not null,
    starts_at        timestamptz not null,
    duration_minutes int         not null check (duration_minutes > 0),
    modality         text        not null,
    cancelled_by     text,
    cancelled_late   boolean,
    version          bigint      not null
);
create index appointment_by_placement on appointment (placement_id, starts_at, id);

create table consent (
    id                  uuid        primary key,
    tenant_id           uuid        not null,
    custodian_org_id    uuid        not null,
    referral_id         uuid        not null references referral,
    student_id          uuid        not null,
    revision            int         not null,
    recipient_agency_id uuid        not null,
    scope               text[]      not null,
    purpose             text        not null,
    method              text        not null,
    signer_id           uuid        not null,
    signer_role         text        not null,
    signed_on           date        not null,
    document_hash       text        not null,
    expires_on          date        not null,
    recorded_by         uuid        not null,
    recorded_at         timestamptz not null,
    revoked_at          timestamptz,
    revoked_by          uuid,
    version             bigint      not null,
    unique (referral_id, recipient_agency_id, revision)
);

-- What an agency may read of a student, as text so that it stays to the letter what was released.
create table disclosed_record (
    id            uuid        primary key,
    tenant_id     uuid        not null,
    agency_id     uuid        not null,
    placement_id  uuid        not null references placement,
    consent_id    uuid        not null,
    record_version int        not null,
    scope         text[]      not null,
    purpose       text        not null,
    content       text        not null,
    frozen_at     timestamptz not null,
    unique (placement_id, record_version)
);

-- The ledger of 34 CFR 99.32: kept as long as the record itself.
create table disclosure (
    id                  uuid        primary key,
    tenant_id           uuid        not null,
    student_id          uuid        not null,
    referral_id         uuid        not null,
    placement_id        uuid        not null,
    disclosed_record_id uuid        not null,
    kind                text        not null check (kind in ('RELEASED', 'READ')),
    recipient_agency_id uuid        not null,
    recipient_name      text        not null,
    scope               text[]      not null,
    purpose             text        not null,
    legal_basis         text        not null,
    notice              text        not null,
    actor_subject       text        not null,
    actor_person_id     uuid,
    happened_at         timestamptz not null
);
create index disclosure_by_student on disclosure (tenant_id, student_id, id desc);

-- Every step of the three machines.
create table transition (
    id           uuid        primary key,
    tenant_id    uuid        not null,
    referral_id  uuid        not null,
    kind         text        not null check (kind in ('REFERRAL', 'PLACEMENT', 'APPOINTMENT')),
    subject_id   uuid        not null,
    from_state   text,
    to_state     text        not null,
    actor_subject   text     not null,
    actor_person_id uuid,
    actor_org_id uuid        not null,
    actor_role   text        not null,
    reason_code  text,
    note         text,
    happened_at  timestamptz not null
);
create index transition_by_referral on transition (tenant_id, referral_id, id);

-- Who read what of whom (decision 5). One row per read: a page of a list is one row with its ids.
create table access_log (
    id              uuid        primary key,
    tenant_id       uuid        not null,
    agency_id       uuid,
    actor_subject   text        not null,
    actor_person_id uuid,
    relation        text        not null,
    operation       text        not null,
    subject_ids     uuid[]      not null,
    request_id      text,
    happened_at     timestamptz not null
);
create index access_log_by_age on access_log (tenant_id, id);

do $$
declare
    name text;
begin
    foreach name in array array['referral', 'placement', 'appointment', 'consent', 'disclosed_record', 'disclosure',
                                'transition', 'access_log'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            '(tenant_id = nullif(current_setting(''footbridge.tenant'', true), '''')::uuid)', name);
    end loop;
    -- an agency sees its placements, their children and what was disclosed with them, nothing else (decision 14)
    foreach name in array array['placement', 'appointment', 'disclosed_record'] loop
        execute format('create policy agency on %I using '
            '(agency_id = nullif(current_setting(''footbridge.agency'', true), '''')::uuid)', name);
    end loop;
end $$;
-- An agency's page may hold placements of several districts: it may leave its own tracks in each, and read none.
create policy agency_leaves_tracks on access_log for insert
    with check (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);

-- What happened cannot be made undone, by nobody who is not the owner of the tables, and not by the owner in passing.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
do $$
declare
    name text;
begin
    foreach name in array array['disclosed_record', 'disclosure', 'transition', 'access_log'] loop
        execute format('revoke update, delete, truncate on %I from ${app}', name);
        execute format('create trigger append_only before update or delete or truncate on %I '
            'for each statement execute function refuse_change()', name);
    end loop;
end $$;

-- What we keep of the directory, which is global: public facts of no tenant. A sequence that was passed is ignored.
create table provider_organization (
    id        uuid    primary key,
    name      text    not null,
    parent_id uuid,
    kind      text    not null,
    active    boolean not null,
    sequence  bigint  not null
);
create table provider_service (
    id              uuid        primary key,
    organization_id uuid        not null,
    name            text        not null,
    active          boolean     not null,
    minimum_age     numeric,
    maximum_age     numeric,
    languages       text[]      not null,
    insurance       text[]      not null,
    capacity_status text,
    available       int,
    wait_days       int,
    confirmed_at    timestamptz,
    sequence        bigint      not null
);
