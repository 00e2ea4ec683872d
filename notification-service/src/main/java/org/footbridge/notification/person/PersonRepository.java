package org.footbridge.notification.person;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.footbridge.common.events.AccountLinked;
import org.footbridge.common.web.caller.Caller;

@ApplicationScoped
class PersonRepository {

    /** {@code null} where the account is not linked. */
    Uni<UUID> find(Caller caller) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select person_id from account
                                where tenant_id = :tenant and issuer = :issuer and subject = :subject
                                """, UUID.class)
                .setParameter("tenant", caller.tenant())
                .setParameter("issuer", caller.issuer())
                .setParameter("subject", caller.subject())
                .getSingleResultOrNull());
    }

    /** An account is linked once and for all. */
    Uni<Void> put(UUID tenant, AccountLinked account) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into account (tenant_id, issuer, subject, person_id)
                                values (:tenant, :issuer, :subject, :person) on conflict do nothing
                                """)
                        .setParameter("tenant", tenant)
                        .setParameter("issuer", account.issuer())
                        .setParameter("subject", account.subject())
                        .setParameter("person", account.personId())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
