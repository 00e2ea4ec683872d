-- What the figures are made of: one row per referral, coded, replaced by each newer event of it.
create table referral_fact (
    tenant_id          uuid        not null,
    referral_id        uuid        not null,
    sequence           bigint      not null, -- of the event that wrote the row; an older one changes nothing
    school_id          uuid        not null,
    state              text        not null,
    grade_band         text,
    home_language      text,
    urgency            text        not null,
    source             text        not null,
    received_on        date,
    submitted_at       timestamptz not null,
    triaged_at         timestamptz,
    consent_granted_at timestamptz,
    sent_at            timestamptz,
    first_kept_at      timestamptz,
    closed_at          timestamptz,
    outcome            text,
    closed_loop        boolean     not null, -- an agency told the outcome of what was sent to it
    primary key (tenant_id, referral_id)
);
create index referral_fact_by_submission on referral_fact (tenant_id, submitted_at);

create table district_settings (
    tenant_id    uuid   primary key,
    sequence     bigint not null,
    name         text   not null,
    zone         text   not null,
    minimum_cell int    not null check (minimum_cell > 0)
);

create table school (
    tenant_id uuid    not null,
    school_id uuid    not null,
    sequence  bigint  not null,
    name      text    not null,
    active    boolean not null,
    primary key (tenant_id, school_id)
);

-- Who may see which school's figures (decision 10). The list of a person is replaced as a whole.
create table staff_member (
    tenant_id uuid   not null,
    person_id uuid   not null,
    sequence  bigint not null,
    primary key (tenant_id, person_id)
);
create table staff_assignment (
    tenant_id uuid not null,
    person_id uuid not null,
    role      text not null,
    school_id uuid, -- null: the whole district
    unique nulls not distinct (tenant_id, person_id, role, school_id)
);
create table account_link (
    tenant_id uuid   not null,
    issuer    text   not null,
    subject   text   not null,
    sequence  bigint not null,
    person_id uuid   not null,
    primary key (tenant_id, issuer, subject)
);

do $$
declare
    guarded text;
begin
    foreach guarded in array array['referral_fact', 'district_settings', 'school', 'staff_member', 'staff_assignment', 'account_link']
    loop
        execute format('alter table %I enable row level security', guarded);
        execute format('alter table %I force row level security', guarded);
        execute format('create policy tenant on %I using (tenant_id = nullif(current_setting(''footbridge.tenant'', true), '''')::uuid)', guarded);
    end loop;
end
$$;
