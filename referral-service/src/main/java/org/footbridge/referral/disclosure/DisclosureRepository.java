package org.footbridge.referral.disclosure;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DisclosureRepository implements PanacheRepositoryBase<Disclosure, UUID> {

    /** Newest first, after {@code before} where it is not {@code null}. */
    Uni<List<Disclosure>> page(UUID tenant, UUID student, UUID before, int size) {
        return before == null
                ? find("tenantId = ?1 and studentId = ?2 order by id desc", tenant, student)
                        .page(0, size)
                        .list()
                : find("tenantId = ?1 and studentId = ?2 and id < ?3 order by id desc", tenant, student, before)
                        .page(0, size)
                        .list();
    }

    /** The newest version of a placement's record, {@code null} where the running transaction sees none. */
    Uni<DisclosedRecord> record(UUID agency, UUID placement) {
        return getSession().chain(session -> session.createQuery("""
                                from DisclosedRecord where agencyId = :agency and placementId = :placement
                                order by recordVersion desc
                                """, DisclosedRecord.class)
                .setParameter("agency", agency)
                .setParameter("placement", placement)
                .setMaxResults(1)
                .getSingleResultOrNull());
    }
}
