package org.footbridge.referral.concern;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class ConcernRepository implements PanacheRepositoryBase<LeftConcern, UUID> {
    private static final String OPEN = "tenantId = ?1 and schoolId in ?2 and state = ?3 and expiresAt > ?4";
    private static final String CODES = "select code, tenant_id, school_id, created_at from concern_code where ";

    /** {@code null} where there is no such code. */
    Uni<ConcernCode> code(String code) {
        return getSession()
                .chain(session -> session.createNativeQuery(CODES + "code = :code", Object[].class)
                        .setParameter("code", code)
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : code(rows.getFirst()));
    }

    Uni<List<ConcernCode>> codes(UUID tenant, Set<UUID> schools, String after, int size) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                CODES + "tenant_id = :tenant and school_id = any(cast(:schools as uuid[]))"
                                        + " and code > :after order by code limit :size",
                                Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("schools", schools.toArray(UUID[]::new))
                        .setParameter("after", after)
                        .setParameter("size", size)
                        .getResultList())
                .map(rows -> rows.stream().map(ConcernRepository::code).toList());
    }

    Uni<Void> insert(ConcernCode code) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into concern_code (code, tenant_id, school_id, created_at)"
                                        + " values (:code, :tenant, :school, :at)")
                        .setParameter("code", code.code())
                        .setParameter("tenant", code.tenantId())
                        .setParameter("school", code.schoolId())
                        .setParameter("at", code.createdAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> delete(ConcernCode code) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from concern_code where code = :code and tenant_id = :tenant")
                        .setParameter("code", code.code())
                        .setParameter("tenant", code.tenantId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** How many a school got since then, counted up to {@code most}. */
    Uni<Integer> recent(ConcernCode code, Instant since, int most) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                select count(*) from (select 1 from left_concern
                                where tenant_id = :tenant and school_id = :school and received_at > :since limit :most) some_of_them
                                """, Long.class)
                        .setParameter("tenant", code.tenantId())
                        .setParameter("school", code.schoolId())
                        .setParameter("since", since)
                        .setParameter("most", most)
                        .getSingleResult())
                .map(Long::intValue);
    }

    /** {@code null} where these schools have none. */
    Uni<LeftConcern> of(UUID tenant, Set<UUID> schools, UUID id, Instant now) {
        return find(
                        "tenantId = ?1 and schoolId in ?2 and id = ?3 and (state <> ?4 or expiresAt > ?5)",
                        tenant,
                        schools,
                        id,
                        LeftConcern.State.OPEN,
                        now)
                .firstResult();
    }

    /** Where a page goes on: behind this concern. */
    record Position(Instant receivedAt, UUID id) {}

    /** The open ones, newest first; {@code after} is {@code null} for the first page. */
    Uni<List<LeftConcern>> page(UUID tenant, Set<UUID> schools, Instant now, Position after, int size) {
        String order = " order by receivedAt desc, id desc";
        return (after == null
                        ? find(OPEN + order, tenant, schools, LeftConcern.State.OPEN, now)
                        : find(
                                OPEN + " and (receivedAt < ?5 or (receivedAt = ?5 and id < ?6))" + order,
                                tenant,
                                schools,
                                LeftConcern.State.OPEN,
                                now,
                                after.receivedAt(),
                                after.id()))
                .range(0, size - 1)
                .list();
    }

    /** Remembers which district it belongs to, for whoever has no district when he asks. */
    Uni<Void> index(LeftConcern concern) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into left_concern_tenant (concern_id, tenant_id) values (:id, :tenant)")
                        .setParameter("id", concern.id())
                        .setParameter("tenant", concern.tenantId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** {@code null} where there is none. */
    Uni<UUID> tenant(UUID concern) {
        return getSession().chain(session -> session.createNativeQuery(
                        "select tenant_id from left_concern_tenant where concern_id = :id", UUID.class)
                .setParameter("id", concern)
                .getSingleResultOrNull());
    }

    /** Forgets the words, where nobody has decided, and which district it was of. */
    Uni<Void> forget(UUID concern, Instant now) {
        return delete("id = ?1 and state = ?2 and expiresAt <= ?3", concern, LeftConcern.State.OPEN, now)
                .chain(() -> getSession())
                .chain(session -> session.createNativeQuery("delete from left_concern_tenant where concern_id = :id")
                        .setParameter("id", concern)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether another one came so shortly before, and still waits, that who was told of that one sees this one too. */
    Uni<Boolean> followsAnother(LeftConcern concern, Instant since) {
        return count(
                        "schoolId = ?1 and receivedAt >= ?2 and (receivedAt < ?3 or (receivedAt = ?3 and id < ?4))"
                                + " and state = ?5",
                        concern.schoolId(),
                        since,
                        concern.receivedAt(),
                        concern.id(),
                        LeftConcern.State.OPEN)
                .map(earlier -> earlier > 0);
    }

    private static ConcernCode code(Object[] row) {
        return new ConcernCode((String) row[0], (UUID) row[1], (UUID) row[2], ((OffsetDateTime) row[3]).toInstant());
    }
}
