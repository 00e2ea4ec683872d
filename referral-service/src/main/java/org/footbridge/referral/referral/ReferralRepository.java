package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class ReferralRepository implements PanacheRepositoryBase<Referral, UUID> {
    /** One index scan per school and one for the caller's own: each stops after a page, however large the district is. */
    private static final String PAGE = """
            select * from (
                select r.* from unnest(cast(:schools as uuid[])) as s(id) cross join lateral (
                    select * from referral
                    where tenant_id = :tenant and school_id = s.id and id < cast(:before as uuid)
                      and (cast(:state as text) is null or state = :state)
                    order by id desc limit :size) r
                union
                select * from (
                    select * from referral
                    where tenant_id = :tenant and referrer_id = cast(:referrer as uuid) and id < cast(:before as uuid)
                      and school_id = any(cast(:workplaces as uuid[]))
                      and (cast(:state as text) is null or state = :state)
                    order by id desc limit :size) o
            ) page order by id desc limit :size
            """;

    private static final String LOCK =
            "select id from referral where tenant_id = :tenant and id = any(cast(:ids as uuid[])) order by id for update";

    private static final int MOST_DUPLICATES = 50;
    private static final String NEWEST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    /**
     * What a page holds.
     *
     * @param schools those that the caller coordinates: all their referrals
     * @param workplaces those that the caller works at: his or her own referrals of them
     * @param before the id to go on after, {@code null} for the first page
     */
    record Window(
            UUID tenant,
            UUID referrer,
            Set<UUID> schools,
            Set<UUID> workplaces,
            String state,
            String before,
            int size) {}

    Uni<List<Referral>> page(Window window) {
        return getSession().chain(session -> session.createNativeQuery(PAGE, Referral.class)
                .setParameter("schools", window.schools().toArray(UUID[]::new))
                .setParameter("workplaces", window.workplaces().toArray(UUID[]::new))
                .setParameter("tenant", window.tenant())
                .setParameter("referrer", window.referrer().toString())
                .setParameter("state", window.state())
                .setParameter("before", window.before() == null ? NEWEST : window.before())
                .setParameter("size", window.size())
                .getResultList());
    }

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

    /** Locks two referrals until the end of the transaction, in an order of their own so that two callers never wait for each other. */
    Uni<Void> lockBoth(UUID tenant, UUID one, UUID other) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK, UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", new UUID[] {one, other})
                        .getResultList())
                .replaceWithVoid();
    }

    Uni<Boolean> isOf(UUID tenant, UUID student, UUID referral) {
        return count("tenantId = ?1 and student.id = ?2 and id = ?3", tenant, student, referral)
                .map(found -> found == 1);
    }
}
