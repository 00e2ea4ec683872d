package org.footbridge.notification.mail;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.notification.mail.NoticeService.Handled;
import org.footbridge.notification.mail.NoticeService.Receipt;
import org.footbridge.notification.preference.NoticeChannel;

/** Notices, the receipts of those who were told, and what waits for a summary. */
@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<Notice, UUID> {

    Uni<Set<Handled>> handled(UUID notice) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select person_id, channel, outcome from mail_receipt where notice_id = :notice",
                                Object[].class)
                        .setParameter("notice", notice)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Handled(
                                (UUID) row[0], NoticeChannel.valueOf((String) row[1]), row[2].equals(Receipt.SENT)))
                        .collect(Collectors.toSet()));
    }

    /** Whether that says anything new. */
    Uni<Boolean> insertReceipt(Notice notice, Receipt receipt, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into mail_receipt
                                    (notice_id, person_id, channel, tenant_id, outcome, reason, created_at)
                                values (:notice, :person, :channel, :tenant, :outcome, :reason, :now)
                                on conflict (notice_id, person_id, channel) do update
                                set outcome = excluded.outcome, reason = excluded.reason, created_at = excluded.created_at
                                where mail_receipt.outcome = 'SUPPRESSED'
                                  and (mail_receipt.outcome, mail_receipt.reason)
                                      is distinct from (excluded.outcome, excluded.reason)
                                """)
                        .setParameter("notice", notice.id())
                        .setParameter("person", receipt.person())
                        .setParameter("channel", receipt.channel().name())
                        .setParameter("tenant", notice.tenantId())
                        .setParameter("outcome", receipt.outcome())
                        .setParameter("reason", receipt.reason())
                        .setParameter("now", now)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    Uni<Void> collect(Notice notice, UUID person, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into digest_entry (person_id, notice_id, tenant_id, created_at)
                                values (:person, :notice, :tenant, :now) on conflict do nothing
                                """)
                        .setParameter("person", person)
                        .setParameter("notice", notice.id())
                        .setParameter("tenant", notice.tenantId())
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What waits for somebody's summary, the oldest first. */
    Uni<List<Notice>> collected(UUID tenant, UUID person, int size) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select notice_id from digest_entry
                                where tenant_id = :tenant and person_id = :person order by notice_id limit :size
                                """, UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("person", person)
                        .setParameter("size", size)
                        .getResultList())
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1 order by id", ids));
    }

    Uni<Void> dropCollected(UUID person, Instant before) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from digest_entry where person_id = :person and created_at < :before")
                        .setParameter("person", person)
                        .setParameter("before", before)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> removeCollected(UUID person, List<UUID> notices) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                delete from digest_entry
                                where person_id = :person and notice_id = any(cast(:notices as uuid[]))
                                """)
                        .setParameter("person", person)
                        .setParameter("notices", notices.toArray(UUID[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Forgets every notice of a referral, with its receipts and what waits for a summary. */
    Uni<Void> forget(UUID tenant, UUID referral) {
        return delete("tenantId = ?1 and referralId = ?2", tenant, referral).replaceWithVoid();
    }
}
