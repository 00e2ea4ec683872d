package org.footbridge.referral.grant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class GrantRepository {
    private static final String STAFF = """
            select id from person
            where tenant_id = :tenant and lower(username) = lower(:username) and state = 'ACTIVE' and is_staff
            """;

    private static final String INSERT = """
            insert into staff_grant (id, tenant_id, person_id, role, school_id, granted_by, created_at)
            values (:id, :tenant, :person, :role, cast(:school as uuid), :by, :now)
            on conflict do nothing
            """;

    private static final String SELECT = """
            select g.id, p.id, p.username,
                   coalesce(p.preferred_given_name, p.given_name) || ' '
                       || coalesce(p.preferred_family_name, p.family_name),
                   g.role, g.school_id, g.created_at
            from staff_grant g join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
            where g.tenant_id = :tenant
            """;

    record Row(UUID id, UUID tenant, UUID person, String role, UUID school, String grantedBy, Instant now) {}

    /** Members of staff with this username; more than one where the school system has given it twice. */
    Uni<List<UUID>> staff(UUID tenant, String username) {
        return Panache.getSession().chain(session -> session.createNativeQuery(STAFF, UUID.class)
                .setParameter("tenant", tenant)
                .setParameter("username", username)
                .getResultList());
    }

    /** {@code false} where there is the same one already. */
    Uni<Boolean> insert(Row grant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", grant.id())
                        .setParameter("tenant", grant.tenant())
                        .setParameter("person", grant.person())
                        .setParameter("role", grant.role())
                        .setParameter(
                                "school",
                                grant.school() == null ? null : grant.school().toString())
                        .setParameter("by", grant.grantedBy())
                        .setParameter("now", grant.now())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** {@code null} where there is none. */
    Uni<GrantResponse> find(UUID tenant, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SELECT + " and g.id = :id", Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : grant(rows.getFirst()));
    }

    /** In the order of their making, from after {@code after}. */
    Uni<List<GrantResponse>> page(UUID tenant, UUID after, int size) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                SELECT + " and g.id > :after order by g.id limit :size", Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("after", after)
                        .setParameter("size", size)
                        .getResultList())
                .map(rows -> rows.stream().map(GrantRepository::grant).toList());
    }

    Uni<Void> delete(UUID tenant, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from staff_grant where tenant_id = :tenant and id = :id")
                        .setParameter("tenant", tenant)
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static GrantResponse grant(Object[] row) {
        return new GrantResponse(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (UUID) row[5],
                ((OffsetDateTime) row[6]).toInstant());
    }
}
