-- What a search for a need reads: one narrow row for each service, made from the HSDS documents by triggers, so that whoever writes a
-- document (import, edit, merge) cannot forget it. The extensions are trusted: the owner of the database may create them.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

create text search configuration needs (copy = english);
alter text search configuration needs alter mapping for hword, hword_part, word with unaccent, english_stem;

-- Codes are empty where nothing is known. `visibility` is the stricter one of service and organization.
create table search_entries (
    service_id uuid primary key references services on delete cascade,
    organization_id uuid not null,
    visibility text not null,
    curator_tenant_id uuid,
    active boolean not null,
    concerns text[] not null,
    care text[] not null,
    insurance text[] not null,
    cost text[] not null,
    modes text[] not null,
    languages text[] not null,
    interpreters boolean not null,
    genders text[] not null,
    accessibility text[] not null,
    schools text[] not null,
    ages numrange,
    placed boolean not null,
    scheduled boolean not null,
    search tsvector not null
);
create index search_entries_search on search_entries using gin (search);
create index search_entries_concerns on search_entries using gin (concerns);
create index search_entries_organization on search_entries (organization_id);

create table search_places (
    service_id uuid not null references services on delete cascade,
    latitude double precision not null,
    longitude double precision not null
);
create index search_places_service on search_places (service_id);
create index search_places_where on search_places (latitude, longitude);

-- Weekly opening hours as wall-clock minutes of the place: a fixed offset would be wrong for half of the year. Day 1 is Monday.
create table search_hours (
    service_id uuid not null references services on delete cascade,
    day smallint not null check (day between 1 and 7),
    opens smallint not null,
    closes smallint not null,
    valid_from date,
    valid_to date
);
create index search_hours_service on search_hours (service_id);

-- The words that public entries use, against which a mistyped one is compared.
create table search_words (
    word text primary key,
    lexeme text not null
);
create index search_words_lexeme on search_words (lexeme);
create index search_words_shape on search_words (left(word, 1), length(word));
create index search_words_similar on search_words using gin (word gin_trgm_ops);

create table postal_codes (
    country text not null check (country ~ '^[A-Z]{2}$'),
    code text not null,
    latitude double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180),
    place text,
    primary key (country, code)
);

-- Searches that found nothing, counted for each criterion by itself: no words, no place, no combination that could be somebody.
create table empty_searches (
    day date not null,
    criterion text not null,
    code text not null,
    searches bigint not null,
    primary key (day, criterion, code)
);

-- Confidential sites: our profile marks them by an attribute, and their address must not be found by anybody who is not entitled.
create function is_confidential(location jsonb) returns boolean language sql immutable as $$
    select coalesce(jsonb_path_exists(location,
        '$.attributes[*] ? (@.link_type == "confidential" && (@.value like_regex "^(true|yes)$" flag "i"))'), false)
$$;
alter table locations add column confidential boolean generated always as (is_confidential(document)) stored;

create function hsds_list(document jsonb, member text) returns setof jsonb language sql immutable as $$
    select value from jsonb_array_elements(
        case when jsonb_typeof(document -> member) = 'array' then document -> member else '[]' end)
$$;

-- The codes of an entity's attributes in some groups (`link_type`) of our profile.
create function profile_codes(document jsonb, groups text[]) returns text[] language sql immutable as $$
    select coalesce(array_agg(distinct c.code order by c.code), '{}')
    from (select lower(coalesce(nullif(a ->> 'value', ''), a #>> '{taxonomy_term,code}')) as code
          from hsds_list(document, 'attributes') a where a ->> 'link_type' = any (groups)) c
    where c.code <> ''
$$;

create function code_of(words text) returns text language sql stable as $$
    select trim(both '-' from regexp_replace(lower(unaccent(words)), '[^a-z0-9]+', '-', 'g'))
$$;

create function cost_codes(service jsonb) returns text[] language sql immutable as $$
    select array(
        select distinct c.code from (
            select case when o ->> 'option' ilike '%sliding%' then 'sliding'
                        when jsonb_typeof(o -> 'amount') = 'number' and cast(o ->> 'amount' as numeric) = 0 then 'free'
                        when jsonb_typeof(o -> 'amount') = 'number' then 'fee' end as code
            from hsds_list(service, 'cost_options') o
            union all
            select 'sliding' where 'sliding' = any (profile_codes(service, '{insurance}'))
            union all
            select unnest(profile_codes(service, '{cost}'))) c
        where c.code is not null order by c.code)
$$;

-- Minutes since midnight of "HH:MM" with whatever zone behind it; null for anything else.
create function wall_clock(hours text) returns integer language sql immutable as $$
    select cast(m[1] as integer) * 60 + cast(m[2] as integer)
    from regexp_match(hours, '^([01]\d|2[0-4]):([0-5]\d)') m
$$;

create function hsds_date(words text) returns date language plpgsql immutable as $$
begin
    return cast(left(words, 10) as date);
exception when others then
    return null; -- HSDS types these dates as plain strings
end $$;

create function put_hours(service uuid, owner jsonb) returns void language sql as $$
    insert into search_hours (service_id, day, opens, closes, valid_from, valid_to)
    select service, d.day, wall_clock(h ->> 'opens_at'), wall_clock(h ->> 'closes_at'),
           hsds_date(h ->> 'valid_from'), hsds_date(h ->> 'valid_to')
    from hsds_list(owner, 'schedules') h
    cross join lateral (select array_position('{MO,TU,WE,TH,FR,SA,SU}', upper(trim(t))) as day
                        from unnest(string_to_array(h ->> 'byday', ',')) t) d
    where h ->> 'freq' = 'WEEKLY' and coalesce(h ->> 'interval', '1') = '1' and d.day is not null
      and wall_clock(h ->> 'opens_at') < wall_clock(h ->> 'closes_at')
$$;

create function refresh_search_of(service uuid) returns void language plpgsql as $$
declare
    s record;
    places record;
begin
    select v.id, v.organization_id, v.status = 'active' as active, v.document, v.insurance, v.languages, v.interpreters, v.ages,
           coalesce(v.curator_tenant_id, o.curator_tenant_id) as curator,
           case when 'entitled' in (v.visibility, o.visibility) then 'entitled'
                when 'district' in (v.visibility, o.visibility) then 'district' else 'public' end as visibility,
           v.name, v.labels, o.name as organization, o.document as organization_document
    into s from services v join organizations o on o.id = v.organization_id where v.id = service;
    if not found then
        return;
    end if;
    select coalesce(bool_or(l.latitude is not null and l.longitude is not null and not l.confidential), false) as placed,
           coalesce(bool_or(l.document ->> 'location_type' = 'physical'), false) as physical,
           coalesce(bool_or(l.document ->> 'location_type' = 'virtual'), false) as virtual,
           coalesce((select array_agg(distinct code_of(a ->> 'description')) from service_at_locations p
                     join locations k on k.id = p.location_id, hsds_list(k.document, 'accessibility') a
                     where p.service_id = service and a ->> 'description' <> ''), '{}') as accessibility
    into places from service_at_locations p join locations l on l.id = p.location_id where p.service_id = service;

    delete from search_places where service_id = service;
    insert into search_places (service_id, latitude, longitude)
    select distinct p.service_id, l.latitude, l.longitude from service_at_locations p join locations l on l.id = p.location_id
    where p.service_id = service and not l.confidential and l.latitude is not null and l.longitude is not null;

    delete from search_hours where service_id = service;
    perform put_hours(service, s.document);
    perform put_hours(service, p.document) from service_at_locations p where p.service_id = service;
    if not exists (select from search_hours h where h.service_id = service) then
        perform put_hours(service, l.document)
        from service_at_locations p join locations l on l.id = p.location_id where p.service_id = service;
    end if;

    insert into search_entries (service_id, organization_id, visibility, curator_tenant_id, active, concerns, care, insurance, cost,
                                modes, languages, interpreters, genders, accessibility, schools, ages, placed, scheduled, search)
    values (service, s.organization_id, s.visibility, s.curator, s.active,
            profile_codes(s.document, '{focus,concern}'), profile_codes(s.document, '{type_of_care}'), s.insurance,
            cost_codes(s.document),
            array_remove(array[
                case when places.virtual or profile_codes(s.document, '{service_setting}') && '{telehealth}' then 'telehealth' end,
                case when places.physical
                          or profile_codes(s.document, '{service_setting}') && '{outpatient,school,home,intensive-outpatient,partial-day}'
                     then 'in-person' end], null),
            s.languages, s.interpreters, profile_codes(s.document, '{clinician_gender}'),
            places.accessibility || profile_codes(s.document, '{accessibility}'),
            profile_codes(s.document, '{serves_school}'), s.ages, places.placed,
            exists (select from search_hours h where h.service_id = service),
            setweight(to_tsvector('needs', s.name), 'A')
                || setweight(to_tsvector('needs', coalesce(s.document ->> 'alternate_name', '') || ' ' || s.labels || ' ' || s.organization
                    || ' ' || coalesce(s.organization_document ->> 'alternate_name', '')), 'B')
                || setweight(to_tsvector('needs', coalesce(s.document ->> 'description', '') || ' '
                    || coalesce(s.document ->> 'eligibility_description', '')), 'C')
                || setweight(to_tsvector('needs', coalesce(s.organization_document ->> 'description', '')), 'D'))
    on conflict (service_id) do update
        set organization_id = excluded.organization_id, visibility = excluded.visibility,
            curator_tenant_id = excluded.curator_tenant_id, active = excluded.active, concerns = excluded.concerns,
            care = excluded.care, insurance = excluded.insurance, cost = excluded.cost, modes = excluded.modes,
            languages = excluded.languages, interpreters = excluded.interpreters, genders = excluded.genders,
            accessibility = excluded.accessibility, schools = excluded.schools, ages = excluded.ages,
            placed = excluded.placed, scheduled = excluded.scheduled, search = excluded.search;

    if s.visibility = 'public' then
        insert into search_words (word, lexeme)
        select w.lexeme, coalesce((tsvector_to_array(to_tsvector('needs', w.lexeme)))[1], w.lexeme)
        from unnest(to_tsvector('simple', unaccent(concat_ws(' ', s.name, s.labels, s.organization, s.document ->> 'alternate_name',
                                                             s.document ->> 'description')))) w
        where length(w.lexeme) between 4 and 40 and w.lexeme ~ '^[[:alpha:]]+$'
        on conflict do nothing;
    end if;
end $$;

-- In the order of ids, so that two writers cannot lock each other out. Without sequential scans: a large import starts with tables that
-- look empty, and a plan made then would read all of them once for each service.
create function refresh_search(changed uuid[]) returns void language plpgsql set enable_seqscan = off as $$
declare
    one uuid;
begin
    for one in select distinct x from unnest(changed) x where x is not null order by x loop
        perform refresh_search_of(one);
    end loop;
end $$;

create function services_changed() returns trigger language plpgsql as $$
begin
    perform refresh_search(array(
        select n.id from new_rows n
        where not exists (
            select from old_rows o where o.id = n.id and o.document = n.document
              and (o.status, o.visibility, o.organization_id, o.labels) = (n.status, n.visibility, n.organization_id, n.labels)
              and o.curator_tenant_id is not distinct from n.curator_tenant_id)));
    return null;
end $$;
create function services_added() returns trigger language plpgsql as $$
begin
    perform refresh_search(array(select n.id from new_rows n));
    return null;
end $$;
create function organizations_changed() returns trigger language plpgsql as $$
begin
    perform refresh_search(array(select s.id from services s join new_rows n on n.id = s.organization_id));
    return null;
end $$;
create function locations_changed() returns trigger language plpgsql as $$
begin
    perform refresh_search(array(select p.service_id from service_at_locations p join new_rows n on n.id = p.location_id));
    return null;
end $$;
create function places_changed() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        perform refresh_search(array(select service_id from new_rows));
    end if;
    if tg_op <> 'INSERT' then
        perform refresh_search(array(select service_id from old_rows));
    end if;
    return null;
end $$;

create trigger services_searched_insert after insert on services
    referencing new table as new_rows for each statement execute function services_added();
create trigger services_searched_update after update on services
    referencing old table as old_rows new table as new_rows for each statement execute function services_changed();
create trigger organizations_searched after update on organizations
    referencing new table as new_rows for each statement execute function organizations_changed();
create trigger locations_searched after update on locations
    referencing new table as new_rows for each statement execute function locations_changed();
create trigger places_searched_insert after insert on service_at_locations
    referencing new table as new_rows for each statement execute function places_changed();
create trigger places_searched_update after update on service_at_locations
    referencing old table as old_rows new table as new_rows for each statement execute function places_changed();
create trigger places_searched_delete after delete on service_at_locations
    referencing old table as old_rows for each statement execute function places_changed();

select refresh_search(array(select id from services));
