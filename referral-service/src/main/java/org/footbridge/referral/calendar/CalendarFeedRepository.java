package org.footbridge.referral.calendar;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.AppointmentState;

@ApplicationScoped
class CalendarFeedRepository implements PanacheRepositoryBase<CalendarFeed, UUID> {
    private static final int MOST = 1000;

    /** Whose feed an address is. One of both organizations is {@code null}. */
    record Key(UUID feed, UUID tenant, UUID agency) {}

    Uni<Void> keep(CalendarFeed feed, FeedToken token) {
        return persistAndFlush(feed)
                .chain(() -> getSession())
                .chain(session -> session.createNativeQuery("""
                                insert into calendar_feed_key (token_hash, feed_id, tenant_id, agency_id)
                                values (:hash, cast(:feed as uuid), cast(:tenant as uuid), cast(:agency as uuid))
                                """)
                        .setParameter("hash", token.hash())
                        .setParameter("feed", feed.id().toString())
                        .setParameter("tenant", text(feed.tenantId()))
                        .setParameter("agency", text(feed.agencyId()))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** {@code null} where there is no such address. */
    Uni<Key> key(FeedToken token) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select feed_id, tenant_id, agency_id from calendar_feed_key where token_hash = :hash",
                                Object[].class)
                        .setParameter("hash", token.hash())
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : new Key((UUID) row[0], (UUID) row[1], (UUID) row[2]));
    }

    /** Those of an owner whose addresses lead somewhere, oldest first. */
    Uni<List<CalendarFeed>> of(Actor owner, Instant now) {
        return list(
                "ownerSubject = ?1 and coalesce(tenantId, agencyId) = ?2 and revokedAt is null and expiresAt > ?3"
                        + " order by createdAt, id",
                owner.subject(),
                owner.organizationId(),
                now);
    }

    Uni<List<Appointment>> ofAgency(UUID agency, Instant from) {
        return getSession().chain(session -> session.createQuery("""
                                select visit from Appointment visit join Placement placed on placed.id = visit.placementId
                                where visit.agencyId = :agency and placed.accessOpen and visit.state = :booked
                                  and visit.startsAt >= :from
                                order by visit.startsAt, visit.id
                                """, Appointment.class)
                .setParameter("agency", agency)
                .setParameter("booked", AppointmentState.BOOKED)
                .setParameter("from", from)
                .setMaxResults(MOST)
                .getResultList());
    }

    /** All visits of the schools that somebody coordinates, and those in school where he or she is a counselor. */
    Uni<List<Appointment>> ofSchools(
            UUID tenant, Collection<UUID> coordinated, Collection<UUID> counseled, Instant from) {
        return getSession().chain(session -> session.createQuery("""
                                select visit from Appointment visit join Placement placed on placed.id = visit.placementId
                                join Referral referral on referral.id = placed.referralId
                                where visit.tenantId = :tenant and visit.state = :booked and visit.startsAt >= :from
                                  and (referral.student.schoolId in :coordinated
                                       or (placed.destination.inSchool and referral.student.schoolId in :counseled))
                                order by visit.startsAt, visit.id
                                """, Appointment.class)
                .setParameter("tenant", tenant)
                .setParameter("coordinated", coordinated)
                .setParameter("counseled", counseled)
                .setParameter("booked", AppointmentState.BOOKED)
                .setParameter("from", from)
                .setMaxResults(MOST)
                .getResultList());
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
