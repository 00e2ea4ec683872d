-- A confidential site is shown as being there and nothing else. These functions make what everybody may see of a document; the views
-- below and every export for the public read through them.

create function public_location(location jsonb) returns jsonb language sql immutable as $$
    select case when not is_confidential(location) then location
                else jsonb_strip_nulls(jsonb_build_object(
                    'id', location -> 'id', 'location_type', location -> 'location_type',
                    'organization_id', location -> 'organization_id',
                    'attributes', (select jsonb_agg(a) from hsds_list(location, 'attributes') a
                                   where a ->> 'link_type' = 'confidential'))) end
$$;

create function public_organization(organization jsonb) returns jsonb language sql immutable as $$
    select case when not exists (select from hsds_list(organization, 'locations') l where is_confidential(l)) then organization
                else organization || jsonb_build_object(
                    'locations', (select jsonb_agg(public_location(l)) from hsds_list(organization, 'locations') l))
                    || case when organization ? 'metadata' then jsonb_build_object('metadata', (
                           select coalesce(jsonb_agg(m), '[]') from hsds_list(organization, 'metadata') m
                           where m ->> 'resource_type' is not null and m ->> 'resource_type' not in ('location', 'address')))
                       else '{}' end end
$$;

create function public_place(place jsonb, confidential boolean) returns jsonb language sql immutable as $$
    select case when coalesce(confidential, false) then place - array['description', 'contacts', 'metadata', 'location'] else place end
$$;

-- The postal codes that an entity says it serves: of service areas whose extent is a list of them.
create function area_codes(document jsonb) returns text[] language sql immutable as $$
    select array(
        select distinct upper(trim(c)) from hsds_list(document, 'service_areas') a
        cross join lateral regexp_split_to_table(a ->> 'extent', '[,;\n]+') c
        where a ->> 'extent_type' ~* '(postal|postcode|zip)' and trim(c) <> '' order by 1)
$$;

create or replace view hsds_service_at_locations as
select a.id, a.last_modified, s.search, a.taxonomy_term_ids || s.taxonomy_term_ids as taxonomy_term_ids, s.organization_id, a.service_id,
       hsds_scalars(public_place(a.document, l.confidential))
           || jsonb_build_object('service_id', a.service_id, 'service', hsds_scalars(s.document)
               || jsonb_build_object('organization', hsds_scalars(o.document))
               || case when s.document ? 'program' then jsonb_build_object('program', hsds_scalars(s.document -> 'program')) else '{}' end)
           || case when l.id is null then '{}' else jsonb_build_object('location_id', l.id,
               'location', hsds_scalars(public_location(l.document))) end as listed,
       public_place(a.document, l.confidential)
           || jsonb_build_object('service_id', a.service_id, 'service', (s.document - 'service_at_locations')
               || jsonb_build_object('organization', public_organization(o.document)))
           || case when l.id is null then '{}' else jsonb_build_object('location_id', l.id,
               'location', public_location(l.document)) end as nested,
       public_place(a.document, l.confidential)
           || jsonb_build_object('service_id', a.service_id)
           || case when l.id is null then '{}' else jsonb_build_object('location_id', l.id,
               'location', public_location(l.document)) end as placed,
       case when l.confidential then null else l.latitude end as latitude,
       case when l.confidential then null else l.longitude end as longitude,
       case when l.confidential then '{}' else coalesce(l.postal_codes, '{}') end as postal_codes,
       area_codes(a.document) || area_codes(s.document) as area_codes
from service_at_locations a
join services s on s.id = a.service_id
join organizations o on o.id = s.organization_id
left join locations l on l.id = a.location_id
where s.visibility = 'public' and o.visibility = 'public';

create or replace view hsds_services as
select s.id, s.last_modified, s.search, s.taxonomy_term_ids, s.organization_id,
       jsonb_build_object('id', s.id, 'last_modified', hsds_time(s.last_modified)) as minimal,
       hsds_scalars(s.document)
           || jsonb_build_object('organization_id', s.organization_id, 'last_modified', hsds_time(s.last_modified),
               'organization', hsds_scalars(o.document))
           || case when s.document ? 'program' then jsonb_build_object('program', hsds_scalars(s.document -> 'program')) else '{}' end as listed,
       s.document
           || jsonb_build_object('organization_id', s.organization_id, 'last_modified', hsds_time(s.last_modified),
               'organization', public_organization(o.document),
               'service_at_locations', (
                   select coalesce(jsonb_agg(p.placed order by p.id), '[]')
                   from hsds_service_at_locations p where p.service_id = s.id),
               'capacities', coalesce(s.document -> 'capacities', '[]') || (
                   select coalesce(jsonb_agg(c.nested), '[]') from hsds_capacities c where c.service_id = s.id)) as nested
from services s
join organizations o on o.id = s.organization_id
where s.visibility = 'public' and o.visibility = 'public';

create or replace view hsds_organizations as
select o.id, o.last_modified, o.search, o.taxonomy_term_ids, o.id as organization_id,
       hsds_scalars(o.document) as listed,
       public_organization(o.document) || jsonb_build_object('services', (
           select coalesce(jsonb_agg(hsds_scalars(s.document) order by s.id), '[]')
           from services s where s.organization_id = o.id and s.visibility = 'public')) as nested,
       public_organization(o.document) || jsonb_build_object('services', (
           select coalesce(jsonb_agg(f.nested - 'organization' order by f.id), '[]')
           from hsds_services f where f.organization_id = o.id)) as complete
from organizations o
where o.visibility = 'public';
