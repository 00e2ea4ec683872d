package org.footbridge.notification.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Items, always of one person of one district. Whoever writes holds the lock of the person's row. */
@ApplicationScoped
class InboxRepository implements PanacheRepositoryBase<InboxItem, UUID> {

    /** The lock of somebody's inbox, which is made where there is none. Answers the last sequence. */
    Uni<Long> lock(UUID tenant, UUID person) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                insert into inbox_of_person (person_id, tenant_id, last_sequence, unread)
                                values (:person, :tenant, 0, 0)
                                on conflict (person_id) do update set unread = inbox_of_person.unread
                                returning last_sequence
                                """, Long.class)
                .setParameter("person", person)
                .setParameter("tenant", tenant)
                .getSingleResult());
    }

    Uni<Boolean> holds(UUID person, UUID eventId) {
        return count("personId = ?1 and eventId = ?2", person, eventId).map(found -> found > 0);
    }

    /** Counts one more. */
    Uni<Void> grow(UUID person) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update inbox_of_person set last_sequence = last_sequence + 1, unread = unread + 1
                                where person_id = :person
                                """)
                        .setParameter("person", person)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Marks what is unread up to a sequence, and counts it off. */
    Uni<Void> read(UUID person, long upTo, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with seen as (
                                    update inbox_item set read_at = :now
                                    where person_id = :person and sequence <= :upTo and read_at is null
                                    returning 1
                                )
                                update inbox_of_person set unread = unread - (select count(*) from seen)
                                where person_id = :person
                                """)
                        .setParameter("now", now)
                        .setParameter("person", person)
                        .setParameter("upTo", upTo)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> countOff(UUID person) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update inbox_of_person set unread = unread - 1 where person_id = :person")
                        .setParameter("person", person)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Integer> unread(UUID tenant, UUID person) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select unread from inbox_of_person where tenant_id = :tenant and person_id = :person",
                                Integer.class)
                        .setParameter("tenant", tenant)
                        .setParameter("person", person)
                        .getSingleResultOrNull())
                .map(unread -> unread == null ? 0 : unread);
    }

    Uni<Long> last(UUID tenant, UUID person) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select last_sequence from inbox_of_person
                                where tenant_id = :tenant and person_id = :person
                                """, Long.class)
                        .setParameter("tenant", tenant)
                        .setParameter("person", person)
                        .getSingleResultOrNull())
                .map(last -> last == null ? 0 : last);
    }

    Uni<InboxItem> find(UUID tenant, UUID person, UUID id) {
        return find("id = ?1 and personId = ?2 and tenantId = ?3", id, person, tenant)
                .firstResult();
    }

    /** As it is by now. */
    Uni<Void> refresh(InboxItem item) {
        return Panache.getSession().chain(session -> session.refresh(item));
    }

    /** The newest first, before the given sequence. */
    Uni<List<InboxItem>> page(UUID tenant, UUID person, boolean unreadOnly, long before, int size) {
        return find(
                        "tenantId = ?1 and personId = ?2 and sequence < ?3" + (unreadOnly ? " and readAt is null" : "")
                                + " order by sequence desc",
                        tenant,
                        person,
                        before)
                .page(0, size)
                .list();
    }

    /** The oldest first, after the given sequence. */
    Uni<List<InboxItem>> after(UUID tenant, UUID person, long sequence, int size) {
        return find("tenantId = ?1 and personId = ?2 and sequence > ?3 order by sequence", tenant, person, sequence)
                .page(0, size)
                .list();
    }

    /** Forgets what came in before, and counts off what of it was unread. */
    Uni<Void> forgetOlder(UUID person, Instant before) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with gone as (
                                    delete from inbox_item where person_id = :person and created_at < :before
                                    returning read_at
                                )
                                update inbox_of_person
                                set unread = unread - (select count(*) from gone where read_at is null)
                                where person_id = :person and exists (select from gone)
                                """)
                        .setParameter("person", person)
                        .setParameter("before", before)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Forgets what was said of a referral, unread or not. */
    Uni<Void> forget(UUID tenant, UUID referral) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with gone as (
                                    delete from inbox_item where tenant_id = :tenant and referral_id = :referral
                                    returning person_id, read_at
                                ), unread as (
                                    select person_id, count(*) as number from gone where read_at is null group by person_id
                                )
                                update inbox_of_person set unread = inbox_of_person.unread - unread.number
                                from unread where unread.person_id = inbox_of_person.person_id
                                """)
                        .setParameter("tenant", tenant)
                        .setParameter("referral", referral)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
