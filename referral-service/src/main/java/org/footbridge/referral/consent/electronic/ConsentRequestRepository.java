package org.footbridge.referral.consent.electronic;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Requests, those who are asked, and whose link a token is. */
@ApplicationScoped
class ConsentRequestRepository implements PanacheRepositoryBase<ConsentRequest, UUID> {

    /** Whose link a token is. */
    record Link(UUID tenantId, UUID signerId) {}

    /** Newest first, before an id where one is given. */
    Uni<List<ConsentRequest>> ofReferral(UUID tenant, UUID referral) {
        return list("tenantId = ?1 and referralId = ?2 order by id desc", tenant, referral);
    }

    Uni<List<ConsentSigner>> signers(UUID tenant, List<UUID> requests) {
        return getSession().chain(session -> session.createQuery(
                        "from ConsentSigner where tenantId = :tenant and requestId in (:requests) order by id",
                        ConsentSigner.class)
                .setParameter("tenant", tenant)
                .setParameter("requests", requests)
                .getResultList());
    }

    /** Those whom the event is for: of a link, or of a code. */
    Uni<List<ConsentSigner>> ofEvent(UUID tenant, UUID event) {
        return getSession().chain(session -> session.createQuery("""
                                from ConsentSigner
                                where tenantId = :tenant and (linkEventId = :event or codeEventId = :event) order by id
                                """, ConsentSigner.class)
                .setParameter("tenant", tenant)
                .setParameter("event", event)
                .getResultList());
    }

    /** Nobody else answers with the same link before this transaction ends. */
    Uni<ConsentSigner> lockSigner(UUID id) {
        return getSession().chain(session -> session.find(ConsentSigner.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Two people who are asked must not both be the first to sign. */
    Uni<ConsentRequest> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** {@code null} for a token that is none. Needs no district. */
    Uni<Link> link(String tokenHash) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select tenant_id, signer_id from consent_link where token_hash = :hash",
                                Object[].class)
                        .setParameter("hash", tokenHash)
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : new Link((UUID) rows.getFirst()[0], (UUID) rows.getFirst()[1]));
    }

    /** The signer's link from now on; every older one is gone. */
    Uni<Void> keepLink(ConsentSigner signer, String tokenHash) {
        return getSession()
                .chain(session -> session.createNativeQuery("delete from consent_link where signer_id = :signer")
                        .setParameter("signer", signer.id())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(
                                        "insert into consent_link (token_hash, tenant_id, signer_id) values (:hash, :tenant, :signer)")
                                .setParameter("hash", tokenHash)
                                .setParameter("tenant", signer.tenantId())
                                .setParameter("signer", signer.id())
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** {@code null} where the consent was not signed on our page, or is none of the referral. */
    Uni<ConsentDocument> document(UUID tenant, UUID referral, UUID consent) {
        return getSession().chain(session -> session.createQuery("""
                                from ConsentDocument where tenantId = :tenant and consentId = :consent and consentId in
                                    (select id from Consent where tenantId = :tenant and referralId = :referral)
                                """, ConsentDocument.class)
                .setParameter("tenant", tenant)
                .setParameter("referral", referral)
                .setParameter("consent", consent)
                .getSingleResultOrNull());
    }
}
