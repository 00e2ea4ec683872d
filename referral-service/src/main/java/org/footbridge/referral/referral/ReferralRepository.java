package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class ReferralRepository implements PanacheRepositoryBase<Referral, UUID> {
    private static final String LOCK =
            "select id from referral where tenant_id = :tenant and id = any(cast(:ids as uuid[])) order by id for update";

    private static final String OPEN_OF = """
            select id from referral
            where tenant_id = :tenant and coordinator_id = :coordinator and state = any(cast(:states as text[]))
              and school_id = any(cast(:schools as uuid[])) and id < :after
            order by id desc limit :size
            """;

    private static final UUID NEWEST = new UUID(-1, -1);
    private static final int MOST_DUPLICATES = 50;

    /** Other referrals of the same student that have not ended, newest first; more than a page of them is a mistake of its own. */
    Uni<List<Referral>> otherOpenOnes(Referral referral, Set<UUID> schools) {
        return find(
                        "tenantId = ?1 and student.id = ?2 and id <> ?3 and state in ?4 and student.schoolId in ?5"
                                + " order by id desc",
                        referral.tenantId(),
                        referral.studentId(),
                        referral.id(),
                        ReferralState.open(),
                        schools)
                .range(0, MOST_DUPLICATES - 1)
                .list();
    }

    /** Open referrals that somebody coordinates at these schools, newest first, after {@code after} where it is not {@code null}. */
    Uni<List<UUID>> openOnesOf(UUID tenant, UUID coordinator, Set<UUID> schools, UUID after, int size) {
        return getSession().chain(session -> session.createNativeQuery(OPEN_OF, UUID.class)
                .setParameter("tenant", tenant)
                .setParameter("coordinator", coordinator)
                .setParameter(
                        "states", ReferralState.open().stream().map(Enum::name).toArray(String[]::new))
                .setParameter("schools", schools.toArray(UUID[]::new))
                .setParameter("after", after == null ? NEWEST : after)
                .setParameter("size", size)
                .getResultList());
    }

    /** Locks referrals until the end of the transaction, in an order of their own so that two callers never wait for each other. */
    Uni<Void> lock(UUID tenant, List<UUID> ids) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK, UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList())
                .replaceWithVoid();
    }

    Uni<Boolean> isOf(UUID tenant, UUID student, UUID referral) {
        return count("tenantId = ?1 and student.id = ?2 and id = ?3", tenant, student, referral)
                .map(found -> found == 1);
    }
}
