package org.footbridge.notification.mail;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Notices and the receipts of those who were told. */
@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<Notice, UUID> {

    Uni<List<UUID>> handled(UUID notice) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select person_id from mail_receipt where notice_id = :notice", UUID.class)
                .setParameter("notice", notice)
                .getResultList());
    }

    Uni<Void> insertReceipt(Notice notice, UUID person, String outcome, String reason, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into mail_receipt (notice_id, person_id, tenant_id, outcome, reason, created_at)
                                values (:notice, :person, :tenant, :outcome, :reason, :now) on conflict do nothing
                                """)
                        .setParameter("notice", notice.id())
                        .setParameter("person", person)
                        .setParameter("tenant", notice.tenantId())
                        .setParameter("outcome", outcome)
                        .setParameter("reason", reason)
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
