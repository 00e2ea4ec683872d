package org.footbridge.referral.rights;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RightsRepository {
    /** Who has left all schools still has rights: at the school that referred last, which keeps the record. */
    private static final String AT_THE_SCHOOLS = """
            coalesce(
                (select bool_or(r.school_id = any(cast(:schools as uuid[]))) from person_role r
                where r.tenant_id = a.tenant_id and r.person_id = a.student_id and r.role = 'student'
                  and r.school_id is not null
                  and (r.begins_on is null or r.begins_on <= :today) and (r.ends_on is null or r.ends_on >= :today)),
                (select f.school_id = any(cast(:schools as uuid[])) from referral f
                where f.tenant_id = a.tenant_id and f.student_id = a.student_id order by f.id desc limit 1),
                false)
            """;

    private static final String OPEN = """
            select a.* from access_request a
            where a.tenant_id = :tenant and a.state = 'OPEN' and (a.due_on, a.id) > (cast(:due as date), :after)
              and %s
            order by a.due_on, a.id limit :size
            """.formatted(AT_THE_SCHOOLS);

    private static final String OPEN_AMENDMENTS = """
            select a.* from amendment_request a
            where a.tenant_id = :tenant and a.state = 'OPEN' and a.id > :after and %s
            order by a.id limit :size
            """.formatted(AT_THE_SCHOOLS);

    private static final String ASKED = """
            select student_id, state = 'OPEN' from access_request where tenant_id = :tenant and id = :id
            union all
            select student_id, state = 'OPEN' from amendment_request where tenant_id = :tenant and id = :id
            """;

    <T> Uni<T> keep(T created) {
        return Panache.getSession()
                .chain(session -> session.persist(created).chain(session::flush))
                .replaceWith(created);
    }

    Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }

    /** One of a student's; {@code null} where there is none. */
    <T> Uni<T> of(Class<T> kind, UUID tenant, UUID student, UUID id) {
        return Panache.getSession().chain(session -> session.createQuery(
                        "from " + kind.getSimpleName()
                                + " where tenantId = :tenant and studentId = :student and id = :id",
                        kind)
                .setParameter("tenant", tenant)
                .setParameter("student", student)
                .setParameter("id", id)
                .getSingleResultOrNull());
    }

    /** A student's, newest first, from behind {@code before}. */
    <T> Uni<List<T>> page(Class<T> kind, UUID tenant, UUID student, UUID before, int size) {
        return Panache.getSession().chain(session -> session.createQuery(
                        "from " + kind.getSimpleName()
                                + " where tenantId = :tenant and studentId = :student and id < :before order by id desc",
                        kind)
                .setParameter("tenant", tenant)
                .setParameter("student", student)
                .setParameter("before", before)
                .setMaxResults(size)
                .getResultList());
    }

    /** Students of these schools on that day. */
    record OpenAt(Collection<UUID> schools, LocalDate today) {}

    /** The open access requests about such students, soonest due first, from behind a due date and an id. */
    Uni<List<AccessRequest>> open(UUID tenant, OpenAt at, LocalDate due, UUID after, int size) {
        return Panache.getSession().chain(session -> session.createNativeQuery(OPEN, AccessRequest.class)
                .setParameter("tenant", tenant)
                .setParameter("schools", at.schools().toArray(UUID[]::new))
                .setParameter("today", at.today())
                .setParameter("due", due)
                .setParameter("after", after)
                .setParameter("size", size)
                .getResultList());
    }

    /** The open requests to set records of such students right, oldest first, from behind an id. */
    Uni<List<Amendment>> openAmendments(UUID tenant, OpenAt at, UUID after, int size) {
        return Panache.getSession().chain(session -> session.createNativeQuery(OPEN_AMENDMENTS, Amendment.class)
                .setParameter("tenant", tenant)
                .setParameter("schools", at.schools().toArray(UUID[]::new))
                .setParameter("today", at.today())
                .setParameter("after", after)
                .setParameter("size", size)
                .getResultList());
    }

    /** What the family put to the record after a refusal, oldest first: of this referral, or of all of them. */
    Uni<List<String>> statements(UUID tenant, UUID student, UUID referral) {
        return Panache.getSession().chain(session -> session.createQuery("""
                        select statement from Amendment where tenantId = :tenant and studentId = :student
                          and statement is not null and (referralId is null or referralId = :referral) order by id
                        """, String.class)
                .setParameter("tenant", tenant)
                .setParameter("student", student)
                .setParameter("referral", referral)
                .getResultList());
    }

    /** A request of either kind, as far as it matters whom to tell. */
    record Asked(UUID studentId, boolean open) {}

    /** The district of a request of either kind, whoever asks; {@code null} where there is none. */
    Uni<UUID> tenant(UUID request) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select tenant_id from record_request_tenant where request_id = :id", UUID.class)
                .setParameter("id", request)
                .getSingleResultOrNull());
    }

    /** {@code null} where there is none. */
    Uni<Asked> asked(UUID tenant, UUID request) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ASKED, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("id", request)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : new Asked((UUID) row[0], (Boolean) row[1]));
    }

    /** The school of the student's newest referral; {@code null} where there is none. */
    Uni<UUID> lastSchool(UUID tenant, UUID student) {
        return Panache.getSession().chain(session -> session.createQuery(
                        "select student.schoolId from Referral where tenantId = :tenant and student.id = :student order by id desc",
                        UUID.class)
                .setParameter("tenant", tenant)
                .setParameter("student", student)
                .setMaxResults(1)
                .getSingleResultOrNull());
    }

    Uni<Boolean> isOf(UUID tenant, UUID student, UUID referral) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select count(*) from Referral where tenantId = :tenant and student.id = :student and id = :id",
                                Long.class)
                        .setParameter("tenant", tenant)
                        .setParameter("student", student)
                        .setParameter("id", referral)
                        .getSingleResult())
                .map(found -> found == 1);
    }
}
