package org.footbridge.benchmarks;

/** The statement of {@link DirectoryRival}. Who changes it says in the commit why (decision 38). */
final class DirectoryStatements {
    /**
     * Candidates by the index of words and cells, then the cheap filters, then the distance; everything else is made of these
     * rows. The query of the words is made once in a select, since plans for any parameters would make it anew for each row.
     */
    static final String SEARCH = """
            with fitting as materialized (
              select y.*, fits_language and fits_insurance as fits, 5 - (1 + cast(ages is not null as int) + cast(speaks as int)
                       + cast(pays as int) + cast(coalesce(km <= :within, false) or afar as int)) as unknowns
              from (
                select e.service_id, e.ages, e.concerns, e.care, e.languages, e.insurance, e.cost, e.modes, e.genders,
                       e.accessibility, e.search, d.km, e.modes @> '{telehealth}' as afar,
                       e.languages && array[cast(:language as text)] as speaks,
                       e.insurance && array[cast(:insurance as text)] as pays,
                       e.languages && array[cast(:language as text)] or e.languages = '{}' or e.interpreters as fits_language,
                       e.insurance && array[cast(:insurance as text)] or e.insurance = '{}' as fits_insurance,
                       c.status, c.available, c.wait_days, c.confirmed_at, c.waiting, c.check_in_on,
                       c.confirmed_at >= now() - interval '14 days' as fresh
                from search_entries e
                join service_capacities c on c.service_id = e.service_id
                left join lateral (
                  select round(cast(min(12742 * asin(sqrt(least(1, power(sin(radians(p.latitude - :latitude) / 2), 2)
                           + cos(radians(:latitude)) * cos(radians(p.latitude))
                             * power(sin(radians(p.longitude - :longitude) / 2), 2))))) as numeric), 2) as km
                  from unnest(e.latitudes, e.longitudes) p (latitude, longitude)) d on true
                where e.search @@ (select plainto_tsquery('needs', :words)) and e.active and e.visibility = 'public'
                  and e.cells && (select array[-1, -2] || array_agg(a * 1440 + o) from
                        generate_series(cast(floor((:latitude - :high + 90) * 4) as int), cast(floor((:latitude + :high + 90) * 4) as int)) a,
                        generate_series(cast(floor((:longitude - :wide + 180) * 4) as int), cast(floor((:longitude + :wide + 180) * 4) as int)) o)
                  and (e.ages is null or e.ages @> cast(:age as numeric))
                  and (e.languages && array[cast(:language as text)] or e.languages = '{}' or e.interpreters
                    or e.insurance && array[cast(:insurance as text)] or e.insurance = '{}')) y
              where km is null or km <= :within or afar),
            counts as (
              select 'total' as criterion, '' as code, count(*) as n from fitting where fits
              union all select 'capacity', case when fresh then status else 'UNKNOWN' end, count(*) from fitting where fits group by 2
              union all select f.criterion, f.code, count(*) from fitting, lateral (
                select 'concern', unnest(concerns) union all select 'care', unnest(care) union all select 'cost', unnest(cost)
                union all select 'mode', unnest(modes) union all select 'clinicianGender', unnest(genders)
                union all select 'accessibility', unnest(accessibility)) f (criterion, code) where fits group by 1, 2
              union all select 'language', l, count(*) from fitting, unnest(languages) l where fits_insurance group by 2
              union all select 'insurance', i, count(*) from fitting, unnest(insurance) i where fits_language group by 2),
            page as (
              select f.*, coalesce(km, 1000000) as far,
                     -round(cast(ts_rank(search, (select plainto_tsquery('needs', :words))) as numeric), 4) as rank,
                     case when fresh and wait_days is not null then wait_days
                       when fresh and status = 'HAS_CAPACITY' then 0 else 100000 end as wait
              from fitting f where fits order by unknowns, far, rank, wait, service_id limit :limit)
            select facets, p.service_id, s.name, o.id, o.name, o.kind, nearest_participating(o.id), p.status, p.available,
                   p.wait_days, p.confirmed_at, p.waiting, p.check_in_on, p.languages, p.insurance, s.minimum_age, s.maximum_age,
                   p.concerns, p.cost, p.modes, p.km, p.unknowns, p.speaks, p.pays
            from (select json_agg(json_build_array(criterion, code, n)) as facets from counts) facets
            left join page p on true
            left join services s on s.id = p.service_id
            left join organizations o on o.id = s.organization_id
            order by p.unknowns, p.far, p.rank, p.wait, p.service_id
            """;

    private DirectoryStatements() {}
}
