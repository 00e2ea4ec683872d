package org.footbridge.referral.rights;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RightsRepository {

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
