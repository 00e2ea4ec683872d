package org.footbridge.referral.casefile;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.lifecycle.Transition.Reason;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.AppointmentState;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.referral.Referral;
import org.hibernate.LockMode;

/** Opens case files and writes down what was done: state, history and events in the running transaction. */
@ApplicationScoped
public class CaseFiles {
    private final Outbox outbox;
    private final List<CaseFollower> followers;
    private final Clock clock;

    CaseFiles(Outbox outbox, @All List<CaseFollower> followers, Clock clock) {
        this.outbox = outbox;
        this.followers = followers;
        this.clock = clock;
    }

    /** The case file of a referral of the district; {@code null} where there is none. */
    public Uni<CaseFile> find(UUID tenant, UUID referralId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from Referral where tenantId = :tenant and id = :id", Referral.class)
                        .setParameter("tenant", tenant)
                        .setParameter("id", referralId)
                        .getSingleResultOrNull())
                .chain(referral -> referral == null ? Uni.createFrom().nullItem() : withPlacements(referral));
    }

    private Uni<CaseFile> withPlacements(Referral referral) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from Placement where tenantId = :tenant and referralId = :referral order by id",
                                Placement.class)
                        .setParameter("tenant", referral.tenantId())
                        .setParameter("referral", referral.id())
                        .getResultList())
                .map(placements -> new CaseFile(referral, placements));
    }

    /** Keeps new rows together with what was done; afterwards the versions are the new ones. */
    public Uni<CaseFile> record(CaseFile file, Changes changes, Object... created) {
        return callOff(changes).chain(() -> write(file, changes, created));
    }

    /** Nobody comes any more to what was booked at a placement that has ended, however it ended. */
    private Uni<Void> callOff(Changes changes) {
        Map<UUID, Transition> ends = changes.ends();
        if (ends.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from Appointment where placementId in :ended and state in :due order by id",
                                Appointment.class)
                        .setParameter("ended", ends.keySet())
                        .setParameter("due", AppointmentState.due())
                        .getResultList())
                .invoke(visits -> visits.forEach(visit -> changes.callOff(visit, ends.get(visit.placementId()))))
                .replaceWithVoid();
    }

    private Uni<CaseFile> write(CaseFile file, Changes changes, Object... created) {
        Instant now = clock.instant();
        Object[] history = changes.steps().stream()
                .map(step -> HistoryEntry.of(file.referral(), step))
                .toArray();
        List<Event> events = changes.events().stream()
                .map(happened -> event(file, happened, now))
                .toList();
        return Panache.getSession()
                .chain(session -> session.persistAll(created)
                        .chain(() -> session.persistAll(history))
                        .chain(session::flush))
                .chain(() -> release(changes))
                .chain(() -> outbox.publish(events))
                .chain(() -> follow(file, changes, now))
                .replaceWith(file);
    }

    private Uni<Void> follow(CaseFile file, Changes changes, Instant now) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (CaseFollower follower : followers) {
            chain = chain.chain(() -> follower.follow(file, changes, now));
        }
        return chain;
    }

    /**
     * Waits for whoever changes the referral right now, and sees it as it is then: what is told afterwards without a change of
     * its own would otherwise carry an older state under a newer number.
     */
    public Uni<Void> lock(CaseFile file) {
        return Panache.getSession().chain(session -> session.refresh(file.referral(), LockMode.PESSIMISTIC_WRITE)
                .chain(() -> session.refreshAll(file.placements().toArray())));
    }

    /** Tells of a message, in a case file that is locked. */
    public Uni<Void> tell(CaseFile file, EventType type, Placement placement, ReferralSnapshot.Message message) {
        return tell(file, type, placement, snapshot -> snapshot.about(message));
    }

    /**
     * Tells of something that is no step of a machine, in a case file that is locked or was just changed.
     *
     * @param placement whose agency hears of it; {@code null} for what concerns the school's side alone
     */
    public Uni<Void> tell(CaseFile file, EventType type, Placement placement, UnaryOperator<ReferralSnapshot> about) {
        return told(file, type, placement, about).replaceWithVoid();
    }

    /** As above; the event's id. */
    public Uni<UUID> told(CaseFile file, EventType type, Placement placement, UnaryOperator<ReferralSnapshot> about) {
        Event event = Event.of(
                type,
                file.referral().id(),
                clock.instant(),
                file.referral().tenantId(),
                placement == null ? null : placement.destination().outside(),
                about.apply(file.snapshot(placement == null ? null : placement.id())));
        return outbox.publish(event).replaceWith(event.id());
    }

    /**
     * Tells the bus of something that leaves every state as it is, with an entry in the history.
     *
     * @param note words for the history alone, {@code null} for none
     * @return the event's id
     */
    public Uni<UUID> announce(CaseFile file, EventType type, Actor actor, String note) {
        return lock(file).chain(() -> {
            Referral referral = file.referral();
            Instant now = clock.instant();
            String state = referral.state().name();
            Transition step = new Transition(
                    Transition.Kind.REFERRAL, referral.id(), state, state, actor, now, new Reason(type.name(), note));
            Event event = Event.of(type, referral.id(), now, referral.tenantId(), null, file.snapshot(null));
            return Panache.getSession()
                    .chain(session ->
                            session.persist(HistoryEntry.of(referral, step)).chain(session::flush))
                    .chain(() -> outbox.publish(event))
                    .replaceWith(event.id());
        });
    }

    /** What was called off is nobody's time any more. */
    private static Uni<Void> release(Changes changes) {
        UUID[] off = changes.noLongerBooked();
        if (off.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from booked_time where appointment_id = any(cast(:off as uuid[]))")
                        .setParameter("off", off)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Every step of a referral and of its placements and appointments, oldest first. */
    public Uni<List<HistoryEntry>> history(Referral referral) {
        return Panache.getSession().chain(session -> session.createQuery(
                        "from HistoryEntry where tenantId = :tenant and referralId = :referral order by id",
                        HistoryEntry.class)
                .setParameter("tenant", referral.tenantId())
                .setParameter("referral", referral.id())
                .getResultList());
    }

    private static Event event(CaseFile file, Changes.Happened happened, Instant now) {
        return Event.of(
                happened.type(),
                file.referral().id(),
                now,
                file.referral().tenantId(),
                happened.agencyId(),
                file.snapshot(happened.placementId()));
    }
}
