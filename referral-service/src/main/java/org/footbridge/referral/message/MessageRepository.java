package org.footbridge.referral.message;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.placement.Party;

@ApplicationScoped
class MessageRepository implements PanacheRepositoryBase<Message, UUID> {

    /**
     * A message and when somebody of the other side first had read it.
     *
     * @param readAt {@code null} where nobody has
     */
    record Delivered(Message message, Instant readAt) {}

    /** The thread newest first, before that position. */
    Uni<List<Delivered>> page(UUID placement, int before, int size) {
        return getSession().chain(session -> session.createQuery("""
                                select written, (select min(receipt.readAt) from MessageReceipt receipt
                                    where receipt.placementId = written.placementId and receipt.side <> written.side
                                      and receipt.position >= written.position)
                                from Message written
                                where written.placementId = :placement and written.position < :before
                                order by written.position desc
                                """, Delivered.class)
                .setParameter("placement", placement)
                .setParameter("before", before)
                .setMaxResults(size)
                .getResultList());
    }

    /** {@code null} where the thread has no such message. */
    Uni<Message> ofThread(UUID placement, UUID id) {
        return find("placementId = ?1 and id = ?2", placement, id).firstResult();
    }

    /** The position of the newest message, 0 in a thread without one. */
    Uni<Integer> last(UUID placement) {
        return getSession()
                .chain(session -> session.createQuery(
                                "select max(position) from Message where placementId = :placement", Integer.class)
                        .setParameter("placement", placement)
                        .getSingleResultOrNull())
                .map(MessageRepository::orNone);
    }

    /** How far that account has read, 0 where it has not begun. */
    Uni<Integer> readBy(UUID placement, String subject) {
        return getSession()
                .chain(session -> session.createQuery("""
                                select max(position) from MessageReceipt
                                where placementId = :placement and actorSubject = :subject
                                """, Integer.class)
                        .setParameter("placement", placement)
                        .setParameter("subject", subject)
                        .getSingleResultOrNull())
                .map(MessageRepository::orNone);
    }

    private static int orNone(Integer position) {
        return position == null ? 0 : position;
    }

    /** How many messages of the other side the reader has not read. */
    Uni<Long> unread(Party reader) {
        UUID placement = reader.placement().id();
        return readBy(placement, reader.actor().subject())
                .chain(read -> count(
                        "placementId = ?1 and side = ?2 and position > ?3",
                        placement,
                        reader.side().other(),
                        read));
    }
}
