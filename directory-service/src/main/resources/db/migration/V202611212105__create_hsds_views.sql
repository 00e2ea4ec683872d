-- What GET /hsds serves: `listed` is the short form of lists, `nested` the full one. A select of one does not compute the other.

create function hsds_time(at timestamptz) returns text language sql stable
    return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

create function hsds_scalars(document jsonb) returns jsonb language sql immutable
    return (select coalesce(jsonb_object_agg(key, value), '{}')
            from jsonb_each(document) where jsonb_typeof(value) not in ('object', 'array'));

create function derived_uuid(seed text) returns uuid language sql immutable
    return cast(overlay(overlay(md5(seed) placing '8' from 13) placing '8' from 17) as uuid);

-- The nearest organization upwards that works with referrals: the agency that a placement would go to (decision 13).
create function nearest_participating(organization uuid) returns uuid language sql stable as $$
    with recursive up as (
        select id, parent_organization_id, participating, 1 as depth from organizations where id = organization
        union all
        select o.id, o.parent_organization_id, o.participating, up.depth + 1
        from organizations o join up on o.id = up.parent_organization_id
        where not up.participating and up.depth < 20)
    select id from up where participating limit 1
$$;

-- Capacity as HSDS service_capacity. Without a number there is none: `available` is required there.
create view hsds_capacities as
select c.service_id,
       c.document || jsonb_build_object(
           'id', coalesce(c.document -> 'id', to_jsonb(derived_uuid(c.service_id || '/capacity'))),
           'service_id', c.service_id,
           'unit', coalesce(c.document -> 'unit', jsonb_build_object(
               'id', derived_uuid('unit/intake-place'), 'name', 'Intake place', 'identifier', 'intake-place')),
           'available', c.available,
           'updated', hsds_time(c.confirmed_at),
           'attributes', jsonb_build_array(jsonb_build_object(
               'id', derived_uuid(c.service_id || '/capacity_status'),
               'link_id', coalesce(c.document -> 'id', to_jsonb(derived_uuid(c.service_id || '/capacity'))),
               'link_entity', 'service_capacity', 'link_type', 'capacity_status', 'value', c.status))
               || case when c.wait_days is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
                   'id', derived_uuid(c.service_id || '/wait_days'),
                   'link_id', coalesce(c.document -> 'id', to_jsonb(derived_uuid(c.service_id || '/capacity'))),
                   'link_entity', 'service_capacity', 'link_type', 'wait_days', 'value', c.wait_days::text)) end) as nested
from service_capacities c
where c.status is not null and c.available is not null;

create view hsds_service_at_locations as
select a.id, a.last_modified, s.search, a.taxonomy_term_ids || s.taxonomy_term_ids as taxonomy_term_ids, s.organization_id, a.service_id,
       hsds_scalars(a.document)
           || jsonb_build_object('service_id', a.service_id, 'service', hsds_scalars(s.document)
               || jsonb_build_object('organization', hsds_scalars(o.document))
               || case when s.document ? 'program' then jsonb_build_object('program', hsds_scalars(s.document -> 'program')) else '{}' end)
           || case when l.id is null then '{}' else jsonb_build_object('location_id', l.id, 'location', hsds_scalars(l.document)) end as listed,
       a.document
           || jsonb_build_object('service_id', a.service_id, 'service', (s.document - 'service_at_locations')
               || jsonb_build_object('organization', o.document))
           || case when l.id is null then '{}' else jsonb_build_object('location_id', l.id, 'location', l.document) end as nested,
       a.document
           || jsonb_build_object('service_id', a.service_id)
           || case when l.id is null then '{}' else jsonb_build_object('location_id', l.id, 'location', l.document) end as placed
from service_at_locations a
join services s on s.id = a.service_id
join organizations o on o.id = s.organization_id
left join locations l on l.id = a.location_id
where s.visibility = 'public' and o.visibility = 'public';

create view hsds_services as
select s.id, s.last_modified, s.search, s.taxonomy_term_ids, s.organization_id,
       jsonb_build_object('id', s.id, 'last_modified', hsds_time(s.last_modified)) as minimal,
       hsds_scalars(s.document)
           || jsonb_build_object('organization_id', s.organization_id, 'last_modified', hsds_time(s.last_modified),
               'organization', hsds_scalars(o.document))
           || case when s.document ? 'program' then jsonb_build_object('program', hsds_scalars(s.document -> 'program')) else '{}' end as listed,
       s.document
           || jsonb_build_object('organization_id', s.organization_id, 'last_modified', hsds_time(s.last_modified),
               'organization', o.document,
               'service_at_locations', (
                   select coalesce(jsonb_agg(p.placed order by p.id), '[]')
                   from hsds_service_at_locations p where p.service_id = s.id),
               'capacities', coalesce(s.document -> 'capacities', '[]') || (
                   select coalesce(jsonb_agg(c.nested), '[]') from hsds_capacities c where c.service_id = s.id)) as nested
from services s
join organizations o on o.id = s.organization_id
where s.visibility = 'public' and o.visibility = 'public';

create view hsds_organizations as
select o.id, o.last_modified, o.search, o.taxonomy_term_ids, o.id as organization_id,
       hsds_scalars(o.document) as listed,
       o.document || jsonb_build_object('services', (
           select coalesce(jsonb_agg(hsds_scalars(s.document) order by s.id), '[]')
           from services s where s.organization_id = o.id and s.visibility = 'public')) as nested,
       o.document || jsonb_build_object('services', (
           select coalesce(jsonb_agg(f.nested - 'organization' order by f.id), '[]')
           from hsds_services f where f.organization_id = o.id)) as complete
from organizations o
where o.visibility = 'public';

create view hsds_taxonomies as
select t.id, t.last_modified, t.search, t.document as listed, t.document as nested
from taxonomies t;

create view hsds_taxonomy_terms as
select t.id, t.last_modified, t.search, t.taxonomy_id, t.parent_id,
       t.document as listed,
       t.document || case when x.id is null then '{}' else jsonb_build_object('taxonomy_detail', x.document) end as nested
from taxonomy_terms t left join taxonomies x on x.id = t.taxonomy_id;
