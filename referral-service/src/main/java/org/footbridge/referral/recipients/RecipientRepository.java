package org.footbridge.referral.recipients;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class RecipientRepository {

    /** The district of a referral, {@code null} where there is none: the asking service has no district of its own. */
    Uni<UUID> tenant(UUID referral) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select tenant_id from referral_tenant where referral_id = :referral", UUID.class)
                .setParameter("referral", referral)
                .getSingleResultOrNull());
    }
}
