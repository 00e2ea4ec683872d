-- The district is the tenant: its id is the tenant_id of every other table.
create table district (
    id                 uuid        primary key,
    name               text        not null,
    zone               text        not null, -- IANA
    phone              text        not null, -- whom families may call
    languages          text[]      not null, -- BCP 47, the first one is the default
    minimum_cell       int         not null check (minimum_cell between 1 and 1000),
    jurisdiction       text,                 -- ISO 3166, such as US-CA
    import_birth_dates boolean     not null default true,
    version            bigint      not null,
    created_at         timestamptz not null,
    changed_at         timestamptz not null
);
create table school_holiday (
    tenant_id uuid not null references district,
    day       date not null,
    name      text not null,
    primary key (tenant_id, day)
);

-- An agency that takes part. Its name and place are the directory's business.
create table agency_account (
    agency_id  uuid        primary key,
    created_at timestamptz not null
);
create table agreement (
    id           uuid        primary key,
    tenant_id    uuid        not null references district,
    agency_id    uuid        not null references agency_account,
    basis        text        not null,
    purpose      text        not null,
    valid_from   date        not null,
    valid_until  date        check (valid_until >= valid_from), -- inclusive
    ended_at     timestamptz,
    ended_reason text,
    version      bigint      not null,
    created_at   timestamptz not null,
    check ((ended_at is null) = (ended_reason is null))
);
create index agreement_by_parties on agreement (tenant_id, agency_id);

create table school (
    id         uuid        primary key,
    tenant_id  uuid        not null references district,
    sourced_id text        not null,
    name       text        not null,
    state      text        not null check (state in ('ACTIVE', 'WITHDRAWN')),
    changed_at timestamptz not null,
    unique (tenant_id, sourced_id)
);

-- Whoever the school system knows. The keys are the names folded for searching: lower case, without marks.
create table person (
    id                    uuid        primary key,
    tenant_id             uuid        not null references district,
    sourced_id            text        not null,
    username              text        not null,
    given_name            text        not null,
    family_name           text        not null,
    preferred_given_name  text,
    preferred_family_name text,
    given_key             text        collate "C" not null,
    family_key            text        collate "C" not null,
    preferred_key         text        collate "C",
    grades                text[]      not null,
    email                 text,
    phone                 text,
    sms                   text,
    home_language         text,                 -- BCP 47; the school system does not tell
    birth_date            date,
    enabled               boolean     not null,
    is_student            boolean     not null,
    is_staff              boolean     not null,
    is_guardian           boolean     not null,
    state                 text        not null check (state in ('ACTIVE', 'WITHDRAWN')),
    changed_at            timestamptz not null,
    unique (tenant_id, sourced_id)
);
create index person_by_username on person (tenant_id, lower(username));
create index student_by_name on person (tenant_id, family_key, given_key, id) where is_student and state = 'ACTIVE';

-- Roles of people at schools, as the school system says. No school: the role is held at the district or a department.
create table person_role (
    tenant_id  uuid    not null references district,
    sourced_id text    not null,
    person_id  uuid    not null references person,
    school_id  uuid    references school,
    role       text    not null, -- OneRoster 1.2 vocabulary
    is_primary boolean not null,
    begins_on  date,
    ends_on    date,             -- inclusive
    primary key (tenant_id, sourced_id)
);
create index person_role_by_person on person_role (tenant_id, person_id);
create index person_role_by_school on person_role (tenant_id, school_id, role);

-- Kept when the link goes (active false): a restriction that somebody entered must not vanish and come back as its default.
create table guardianship (
    tenant_id   uuid    not null references district,
    student_id  uuid    not null references person,
    guardian_id uuid    not null references person,
    relation    text    not null, -- guardian, parent, relative
    has_rights  boolean not null default true,
    may_contact boolean not null default true,
    active      boolean not null,
    primary key (tenant_id, student_id, guardian_id)
);
create index guardianship_by_guardian on guardianship (tenant_id, guardian_id);

-- What the school system cannot grant (decision 11).
create table staff_grant (
    id         uuid        primary key,
    tenant_id  uuid        not null references district,
    person_id  uuid        not null references person,
    role       text        not null check (role in ('coordinator', 'district_admin')),
    school_id  uuid        references school, -- null: the whole district
    granted_by text        not null,          -- subject of the account
    created_at timestamptz not null,
    unique nulls not distinct (tenant_id, person_id, role, school_id)
);

create table account_link (
    tenant_id  uuid        not null references district,
    issuer     text        not null,
    subject    text        not null,
    person_id  uuid        not null references person,
    created_at timestamptz not null,
    primary key (tenant_id, issuer, subject)
);

create table roster_import (
    id           uuid        primary key,
    tenant_id    uuid        not null references district,
    state        text        not null check (state in ('RUNNING', 'APPLIED', 'REJECTED')),
    forced       boolean     not null, -- past the shrink guard
    requested_by text        not null, -- subject of the account
    package      bytea,                -- until it is done
    counts       jsonb,
    errors       jsonb,
    error_count  int         not null default 0,
    created_at   timestamptz not null,
    finished_at  timestamptz
);
create index roster_import_by_age on roster_import (tenant_id, created_at desc, id);

-- Imports that wait or run: ids, times and tenant only, so a scanner of any copy of the service may claim them (decision 15).
create table roster_import_queue (
    import_id    uuid        primary key,
    tenant_id    uuid        not null,
    leased_until timestamptz, -- database time
    attempts     int         not null default 0
);

alter table district enable row level security;
alter table district force row level security;
create policy tenant on district using (
    id = nullif(current_setting('footbridge.tenant', true), '')::uuid
    or current_setting('footbridge.platform', true) = 'true'
);
alter table school_holiday enable row level security;
alter table school_holiday force row level security;
create policy tenant on school_holiday using (
    tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid
    or current_setting('footbridge.platform', true) = 'true'
);
alter table agreement enable row level security;
alter table agreement force row level security;
create policy tenant on agreement using (
    tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid
    or current_setting('footbridge.platform', true) = 'true'
);
-- Everybody may know which organizations take part; only the platform lets one in.
alter table agency_account enable row level security;
alter table agency_account force row level security;
create policy everybody_reads on agency_account for select using (true);
create policy platform_writes on agency_account for insert
    with check (current_setting('footbridge.platform', true) = 'true');

do $$
declare
    name text;
begin
    foreach name in array array['school', 'person', 'person_role', 'guardianship', 'staff_grant', 'account_link',
                                'roster_import'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            '(tenant_id = nullif(current_setting(''footbridge.tenant'', true), '''')::uuid)', name);
    end loop;
end $$;
