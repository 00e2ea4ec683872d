-- A site that anybody has marked as confidential stays so, whatever the next file or another copy of it says, until an editor of it
-- says that it is not: an address that is told once is told for good.
create function is_open(location jsonb) returns boolean language sql immutable as $$
    select not is_confidential(location) and jsonb_path_exists(location,
        '$.attributes[*] ? (@.link_type == "confidential" && (@.value like_regex "^(false|no)$" flag "i"))')
$$;

alter table locations add column hidden boolean not null default false;
create function keep_hidden() returns trigger language plpgsql as $$
begin
    new.hidden := new.hidden or is_confidential(new.document);
    return new;
end $$;
create trigger locations_hidden before insert or update on locations for each row execute function keep_hidden();
update locations set hidden = true where confidential;
alter table locations alter column confidential set expression as (hidden or is_confidential(document));

create function public_location(location jsonb, confidential boolean) returns jsonb language sql immutable as $$
    select case when not coalesce(confidential, false) and not is_confidential(location) then location
                else jsonb_strip_nulls(jsonb_build_object(
                    'id', location -> 'id', 'location_type', location -> 'location_type',
                    'organization_id', location -> 'organization_id',
                    'attributes', (select jsonb_agg(a) from hsds_list(location, 'attributes') a
                                   where a ->> 'link_type' = 'confidential'))) end
$$;

-- A copy of a location inside its organization is as confidential as the location.
create or replace function public_organization(organization jsonb) returns jsonb language sql stable as $$
    with copies as (
        select c.value as copy, c.ordinality as place, is_confidential(c.value) or exists (
            select from locations l where cast(l.id as text) = lower(c.value ->> 'id') and l.confidential) as confidential
        from hsds_list(organization, 'locations') with ordinality c (value, ordinality))
    select case when not exists (select from copies where confidential) then organization
                else organization || jsonb_build_object(
                    'locations', (select jsonb_agg(public_location(copy, confidential) order by place) from copies))
                    || case when organization ? 'metadata' then jsonb_build_object('metadata', (
                           select coalesce(jsonb_agg(m), '[]') from hsds_list(organization, 'metadata') m
                           where m ->> 'resource_type' is not null and m ->> 'resource_type' not in ('location', 'address')))
                       else '{}' end end
$$;

-- Who answers there, when somebody is there and whom it serves tell where it is.
create or replace function public_place(place jsonb, confidential boolean) returns jsonb language sql immutable as $$
    select case when coalesce(confidential, false)
                then place - array['description', 'contacts', 'phones', 'schedules', 'service_areas', 'metadata', 'location']
                else place end
$$;

create or replace view hsds_service_at_locations as
select a.id, a.last_modified, s.search, a.taxonomy_term_ids || s.taxonomy_term_ids as taxonomy_term_ids, s.organization_id, a.service_id,
       hsds_scalars(public_place(a.document, l.confidential))
           || jsonb_build_object('service_id', a.service_id, 'service', hsds_scalars(s.document)
               || jsonb_build_object('organization', hsds_scalars(o.document))
               || case when s.document ? 'program' then jsonb_build_object('program', hsds_scalars(s.document -> 'program')) else '{}' end)
           || case when l.id is null then '{}' else jsonb_build_object('location_id', l.id,
               'location', hsds_scalars(public_location(l.document, l.confidential))) end as listed,
       public_place(a.document, l.confidential)
           || jsonb_build_object('service_id', a.service_id, 'service', (s.document - 'service_at_locations')
               || jsonb_build_object('organization', public_organization(o.document)))
           || case when l.id is null then '{}' else jsonb_build_object('location_id', l.id,
               'location', public_location(l.document, l.confidential)) end as nested,
       public_place(a.document, l.confidential)
           || jsonb_build_object('service_id', a.service_id)
           || case when l.id is null then '{}' else jsonb_build_object('location_id', l.id,
               'location', public_location(l.document, l.confidential)) end as placed,
       case when l.confidential then null else l.latitude end as latitude,
       case when l.confidential then null else l.longitude end as longitude,
       case when l.confidential then '{}' else coalesce(l.postal_codes, '{}') end as postal_codes,
       area_codes(public_place(a.document, l.confidential)) || area_codes(s.document) as area_codes
from service_at_locations a
join services s on s.id = a.service_id
join organizations o on o.id = s.organization_id
left join locations l on l.id = a.location_id
where s.visibility = 'public' and o.visibility = 'public';
drop function public_location(jsonb);

create or replace function refresh_search_of(service uuid) returns void language plpgsql as $$
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
                     where p.service_id = service and not k.confidential and a ->> 'description' <> ''), '{}') as accessibility
    into places from service_at_locations p join locations l on l.id = p.location_id where p.service_id = service;

    delete from search_places where service_id = service;
    insert into search_places (service_id, latitude, longitude)
    select distinct p.service_id, l.latitude, l.longitude from service_at_locations p join locations l on l.id = p.location_id
    where p.service_id = service and not l.confidential and l.latitude is not null and l.longitude is not null;

    delete from search_hours where service_id = service;
    perform put_hours(service, s.document);
    perform put_hours(service, p.document)
    from service_at_locations p left join locations l on l.id = p.location_id
    where p.service_id = service and l.confidential is not true;
    if not exists (select from search_hours h where h.service_id = service) then
        perform put_hours(service, l.document)
        from service_at_locations p join locations l on l.id = p.location_id where p.service_id = service and not l.confidential;
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
select refresh_search(array(select p.service_id from service_at_locations p join locations l on l.id = p.location_id where l.confidential));
