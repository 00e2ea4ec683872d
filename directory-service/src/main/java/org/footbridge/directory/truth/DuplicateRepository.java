package org.footbridge.directory.truth;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DuplicateRepository {
    /** Trigrams that two names must share: "Teen Anxeity Group" has two thirds of those of "Teen Anxiety Group". */
    private static final double ALIKE = 0.6;

    /** About 150 m: as far as two sources disagree about where a house stands. */
    private static final double SAME_PLACE_DEGREES = 0.0015;

    /**
     * Of one name, and something besides speaks for it; or of names alike, and of one organization or at one place. Each way
     * to the second starts at an index, so that nothing is compared with everything.
     */
    private static final String DUPLICATES = """
            with pairs as (
              select a.id as first, b.id as second, a.name, b.name as other,
                     plain_name(a.name) <> plain_name(b.name) as similar_name,
                     a.organization_id = b.organization_id as same_organization,
                     plain_name(oa.name) = plain_name(ob.name) as same_organization_name,
                     exists (select from search_places pa join search_places pb
                               on pb.latitude between pa.latitude - :near and pa.latitude + :near
                              and pb.longitude between pa.longitude - :near and pa.longitude + :near
                             where pa.service_id = a.id and pb.service_id = b.id) as same_place,
                     exists (select from service_at_locations pa join locations la on la.id = pa.location_id
                             join service_at_locations pb on pb.service_id = b.id join locations lb on lb.id = pb.location_id
                             where pa.service_id = a.id and la.postal_codes && lb.postal_codes) as same_postal_code,
                     exists (select from jsonb_array_elements(coalesce(a.document -> 'phones', '[]')) pa
                             join jsonb_array_elements(coalesce(b.document -> 'phones', '[]')) pb
                               on regexp_replace(pa ->> 'number', '[^0-9]', '', 'g')
                                = regexp_replace(pb ->> 'number', '[^0-9]', '', 'g')) as same_phone
              from services a
              cross join lateral (
                select x.id from services x where plain_name(x.name) = plain_name(a.name) and x.id > a.id
                union
                select x.id from services x
                where x.organization_id = a.organization_id and x.id > a.id
                  and similarity(lower(unaccent(x.name)), lower(unaccent(a.name))) >= :alike
                union
                select x.id from search_places pa
                join search_places px on px.latitude between pa.latitude - :near and pa.latitude + :near
                                     and px.longitude between pa.longitude - :near and pa.longitude + :near
                join services x on x.id = px.service_id and x.id > a.id
                where pa.service_id = a.id and similarity(lower(unaccent(x.name)), lower(unaccent(a.name))) >= :alike
              ) candidate
              join services b on b.id = candidate.id
              join organizations oa on oa.id = a.organization_id
              join organizations ob on ob.id = b.organization_id
              where a.status <> 'defunct' and b.status <> 'defunct' and a.id >= :first and (a.id, b.id) > (:first, :second)
                and not exists (select from duplicate_dismissals d where d.first_id = a.id and d.second_id = b.id))
            select first, second, name, other, similar_name, same_organization, same_organization_name, same_place,
                   same_postal_code, same_phone
            from pairs
            where same_organization or same_organization_name or same_place or same_postal_code or same_phone
            order by first, second limit :size
            """;

    private static final int FIRST_REASON = 4;

    /** As the columns after the names. */
    private static final List<String> REASONS = List.of(
            "similar-name",
            "same-organization",
            "same-organization-name",
            "same-place",
            "same-postal-code",
            "same-phone");

    private static final String DISMISS = """
            insert into duplicate_dismissals (first_id, second_id, dismissed_at, dismissed_by)
            select least(a.id, b.id), greatest(a.id, b.id), :now, :by from services a, services b
            where a.id = :first and b.id = :second
            on conflict (first_id, second_id) do update set dismissed_at = duplicate_dismissals.dismissed_at
            returning dismissed_at
            """;

    Uni<List<Duplicate>> list(UUID first, UUID second, int size) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUPLICATES, Object[].class)
                        .setParameter("alike", ALIKE)
                        .setParameter("near", SAME_PLACE_DEGREES)
                        .setParameter("first", first)
                        .setParameter("second", second)
                        .setParameter("size", size)
                        .getResultList())
                .map(rows -> rows.stream().map(DuplicateRepository::duplicate).toList());
    }

    /** When it was dismissed first; null where one of the two is not there. */
    Uni<Instant> dismiss(UUID first, UUID second, String by, Instant now) {
        return Panache.getSession().chain(session -> session.createNativeQuery(DISMISS, Instant.class)
                .setParameter("first", first)
                .setParameter("second", second)
                .setParameter("by", by)
                .setParameter("now", now)
                .getSingleResultOrNull());
    }

    private static Duplicate duplicate(Object[] row) {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < REASONS.size(); i++) {
            if ((Boolean) row[FIRST_REASON + i]) {
                reasons.add(REASONS.get(i));
            }
        }
        return new Duplicate((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], reasons);
    }
}
