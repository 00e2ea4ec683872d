package org.footbridge.referral.delegation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DelegationRepository implements PanacheRepositoryBase<Delegation, UUID> {
    private static final String PARTIES = """
            select exists (select 1 from staff_grant g
                           where g.tenant_id = :tenant and g.person_id = cast(:absent as uuid) and g.role = 'coordinator'
                             and (g.school_id is null or cast(:school as uuid) is null
                                  or g.school_id = cast(:school as uuid))
                             and (cast(:school as uuid) is null or exists (
                               select 1 from school s where s.tenant_id = g.tenant_id and s.id = cast(:school as uuid)))),
                   exists (select 1 from person p
                           where p.tenant_id = :tenant and p.id = :delegate and p.state = 'ACTIVE' and p.enabled and p.is_staff)
            """;

    /** Whether the absent one coordinates there by a grant of his or her own, and the other one is active staff. */
    record Parties(boolean absentCoordinates, boolean delegateIsStaff) {}

    Uni<Parties> parties(UUID tenant, UUID absent, UUID delegate, UUID school) {
        return getSession()
                .chain(session -> session.createNativeQuery(PARTIES, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("absent", absent.toString())
                        .setParameter("delegate", delegate)
                        .setParameter("school", school == null ? null : school.toString())
                        .getSingleResult())
                .map(row -> new Parties((Boolean) row[0], (Boolean) row[1]));
    }

    /** {@code null} where there is none. */
    Uni<Delegation> of(UUID tenant, UUID id) {
        return find("tenantId = ?1 and id = ?2", tenant, id).firstResult();
    }

    /**
     * Newest first.
     *
     * @param person only those that concern him or her; {@code null} for the whole district
     */
    Uni<List<Delegation>> page(UUID tenant, UUID person, UUID before, int size) {
        String all = "tenantId = ?1 and id < ?2";
        return (person == null
                        ? find(all + " order by id desc", tenant, before)
                        : find(all + " and (from = ?3 or to = ?3) order by id desc", tenant, before, person))
                .range(0, size - 1)
                .list();
    }
}
