-- The directory is global (decision 13): no table here carries a tenant, so none has row-level security.
-- `document` keeps the whole HSDS record; the columns beside it are what search and paging need.

create table taxonomies (
    id uuid primary key,
    name text not null,
    document jsonb not null,
    last_modified timestamptz not null,
    search tsvector generated always as (to_tsvector('english', name || ' ' || coalesce(document ->> 'description', ''))) stored
);

create table taxonomy_terms (
    id uuid primary key,
    taxonomy_id uuid references taxonomies,
    parent_id uuid references taxonomy_terms deferrable initially deferred,
    code text,
    name text not null,
    document jsonb not null,
    last_modified timestamptz not null,
    search tsvector generated always as (to_tsvector('english', name || ' ' || coalesce(document ->> 'description', ''))) stored
);
create index taxonomy_terms_taxonomy on taxonomy_terms (taxonomy_id);
create index taxonomy_terms_parent on taxonomy_terms (parent_id);

create table organizations (
    id uuid primary key,
    name text not null,
    kind text not null check (kind in ('agency', 'school')),
    parent_organization_id uuid references organizations deferrable initially deferred,
    participating boolean not null,
    visibility text not null default 'public' check (visibility in ('public', 'district', 'entitled')),
    owner_organization_id uuid not null,
    curator_tenant_id uuid,
    taxonomy_term_ids uuid[] not null default '{}',
    document jsonb not null,
    last_modified timestamptz not null,
    search tsvector generated always as (
        setweight(to_tsvector('english', name), 'A')
        || setweight(to_tsvector('english', coalesce(document ->> 'alternate_name', '')), 'B')
        || setweight(to_tsvector('english', coalesce(document ->> 'description', '')), 'C')) stored
);
create index organizations_parent on organizations (parent_organization_id);
create index organizations_order on organizations (last_modified, id);
create index organizations_search on organizations using gin (search);
create index organizations_terms on organizations using gin (taxonomy_term_ids);

create table locations (
    id uuid primary key,
    organization_id uuid not null references organizations,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    postal_codes text[] not null default '{}',
    document jsonb not null,
    last_modified timestamptz not null
);
create index locations_organization on locations (organization_id);

create table services (
    id uuid primary key,
    organization_id uuid not null references organizations,
    name text not null,
    status text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
    minimum_age numeric(6, 3),
    maximum_age numeric(6, 3),
    -- the ages that are served, as the importer read them; null when nothing is said
    ages numrange,
    languages text[] not null default '{}',
    interpreters boolean not null,
    insurance text[] not null default '{}',
    visibility text not null default 'public' check (visibility in ('public', 'district', 'entitled')),
    owner_organization_id uuid not null,
    curator_tenant_id uuid,
    taxonomy_term_ids uuid[] not null default '{}',
    labels text not null,
    document jsonb not null,
    last_modified timestamptz not null,
    search tsvector generated always as (
        setweight(to_tsvector('english', name), 'A')
        || setweight(to_tsvector('english', coalesce(document ->> 'alternate_name', '') || ' ' || labels), 'B')
        || setweight(to_tsvector('english', coalesce(document ->> 'description', '') || ' '
            || coalesce(document ->> 'eligibility_description', '')), 'C')) stored
);
create index services_organization on services (organization_id);
create index services_order on services (last_modified, id);
create index services_search on services using gin (search);
create index services_languages on services using gin (languages);
create index services_insurance on services using gin (insurance);
create index services_terms on services using gin (taxonomy_term_ids);

create table service_at_locations (
    id uuid primary key,
    service_id uuid not null references services on delete cascade,
    location_id uuid references locations,
    taxonomy_term_ids uuid[] not null default '{}',
    document jsonb not null,
    last_modified timestamptz not null
);
create index service_at_locations_service on service_at_locations (service_id);
create index service_at_locations_location on service_at_locations (location_id);
create index service_at_locations_order on service_at_locations (last_modified, id);

-- One row for every service; no status means that nobody has said yet whether there is room.
create table service_capacities (
    service_id uuid primary key references services on delete cascade,
    status text check (status in ('HAS_CAPACITY', 'NO_CAPACITY', 'WAITLIST', 'ASSESSMENT_REQUIRED')),
    available integer check (available >= 0),
    wait_days integer check (wait_days >= 0),
    confirmed_at timestamptz,
    document jsonb not null default '{}',
    version bigint not null default 0,
    check ((status is null) = (confirmed_at is null))
);

create table crisis_lines (
    id uuid primary key,
    code text not null unique,
    name text not null,
    description text not null,
    call_number text,
    text_number text,
    text_keyword text,
    chat_url text,
    languages text[] not null,
    audience text not null,
    position integer not null,
    check (num_nonnulls(call_number, text_number, chat_url) > 0)
);

-- National lines of the United States, open day and night.
insert into crisis_lines
    (id, code, name, description, call_number, text_number, text_keyword, chat_url, languages, audience, position)
values
    ('01980000-0000-7000-8000-000000c20001', 'emergency', 'Emergency services',
     'When somebody is in danger right now.', '911', '911', null, null, '{en}', 'everybody', 1),
    ('01980000-0000-7000-8000-000000c20002', 'lifeline', '988 Suicide and Crisis Lifeline',
     'Call, text or chat with a trained counselor, free and confidential.', '988', '988', null,
     'https://988lifeline.org/chat/', '{en,es}', 'everybody', 2),
    ('01980000-0000-7000-8000-000000c20003', 'crisis-text-line', 'Crisis Text Line',
     'Text with a trained crisis counselor.', null, '741741', 'HOME', null, '{en,es}', 'everybody', 3),
    ('01980000-0000-7000-8000-000000c20004', 'trevor', 'The Trevor Project',
     'Counselors for LGBTQ+ young people.', '+18664887386', '678678', 'START',
     'https://www.thetrevorproject.org/get-help/', '{en}', 'LGBTQ+ young people', 4),
    ('01980000-0000-7000-8000-000000c20005', 'childhelp', 'Childhelp National Child Abuse Hotline',
     'Help with abuse or neglect of a child.', '+18004224453', '+18004224453', null, null, '{en,es}',
     'children and whoever worries about a child', 5);
