package org.footbridge.directory.importing;

import java.util.Map;
import org.footbridge.directory.importing.format.Entities;

/**
 * The statements of an import. Each takes its rows as one JSON array, writes only what differs from what is stored, and tells
 * which rows those were: comparing jsonb makes the same file a second time a no-op.
 */
final class ImportSql {
    private ImportSql() {}

    static final String TAXONOMIES = """
            with written as (
              insert into taxonomies as t (id, name, document, last_modified)
              select r.id, r.name, r.document, cast(:now as timestamptz)
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id uuid, name text, document jsonb)
              on conflict (id) do update
                set name = excluded.name, document = excluded.document, last_modified = excluded.last_modified
                where t.document is distinct from excluded.document
              returning t.id, old.id is null as created)
            select id, created from written
            """;

    /** A term or taxonomy that is nowhere is named in the document only. */
    static final String TERMS = """
            with given as (
              select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (id uuid, taxonomy_id uuid, parent_id uuid, code text, name text, document jsonb)),
            written as (
              insert into taxonomy_terms as t (id, taxonomy_id, parent_id, code, name, document, last_modified)
              select r.id, (select x.id from taxonomies x where x.id = r.taxonomy_id),
                     (select p.id from given p where p.id = r.parent_id
                      union select p.id from taxonomy_terms p where p.id = r.parent_id),
                     r.code, r.name, r.document, cast(:now as timestamptz)
              from given r
              on conflict (id) do update
                set taxonomy_id = excluded.taxonomy_id, parent_id = excluded.parent_id, code = excluded.code,
                    name = excluded.name, document = excluded.document, last_modified = excluded.last_modified
                where t.document is distinct from excluded.document
              returning t.id, old.id is null as created)
            select id, created from written
            """;

    /** A parent that is nowhere is named in the document only. */
    static final String ORGANIZATIONS = """
            with given as (
              select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (id uuid, name text, kind text, parent_organization_id uuid, participating boolean,
                      taxonomy_term_ids uuid[], document jsonb)),
            written as (
              insert into organizations as o (id, name, kind, parent_organization_id, participating,
                                              owner_organization_id, taxonomy_term_ids, document, last_modified)
              select r.id, r.name, r.kind,
                     (select p.id from given p where p.id = r.parent_organization_id
                      union select p.id from organizations p where p.id = r.parent_organization_id),
                     r.participating, r.id, r.taxonomy_term_ids, r.document, cast(:now as timestamptz)
              from given r
              on conflict (id) do update
                set name = excluded.name, kind = excluded.kind,
                    parent_organization_id = excluded.parent_organization_id,
                    participating = excluded.participating, taxonomy_term_ids = excluded.taxonomy_term_ids,
                    document = excluded.document, last_modified = excluded.last_modified
                where o.document is distinct from excluded.document
              returning o.id, old.id is null as created)
            select id, created from written
            """;

    static final String LOCATIONS = """
            with written as (
              insert into locations as l (id, organization_id, latitude, longitude, postal_codes, document, last_modified)
              select r.id, r.organization_id, r.latitude, r.longitude, r.postal_codes, r.document, cast(:now as timestamptz)
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (id uuid, organization_id uuid, latitude double precision, longitude double precision,
                      postal_codes text[], document jsonb)
              on conflict (id) do update
                set organization_id = coalesce(excluded.organization_id, l.organization_id), latitude = excluded.latitude,
                    longitude = excluded.longitude, postal_codes = excluded.postal_codes,
                    document = excluded.document, last_modified = excluded.last_modified
                where l.document is distinct from excluded.document
                  or l.organization_id is distinct from coalesce(excluded.organization_id, l.organization_id)
              returning l.id, old.id is null as created)
            select id, created from written
            """;

    /** What a service says, without what our exports add to it from its row: an export that comes back says nothing new. */
    private static final String SAID = """
            %1$s - 'organization_id' - case when %1$s ->> 'last_modified' = hsds_time(s.last_modified) then 'last_modified' else '' end
            """;

    /** What editors have decided stays as it is. */
    static final String SERVICES = """
            with written as (
              insert into services as s (id, organization_id, name, status, minimum_age, maximum_age, ages, languages,
                                         interpreters, insurance, owner_organization_id, taxonomy_term_ids, labels,
                                         document, last_modified)
              select r.id, r.organization_id, r.name, r.status, r.minimum_age, r.maximum_age, r.ages, r.languages,
                     r.interpreters, r.insurance, r.organization_id, r.taxonomy_term_ids, r.labels, r.document, cast(:now as timestamptz)
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (id uuid, organization_id uuid, name text, status text, minimum_age numeric, maximum_age numeric,
                      ages numrange, languages text[], interpreters boolean, insurance text[],
                      taxonomy_term_ids uuid[], labels text, document jsonb)
              on conflict (id) do update
                set organization_id = case when s.field_sources = '{}' then excluded.organization_id else s.organization_id end,
                    owner_organization_id = case when s.field_sources = '{}' then excluded.owner_organization_id
                        else s.owner_organization_id end,
                    name = coalesce(s.pinned ->> 'name', excluded.name),
                    status = coalesce(s.pinned ->> 'status', excluded.status), minimum_age = excluded.minimum_age,
                    maximum_age = excluded.maximum_age, ages = excluded.ages, languages = excluded.languages,
                    interpreters = excluded.interpreters, insurance = excluded.insurance,
                    taxonomy_term_ids = excluded.taxonomy_term_ids, labels = excluded.labels,
                    document = edited(excluded.document, s.pinned, s.history), last_modified = excluded.last_modified
                where %s is distinct from %s
                  or (s.field_sources = '{}' and s.organization_id <> excluded.organization_id)
              returning s.id, old.id is null as created)
            select id, created from written
            """.formatted(
                    SAID.formatted("s.document"), SAID.formatted("edited(excluded.document, s.pinned, s.history)"));

    /** Places of the services in :services that are gone from the file; whose they were. */
    static final String DROP_PLACES = """
            with dropped as (
              delete from service_at_locations
              where service_id in (select cast(x as uuid) from unnest(string_to_array(:services, ',')) x)
                and id not in (select cast(x as uuid) from unnest(string_to_array(:places, ',')) x)
              returning service_id)
            select distinct service_id from dropped
            """;

    /** Services that have a place which the file says to be another service's. */
    static final String LOSING_PLACES = """
            select distinct p.service_id from service_at_locations p
            join jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id uuid, service_id uuid) on r.id = p.id
            where p.service_id <> r.service_id
            """;

    /** Services of which a place or its location is among :ids. */
    static final String SERVICES_AT = """
            with changed as (select cast(x as uuid) as id from unnest(string_to_array(:ids, ',')) x)
            select distinct p.service_id from service_at_locations p
            where p.id in (select id from changed) or p.location_id in (select id from changed)
            """;

    /** An editor who has read a service has read its places. */
    static final String COUNT_ON = """
            update services set edit_version = edit_version + 1, last_modified = cast(:now as timestamptz)
            where id in (select cast(x as uuid) from unnest(string_to_array(:services, ',')) x)
            """;

    /** Service and location are columns; the document names only a location that is nowhere. */
    static final String PLACES = """
            with written as (
              insert into service_at_locations as p (id, service_id, location_id, taxonomy_term_ids, document, last_modified)
              select r.id, r.service_id, (select l.id from locations l where l.id = r.location_id),
                     r.taxonomy_term_ids, r.document, cast(:now as timestamptz)
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (id uuid, service_id uuid, location_id uuid, taxonomy_term_ids uuid[], document jsonb)
              on conflict (id) do update
                set service_id = excluded.service_id, location_id = excluded.location_id,
                    taxonomy_term_ids = excluded.taxonomy_term_ids, document = excluded.document,
                    last_modified = excluded.last_modified
                where p.document - array['service_id', 'location_id']
                      is distinct from excluded.document - array['service_id', 'location_id']
                  or p.service_id <> excluded.service_id or p.location_id is distinct from excluded.location_id
                  or p.location_id is null
                     and p.document -> 'location_id' is distinct from excluded.document -> 'location_id'
              returning p.id, old.id is null as created)
            select id, created from written
            """;

    /** Locations of the organizations in :organizations that are gone from the file and that no service uses. */
    static final String DROP_LOCATIONS = """
            delete from locations l
            where l.organization_id in (select cast(x as uuid) from unnest(string_to_array(:organizations, ',')) x)
              and l.id not in (select cast(x as uuid) from unnest(string_to_array(:locations, ',')) x)
              and not exists (select from service_at_locations p where p.location_id = l.id)
            """;

    static final String EMPTY_CAPACITIES = """
            insert into service_capacities (service_id)
            select cast(x as uuid) from unnest(string_to_array(:services, ',')) x
            on conflict do nothing
            """;

    /** What an agency confirmed itself later than the file was made stays. */
    static final String CAPACITIES = """
            with written as (
              update service_capacities c
              set status = r.status, available = r.available, wait_days = r.wait_days, confirmed_at = r.confirmed_at,
                  waiting = null, check_in_on = null, document = r.document, version = c.version + 1
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (service_id uuid, status text, available integer, wait_days integer,
                      confirmed_at timestamptz, document jsonb)
              where c.service_id = r.service_id and (c.confirmed_at is null or c.confirmed_at < r.confirmed_at)
              returning c.service_id, old.status is null as created)
            select service_id, created from written
            """;

    static final String TOUCH_SERVICES = """
            update services set last_modified = cast(:now as timestamptz)
            where id in (select cast(x as uuid) from unnest(string_to_array(:services, ',')) x)
            """;

    static final String PIN_AS_SAID = """
            update services s
            set pinned = coalesce((select jsonb_object_agg(k, r.document -> k) from jsonb_object_keys(s.pinned) k
                                   where jsonb_exists(r.document, k)), '{}')
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id text, document jsonb)
            where cast(s.id as text) = lower(r.id) and s.pinned <> '{}'
            """;

    static final String KNOWN_ORGANIZATIONS = """
            select id from organizations
            where id in (select cast(x as uuid) from unnest(string_to_array(:ids, ',')) x)
            """;

    static final String KNOWN_LOCATIONS = """
            select id from locations
            where id in (select cast(x as uuid) from unnest(string_to_array(:ids, ',')) x)
            """;

    /** What is stored of the records in :ids, with the organization that each belongs to. */
    static final Map<String, String> STORED = Map.of(
            Entities.ORGANIZATION, stored("organizations", "id"),
            Entities.SERVICE, stored("services", "organization_id"),
            Entities.LOCATION, stored("locations", "organization_id"));

    private static String stored(String table, String owner) {
        return "select id, cast(document as text), " + owner + " as owner from " + table
                + " where id in (select cast(x as uuid) from unnest(string_to_array(:ids, ',')) x)";
    }

    static final String KNOWN_TERMS = """
            select cast(document as text) from taxonomy_terms
            where id in (select cast(x as uuid) from unnest(string_to_array(:ids, ',')) x)
            """;
}
