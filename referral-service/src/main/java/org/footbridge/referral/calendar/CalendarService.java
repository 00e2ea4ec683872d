package org.footbridge.referral.calendar;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.VisitRights;
import org.footbridge.referral.roster.RosterService;

/** Feeds of booked visits: made and revoked by their owners, read by whatever calendar knows the address. */
@ApplicationScoped
public class CalendarService {
    private static final Duration BACK = Duration.ofDays(30);

    private final CalendarFeedRepository feeds;
    private final SchoolAccess schools;
    private final RosterService roster;
    private final VisitRights rights;
    private final AccessLog log;
    private final Clock clock;

    CalendarService(
            CalendarFeedRepository feeds,
            SchoolAccess schools,
            RosterService roster,
            VisitRights rights,
            AccessLog log,
            Clock clock) {
        this.rights = rights;
        this.feeds = feeds;
        this.schools = schools;
        this.roster = roster;
        this.log = log;
        this.clock = clock;
    }

    @WithTransaction
    Uni<CalendarFeedCreated> open(Caller caller) {
        FeedToken token = FeedToken.random();
        return owner(caller)
                .map(owner -> CalendarFeed.of(owner, clock.instant()))
                .call(feed -> feeds.keep(feed, token))
                .map(feed -> CalendarFeedCreated.of(feed, token));
    }

    @WithTransaction
    Uni<List<CalendarFeedResponse>> list(Caller caller) {
        return owner(caller).chain(owner -> feeds.of(owner, clock.instant())).map(all -> all.stream()
                .map(feed -> new CalendarFeedResponse(feed.id(), feed.createdAt(), feed.expiresAt()))
                .toList());
    }

    /** From now on its address leads nowhere. */
    @WithTransaction
    Uni<Void> revoke(Caller caller, UUID id) {
        return owner(caller)
                .chain(owner -> feeds.of(owner, clock.instant()))
                .map(all -> all.stream()
                        .filter(feed -> feed.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such feed of this caller.")))
                .invoke(feed -> feed.revoke(clock.instant()))
                .chain(feeds::persistAndFlush)
                .replaceWithVoid();
    }

    private Uni<Actor> owner(Caller caller) {
        if (caller.agency() != null) {
            return Uni.createFrom().item(new Actor(caller.subject(), null, caller.agency(), "AGENCY"));
        }
        return schools.caller(caller).map(who -> {
            if (!who.staff().isKnown()) {
                throw CommonProblem.FORBIDDEN.because("The roster does not know the caller.");
            }
            return who.staff().coordinatorAt().isEmpty() ? who.counselor() : who.coordinator();
        });
    }

    /**
     * The visits as they are now: for a coordinator or counselor those of the schools that are his or hers today, for an agency those
     * that agreement and consent still cover; 404 without a feed.
     */
    @WithTransaction
    Uni<List<Appointment>> visits(FeedToken token) {
        Instant now = clock.instant();
        Instant from = now.minus(BACK);
        return feeds.key(token)
                .onItem()
                .ifNull()
                .failWith(CalendarService::unknown)
                .call(CalendarService::enter)
                .chain(key -> feeds.findById(key.feed()))
                .invoke(feed -> {
                    if (feed == null || !feed.isOpen(now)) {
                        throw unknown();
                    }
                })
                .chain(feed -> due(feed, from).call(visits -> trace(feed, visits)));
    }

    private Uni<List<Appointment>> due(CalendarFeed feed, Instant from) {
        return feed.agencyId() != null
                ? feeds.ofAgency(feed.agencyId(), from).chain(visits -> rights.readable(feed.agencyId(), visits))
                : roster.coordinated(feed.tenantId(), feed.ownerPersonId())
                        .chain(coordinated -> roster.counseled(feed.tenantId(), feed.ownerPersonId())
                                .chain(counseled -> coordinated.isEmpty() && counseled.isEmpty()
                                        ? Uni.createFrom().item(List.of())
                                        : feeds.ofSchools(feed.tenantId(), coordinated, counseled, from)));
    }

    private Uni<Void> trace(CalendarFeed feed, List<Appointment> visits) {
        List<AccessLog.Seen> seen = visits.stream()
                .map(visit -> new AccessLog.Seen(visit.id(), visit.tenantId()))
                .toList();
        return feed.agencyId() != null
                ? log.agency(feed.reader(), "calendar", seen)
                : log.school(
                        feed.reader(),
                        "calendar",
                        visits.stream().map(Appointment::id).toList());
    }

    private static Uni<Void> enter(CalendarFeedRepository.Key key) {
        return key.tenant() != null ? Tenancy.enter(key.tenant()) : actFor(key.agency());
    }

    /** The address is the agency's key: it opens what row-level security shows the agency. */
    private static Uni<Void> actFor(UUID agency) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select set_config('footbridge.agency', :agency, true)")
                        .setParameter("agency", agency.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such calendar.");
    }
}
